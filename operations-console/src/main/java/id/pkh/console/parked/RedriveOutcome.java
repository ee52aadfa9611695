package id.pkh.console.parked;

import com.fasterxml.jackson.databind.JsonNode;
import id.pkh.console.call.Reply;
import id.pkh.console.call.ServiceName;

/**
 * What one service made of a redrive.
 *
 * @param asked events that were ticked; 0 when all of a kind were asked for
 * @param selected those still parked when it began
 * @param problem code of the refusal, {@code SILENT} when it did not answer, empty when all went
 *     well
 */
record RedriveOutcome(
        ServiceName service,
        long asked,
        long selected,
        long redriven,
        long failed,
        long blocked,
        String problem,
        String detail) {

    static final String SILENT = "SILENT";

    static RedriveOutcome of(Reply reply, long asked) {
        if (!reply.isOk()) {
            return new RedriveOutcome(
                    reply.service(),
                    asked,
                    0,
                    0,
                    0,
                    0,
                    reply.isAnswered() ? reply.code() : SILENT,
                    reply.detail());
        }
        JsonNode outcome = reply.json();
        return new RedriveOutcome(
                reply.service(),
                asked,
                outcome.path("selected").asLong(),
                outcome.path("redriven").asLong(),
                outcome.path("failed").asLong(),
                outcome.path("blocked").asLong(),
                "",
                "");
    }

    public boolean isRefused() {
        return !problem.isEmpty();
    }

    public boolean isSilent() {
        return problem.equals(SILENT);
    }

    /** Those that somebody else dealt with, before it began or meanwhile. */
    public long byOthers() {
        long before = Math.max(0, asked - selected);
        return isRefused() ? 0 : before + Math.max(0, selected - redriven - failed - blocked);
    }
}
