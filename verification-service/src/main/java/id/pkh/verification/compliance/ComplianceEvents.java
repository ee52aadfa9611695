package id.pkh.verification.compliance;

import id.pkh.contracts.verification.CommitmentAssessed;
import id.pkh.contracts.verification.MemberResult;
import id.pkh.verification.compliance.domain.FamilyAssessment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Assessments in the published language. */
final class ComplianceEvents {

    private ComplianceEvents() {}

    static CommitmentAssessed assessed(
            UUID kpmId, String villageCode, FamilyAssessment assessment, LocalDate on, Instant at) {
        return new CommitmentAssessed(
                kpmId,
                villageCode,
                assessment.quarter().text(),
                assessment.result().name(),
                assessment.attribution().name(),
                assessment.reasons(),
                assessment.members().stream()
                        .map(
                                member ->
                                        new MemberResult(
                                                member.member().memberId(),
                                                member.member().component(),
                                                member.result().name(),
                                                member.reasons()))
                        .toList(),
                on,
                at);
    }
}
