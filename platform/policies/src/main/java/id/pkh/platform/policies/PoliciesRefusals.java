package id.pkh.platform.policies;

import id.pkh.platform.web.RefusalStatuses;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Refusals about versions of policies. */
@ApplicationScoped
class PoliciesRefusals implements RefusalStatuses {

    private static final Map<Integer, List<String>> CODES =
            Map.of(
                    400,
                    List.of("POLICY_KIND_UNKNOWN", "POLICY_STATUS_UNKNOWN"),
                    409,
                    List.of(
                            "POLICY_CODE_TAKEN",
                            "POLICY_FIRST_DAY_PASSED",
                            "POLICY_FIRST_DAY_TAKEN",
                            "POLICY_LEAVES_GAP",
                            "POLICY_HASH_DIFFERS",
                            "POLICY_NOT_WAITING",
                            "POLICY_NOT_APPROVED",
                            "POLICY_IN_FORCE",
                            "POLICY_REVOCATION_PROPOSED",
                            "POLICY_REVOCATION_NOT_PROPOSED",
                            "POLICY_SAME_PERSON"),
                    422,
                    List.of(
                            "POLICY_FIRST_DAY_INVALID",
                            "POLICY_ROW_IMPOSSIBLE",
                            "POLICY_ROW_MISSING",
                            "POLICY_ROW_TWICE"));

    @Override
    public Map<Integer, List<String>> codes() {
        return CODES;
    }

    @Override
    public String bundle() {
        return "refusals-policies";
    }
}
