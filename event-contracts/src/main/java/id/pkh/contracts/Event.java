package id.pkh.contracts;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A fact that one service publishes and owns. Implementations are records whose components are the
 * payload. {@code EventCatalogue} states type, topic and key; the outbox adds the envelope
 * (CloudEvents 1.0, binary mode).
 */
public interface Event {

    /** Business date, local. */
    LocalDate occurredOn();

    /** When the system recorded the fact. */
    Instant recordedAt();
}
