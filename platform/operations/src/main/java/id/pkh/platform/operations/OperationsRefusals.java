package id.pkh.platform.operations;

import id.pkh.platform.web.RefusalStatuses;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Refusals of operators' requests. */
@ApplicationScoped
class OperationsRefusals implements RefusalStatuses {

    @Override
    public Map<String, Integer> statuses() {
        return Map.of(
                "REDRIVE_WITHOUT_SELECTION", 400,
                "REDRIVE_ID_TAKEN", 409,
                "REDRIVE_ENDED", 409,
                "JOURNAL_WITHOUT_MARK", 400,
                "NOT_PARKED_ANY_MORE", 409,
                "JOB_STATE_UNKNOWN", 400,
                "JOB_NOT_TO_BE_STOPPED", 409,
                "JOB_NOT_TO_BE_RESUMED", 409,
                "JOB_HAS_NOTHING_SET_ASIDE", 409);
    }

    @Override
    public String bundle() {
        return "refusals-operations";
    }
}
