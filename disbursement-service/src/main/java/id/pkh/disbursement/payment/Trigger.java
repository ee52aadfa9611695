package id.pkh.disbursement.payment;

import id.pkh.platform.messaging.envelope.EventMeta;
import id.pkh.platform.messaging.trace.Causation;

/**
 * Why a family's payments are recomputed.
 *
 * @param cause CALCULATION, or the type of the event that caused it
 * @param causeId id of the run or of the event
 * @param causation the causation that the published events carry
 */
public record Trigger(String cause, String causeId, Causation causation) {

    public static final String CALCULATION = "CALCULATION";

    public static Trigger of(EventMeta meta) {
        return new Trigger(meta.type(), meta.id().toString(), Causation.by(meta));
    }
}
