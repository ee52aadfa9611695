package id.pkh.contracts;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A fact that one service publishes and owns. Implementations are records whose components are the
 * payload. Type, topic and key stand in {@code EventCatalogue}; the outbox adds the envelope
 * (CloudEvents 1.0, binary mode).
 */
public interface Event {

    /** Business date, local. */
    LocalDate occurredOn();

    /** When the system learnt it. */
    Instant recordedAt();
}
