package id.pkh.disbursement.money;

import java.time.Instant;
import java.util.UUID;

/**
 * The source of a change of status, and its time.
 *
 * @param id the person who sent or rejected the batch or took a payment out of it, the report, the
 *     batch without a response, or the exception that was settled
 */
public record StatusChangeSource(Kind kind, String id, Instant at) {

    /** The kinds of sources. */
    public enum Kind {
        SENDING,
        REJECTION,
        /** An officer took the payment out of a batch before it was approved. */
        TAKING_OUT,
        BANK_REPORT,
        TIMEOUT,
        /** Two people found out from the bank whether it has paid. */
        FINDING
    }

    public static StatusChangeSource sending(String person, Instant at) {
        return new StatusChangeSource(Kind.SENDING, person, at);
    }

    public static StatusChangeSource rejection(String person, Instant at) {
        return new StatusChangeSource(Kind.REJECTION, person, at);
    }

    public static StatusChangeSource takingOut(String person, Instant at) {
        return new StatusChangeSource(Kind.TAKING_OUT, person, at);
    }

    public static StatusChangeSource bankReport(UUID reportId, Instant at) {
        return new StatusChangeSource(Kind.BANK_REPORT, reportId.toString(), at);
    }

    public static StatusChangeSource timeout(UUID batchId, Instant at) {
        return new StatusChangeSource(Kind.TIMEOUT, batchId.toString(), at);
    }

    public static StatusChangeSource finding(UUID exceptionId, Instant at) {
        return new StatusChangeSource(Kind.FINDING, exceptionId.toString(), at);
    }
}
