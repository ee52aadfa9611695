package id.pkh.registry.notification.sending;

import java.util.UUID;

/**
 * One message to one number.
 *
 * @param id the idempotency key; the same for each attempt
 */
public record OutgoingMessage(UUID id, String number, String text) {

    /** A log must not contain the number. */
    @Override
    public String toString() {
        return "message " + id;
    }
}
