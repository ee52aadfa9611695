package id.pkh.platform.operations;

import id.pkh.platform.web.RefusalStatuses;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Refusals of operators' requests. */
@ApplicationScoped
class OperationsRefusals implements RefusalStatuses {

    private static final Map<Integer, List<String>> CODES =
            Map.of(
                    400,
                    List.of(
                            "REDRIVE_WITHOUT_SELECTION",
                            "JOURNAL_WITHOUT_MARK",
                            "JOB_STATE_UNKNOWN"),
                    409,
                    List.of(
                            "REDRIVE_ID_TAKEN",
                            "REDRIVE_ENDED",
                            "NOT_PARKED_ANY_MORE",
                            "JOB_NOT_TO_BE_STOPPED",
                            "JOB_NOT_TO_BE_RESUMED",
                            "JOB_HAS_NOTHING_SET_ASIDE"));

    @Override
    public Map<Integer, List<String>> codes() {
        return CODES;
    }

    @Override
    public String bundle() {
        return "refusals-operations";
    }
}
