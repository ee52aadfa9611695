package id.pkh.verification.explanation.rest;

import id.pkh.verification.attendance.domain.MeetingKind;
import id.pkh.verification.compliance.domain.EvidenceKind;
import id.pkh.verification.evidence.rest.EntryView;
import id.pkh.verification.explanation.ExplanationTexts;
import id.pkh.verification.explanation.StepExplanation;
import id.pkh.verification.explanation.domain.Difference;
import id.pkh.verification.explanation.domain.DifferenceCode;
import id.pkh.verification.sanction.domain.DueStep;
import id.pkh.verification.sanction.domain.Step;
import id.pkh.verification.signal.domain.Attribution;
import id.pkh.verification.signal.domain.Cause;
import id.pkh.verification.signal.domain.PeriodState;
import id.pkh.verification.signal.domain.SignalState;
import id.pkh.verification.signal.domain.VerificationPeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a step was issued, and what would have made the difference. */
@Schema(name = "StepExplanation")
public record ExplanationView(
        UUID stepId,
        UUID kpmId,
        @Schema(pattern = VerificationPeriod.TEXT) String period,
        Cause cause,
        Step step,
        boolean standing,
        int countBefore,
        int countAfter,
        List<PeriodView> periods,
        PolicyView ladder,
        @Schema(nullable = true) PolicyView commitments,
        List<MeetingLineView> meetings,
        List<FormLineView> lines,
        List<DifferenceView> differences,
        @Schema(nullable = true) LocalDate appealUntil) {

    /** A period that was counted. */
    @Schema(name = "ExplainedPeriod")
    public record PeriodView(
            @Schema(pattern = VerificationPeriod.TEXT) String period,
            SignalState state,
            Attribution attribution,
            List<String> reasons) {

        static PeriodView of(PeriodState state) {
            return new PeriodView(
                    state.period().text(), state.state(), state.attribution(), state.reasons());
        }
    }

    /** A policy and the source of its numbers. */
    @Schema(name = "ExplainedPolicy")
    public record PolicyView(String policyCode, String legalBasis) {}

    /** The entry of the family on the list of a group and month. */
    @Schema(name = "ExplainedMeetingLine")
    public record MeetingLineView(
            UUID groupId,
            UUID eventId,
            MeetingKind kind,
            YearMonth month,
            String mark,
            @Schema(nullable = true) String reason,
            LocalDate occurredOn,
            Instant recordedAt) {}

    /** The entry of a form for a member and month. */
    @Schema(name = "ExplainedFormLine")
    public record FormLineView(
            UUID formId,
            UUID memberId,
            EvidenceKind kind,
            String pointCode,
            YearMonth month,
            EntryView entry) {}

    /** What would have kept a period from counting, as a code with values and as sentences. */
    @Schema(name = "ExplainedDifference")
    public record DifferenceView(
            DifferenceCode code,
            @Schema(nullable = true) UUID memberId,
            Map<String, String> values,
            String en,
            String id) {

        static DifferenceView of(Difference difference, ExplanationTexts texts) {
            return new DifferenceView(
                    difference.code(),
                    difference.memberId(),
                    difference.values(),
                    texts.english(difference),
                    texts.indonesian(difference));
        }
    }

    static ExplanationView of(StepExplanation explained, ExplanationTexts texts) {
        DueStep due = explained.step().due();
        return new ExplanationView(
                explained.step().stepId(),
                explained.step().kpmId(),
                due.period().text(),
                due.cause(),
                due.step(),
                !explained.step().isWithdrawn(),
                due.running() - 1,
                due.running(),
                explained.run().stream().map(PeriodView::of).toList(),
                new PolicyView(due.policyCode(), due.legalBasis()),
                explained.commitmentPolicy() == null
                        ? null
                        : new PolicyView(
                                explained.commitmentPolicy().policyCode(),
                                explained.commitmentPolicy().legalBasis()),
                explained.meetings().stream()
                        .map(
                                line ->
                                        new MeetingLineView(
                                                line.groupId(),
                                                line.eventId(),
                                                line.kind(),
                                                line.month(),
                                                line.mark(),
                                                line.reason(),
                                                line.occurredOn(),
                                                line.recordedAt()))
                        .toList(),
                explained.lines().stream()
                        .map(
                                line ->
                                        new FormLineView(
                                                line.formId(),
                                                line.memberId(),
                                                line.kind(),
                                                line.pointCode(),
                                                line.month(),
                                                EntryView.of(line.entry())))
                        .toList(),
                explained.differences().stream()
                        .map(difference -> DifferenceView.of(difference, texts))
                        .toList(),
                explained.appealUntil());
    }
}
