package id.pkh.verification.compliance.persistence;

import id.pkh.verification.compliance.domain.CommitmentResult;
import id.pkh.verification.compliance.domain.MemberAssessment;
import id.pkh.verification.compliance.domain.MemberComponent;
import id.pkh.verification.signal.domain.Attribution;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A row of member_result. */
record MemberRow(
        UUID kpmId,
        LocalDate quarterStart,
        UUID memberId,
        String component,
        CommitmentResult result,
        Attribution attribution,
        List<String> reasons,
        List<String> failedWindows) {

    /** The family and quarter that the row belongs to. */
    record FamilyQuarter(UUID kpmId, LocalDate quarterStart) {}

    FamilyQuarter familyQuarter() {
        return new FamilyQuarter(kpmId, quarterStart);
    }

    MemberAssessment assessment() {
        return new MemberAssessment(
                new MemberComponent(memberId, component),
                result,
                attribution,
                reasons,
                failedWindows);
    }
}
