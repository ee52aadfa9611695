package id.pkh.verification.compliance.domain;

import id.pkh.verification.signal.domain.Attribution;
import java.util.List;
import java.util.TreeSet;

/**
 * The result of one person's commitment in a quarter.
 *
 * @param reasons reason codes, sorted
 * @param failedWindows the windows behind NOT_MET or NOT_VERIFIED: {@code yyyy-MM}, or {@code yyyy-
 *     MM/yyyy-MM}
 */
public record MemberAssessment(
        MemberComponent member,
        CommitmentResult result,
        Attribution attribution,
        List<String> reasons,
        List<String> failedWindows) {

    public MemberAssessment {
        reasons = List.copyOf(new TreeSet<>(reasons));
        failedWindows = List.copyOf(failedWindows);
    }
}
