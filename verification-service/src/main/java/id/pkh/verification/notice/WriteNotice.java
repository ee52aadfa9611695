package id.pkh.verification.notice;

import id.pkh.verification.appeal.domain.AppealRule;
import id.pkh.verification.compliance.ComplianceRecords;
import id.pkh.verification.compliance.domain.CommitmentResult;
import id.pkh.verification.notice.ComposeNotice.FailedCommitment;
import id.pkh.verification.sanction.Decisions;
import id.pkh.verification.sanction.IssuedStep;
import id.pkh.verification.sanction.Ladders;
import id.pkh.verification.signal.domain.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Writes the notice of a step to its family. */
@ApplicationScoped
public class WriteNotice {

    private final ComposeNotice compose = new ComposeNotice(new NoticeTexts());
    private final ComplianceRecords records;
    private final Decisions decisions;
    private final Ladders ladders;

    WriteNotice(ComplianceRecords records, Decisions decisions, Ladders ladders) {
        this.records = records;
        this.decisions = decisions;
        this.ladders = ladders;
    }

    @Transactional
    public FamilyNotice handle(IssuedStep step) {
        LocalDate appealUntil =
                AppealRule.lastDay(
                        step.issuedOn(), ladders.appealWindowDays(step.due().policyCode()));
        return compose.compose(
                step.due(),
                step.isWithdrawn(),
                decisions.onStep(step.stepId()).orElse(null),
                failedCommitments(step),
                appealUntil);
    }

    private List<FailedCommitment> failedCommitments(IssuedStep step) {
        Cause cause = step.due().cause();
        if (!Cause.OF_COMMITMENTS.contains(cause)) {
            return List.of();
        }
        CommitmentResult behind =
                cause == Cause.COMMITMENT_NOT_MET
                        ? CommitmentResult.NOT_MET
                        : CommitmentResult.NOT_VERIFIED;
        ComplianceRecords.Revision revision =
                records.current(Set.of(step.kpmId()), step.due().period()).get(step.kpmId());
        return revision == null
                ? List.of()
                : revision.assessment().members().stream()
                        .filter(member -> member.result() == behind)
                        .map(
                                member ->
                                        new FailedCommitment(
                                                member.member().component(),
                                                member.failedWindows()))
                        .toList();
    }
}
