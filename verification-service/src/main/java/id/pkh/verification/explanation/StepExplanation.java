package id.pkh.verification.explanation;

import id.pkh.verification.compliance.domain.EvidenceLine;
import id.pkh.verification.explanation.MeetingEvidence.MeetingLine;
import id.pkh.verification.explanation.domain.Difference;
import id.pkh.verification.sanction.IssuedStep;
import id.pkh.verification.signal.domain.PeriodState;
import java.time.LocalDate;
import java.util.List;

/**
 * Everything that explains a step.
 *
 * @param run the periods that were counted, oldest first
 * @param meetings lines of meetings behind the step; empty for a step about commitments
 * @param lines lines of forms behind the step; empty for a step about meetings
 * @param commitmentPolicy by which the commitments were assessed; null for a step about meetings
 * @param differences what would have kept the periods from counting; none for a withdrawn step
 * @param appealUntil last day of the window; null for a withdrawn step, and as long as the step was
 *     not delivered
 */
public record StepExplanation(
        IssuedStep step,
        List<PeriodState> run,
        List<MeetingLine> meetings,
        List<EvidenceLine> lines,
        Policy commitmentPolicy,
        List<Difference> differences,
        LocalDate appealUntil) {

    /** A policy and where its numbers come from. */
    public record Policy(String policyCode, String legalBasis) {}
}
