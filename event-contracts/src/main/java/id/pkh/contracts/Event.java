package id.pkh.contracts;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A fact that one service publishes and owns. Implementations are records whose components are the
 * payload; the envelope (CloudEvents 1.0, binary mode) is added by whoever sends it.
 */
public interface Event {

    /** CloudEvents type, {@code id.pkh.<context>.<name>.v1}. */
    String type();

    /** Kafka topic, {@code pkh.<context>.<aggregate>.v1}. */
    String topic();

    /** Message key: the id of the aggregate, so that its events stay in order. */
    String key();

    /** Business date, local. */
    LocalDate occurredOn();

    /** When the system learnt it. */
    Instant recordedAt();
}
