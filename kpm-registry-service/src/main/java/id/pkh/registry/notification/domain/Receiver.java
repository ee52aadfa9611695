package id.pkh.registry.notification.domain;

/**
 * One receiver.
 *
 * @param ref id of the family or facilitator, code of the group, or area of the office
 */
public record Receiver(ReceiverRole role, String ref) {}
