package id.pkh.platform.messaging.envelope;

/** A received event: its envelope and its payload. */
public record ReceivedEvent<E>(EventMeta meta, E payload) {}
