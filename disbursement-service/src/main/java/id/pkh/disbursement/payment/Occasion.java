package id.pkh.disbursement.payment;

import id.pkh.platform.messaging.Causation;
import id.pkh.platform.messaging.EventMeta;

/**
 * Why a family is looked at.
 *
 * @param cause CALCULATION, or the type of the event behind it
 * @param causeId id of the run or of the event
 * @param causation what the events published meanwhile carry
 */
public record Occasion(String cause, String causeId, Causation causation) {

    public static final String CALCULATION = "CALCULATION";

    public static Occasion of(EventMeta meta) {
        return new Occasion(meta.type(), meta.id().toString(), Causation.by(meta));
    }
}
