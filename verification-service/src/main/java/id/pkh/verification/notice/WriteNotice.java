package id.pkh.verification.notice;

import id.pkh.platform.web.BusinessDates;
import id.pkh.verification.compliance.ComplianceRecords;
import id.pkh.verification.compliance.domain.CommitmentResult;
import id.pkh.verification.decision.Decision;
import id.pkh.verification.decision.Decisions;
import id.pkh.verification.notice.ComposeNotice.FailedCommitment;
import id.pkh.verification.sanction.IssuedStep;
import id.pkh.verification.sanction.SanctionHistories;
import id.pkh.verification.signal.domain.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Writes the notice of a step or a decision to its family. */
@ApplicationScoped
public class WriteNotice {

    private final ComposeNotice compose = new ComposeNotice(new NoticeTexts());
    private final ComplianceRecords records;
    private final SanctionHistories histories;
    private final Decisions decisions;
    private final AppealWindows windows;
    private final Clock clock;

    WriteNotice(
            ComplianceRecords records,
            SanctionHistories histories,
            Decisions decisions,
            AppealWindows windows,
            Clock clock) {
        this.records = records;
        this.histories = histories;
        this.decisions = decisions;
        this.windows = windows;
        this.clock = clock;
    }

    @Transactional
    public FamilyNotice handle(IssuedStep step) {
        Decision decision = decisions.onStep(step.stepId()).orElse(null);
        if (step.isWithdrawn()) {
            return compose.withdrawn(step.due(), decision);
        }
        return decision == null
                ? compose.step(step.due(), failedCommitments(step), windows.against(step), today())
                : ofDecision(step, decision);
    }

    @Transactional
    public FamilyNotice handle(Decision decision) {
        return decision.stepId() == null
                ? compose.decided(decision, windows.against(decision), today())
                : handle(histories.find(decision.stepId()).orElseThrow());
    }

    private FamilyNotice ofDecision(IssuedStep step, Decision decision) {
        return compose.decided(
                step.due(), decision, failedCommitments(step), windows.against(decision), today());
    }

    private LocalDate today() {
        return BusinessDates.today(clock);
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
