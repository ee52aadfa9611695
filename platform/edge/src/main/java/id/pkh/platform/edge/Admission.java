package id.pkh.platform.edge;

import id.pkh.platform.edge.EdgeConfig.Limits;
import id.pkh.platform.edge.Refusals.Reason;

/**
 * Whether a request is within the limits of its caller, and what the caller is told about them: the
 * headers of the IETF draft on rate limits.
 *
 * @param refusal null when the request is admitted
 * @param retryAfterSeconds 0 when the request is admitted
 */
record Admission(Reason refusal, String policy, String left, long retryAfterSeconds) {

    private static final long CONCURRENCY_RETRY_SECONDS = 1;

    static Admission ofRate(
            Limits limits, boolean admitted, long left, long waitSeconds, long resetSeconds) {
        return new Admission(
                admitted ? null : Reason.RATE,
                policyOf(limits),
                "\"requests\";r=%d;t=%d".formatted(left, resetSeconds),
                admitted ? 0 : Math.max(1, waitSeconds));
    }

    static Admission tooManyAtOnce(Limits limits) {
        return new Admission(
                Reason.CONCURRENCY,
                policyOf(limits),
                "\"concurrent\";r=0",
                CONCURRENCY_RETRY_SECONDS);
    }

    boolean isAdmitted() {
        return refusal == null;
    }

    private static String policyOf(Limits limits) {
        return "\"requests\";q=%d;w=%d, \"concurrent\";q=%d;qu=\"concurrent-requests\""
                .formatted(limits.requests(), limits.period().toSeconds(), limits.concurrent());
    }
}
