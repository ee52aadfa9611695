package id.pkh.verification.explanation;

import id.pkh.verification.attendance.domain.MeetingKind;
import id.pkh.verification.compliance.CommitmentRules;
import id.pkh.verification.compliance.ComplianceRecords;
import id.pkh.verification.compliance.CountedEvidence;
import id.pkh.verification.compliance.domain.AgeRange;
import id.pkh.verification.compliance.domain.CommitmentPolicy;
import id.pkh.verification.compliance.domain.CommitmentResult;
import id.pkh.verification.compliance.domain.EvidenceLine;
import id.pkh.verification.compliance.domain.MemberAssessment;
import id.pkh.verification.explanation.MeetingEvidence.MeetingLine;
import id.pkh.verification.explanation.domain.Difference;
import id.pkh.verification.explanation.domain.Differences;
import id.pkh.verification.kpm.KpmRow;
import id.pkh.verification.kpm.Kpms;
import id.pkh.verification.notice.AppealWindows;
import id.pkh.verification.sanction.IssuedStep;
import id.pkh.verification.sanction.domain.CauseHistory;
import id.pkh.verification.sanction.domain.DueStep;
import id.pkh.verification.signal.SignalCollector;
import id.pkh.verification.signal.SignalSource;
import id.pkh.verification.signal.domain.Cause;
import id.pkh.verification.signal.domain.PeriodState;
import id.pkh.verification.signal.domain.VerificationPeriod;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Explains a step from the facts that stand: what was counted, and what would have changed it. */
@ApplicationScoped
public class ExplainStep {

    private final List<SignalSource> sources;
    private final MeetingEvidence meetings;
    private final ComplianceRecords records;
    private final CountedEvidence evidence;
    private final CommitmentRules rules;
    private final Kpms kpms;
    private final AppealWindows windows;

    ExplainStep(
            @All List<SignalSource> sources,
            MeetingEvidence meetings,
            ComplianceRecords records,
            CountedEvidence evidence,
            CommitmentRules rules,
            Kpms kpms,
            AppealWindows windows) {
        this.sources = sources;
        this.meetings = meetings;
        this.records = records;
        this.evidence = evidence;
        this.rules = rules;
        this.kpms = kpms;
        this.windows = windows;
    }

    @Transactional
    public StepExplanation handle(IssuedStep step) {
        List<PeriodState> run = runOf(step);
        return Cause.OF_COMMITMENTS.contains(step.due().cause())
                ? ofCommitments(step, run)
                : ofMeetings(step, run);
    }

    /** The counted periods that are known; facts past their retention are not. */
    private List<PeriodState> runOf(IssuedStep step) {
        DueStep due = step.due();
        SignalCollector signals = new SignalCollector(Set.of(due.cause()));
        sources.forEach(
                source -> source.contribute(Set.of(step.kpmId()), Set.of(due.cause()), signals));
        VerificationPeriod first = firstOf(due);
        return CauseHistory.of(due.cause(), signals.of(step.kpmId(), due.cause())).states().stream()
                .filter(state -> state.period().compareTo(first) >= 0)
                .filter(state -> state.period().compareTo(due.period()) <= 0)
                .toList();
    }

    private static VerificationPeriod firstOf(DueStep due) {
        VerificationPeriod first = due.period();
        for (int i = 1; i < due.running(); i++) {
            first = first.previous();
        }
        return first;
    }

    private StepExplanation ofMeetings(IssuedStep step, List<PeriodState> run) {
        DueStep due = step.due();
        MeetingKind kind =
                due.cause() == Cause.P2K2_ABSENCE ? MeetingKind.P2K2 : MeetingKind.GROUP_MEETING;
        List<MeetingLine> lines = meetings.of(step.kpmId(), kind, firstOf(due), due.period());
        List<VerificationPeriod> counted =
                Stream.iterate(due.period(), VerificationPeriod::previous)
                        .limit(due.running())
                        .toList();
        return explanation(
                step, run, lines, List.of(), null, Differences.ofMeetings(due.cause(), counted));
    }

    private StepExplanation ofCommitments(IssuedStep step, List<PeriodState> run) {
        DueStep due = step.due();
        CommitmentResult behind =
                due.cause() == Cause.COMMITMENT_NOT_MET
                        ? CommitmentResult.NOT_MET
                        : CommitmentResult.NOT_VERIFIED;
        CommitmentPolicy policy = rules.all().inForceFor(due.period()).orElseThrow();
        ComplianceRecords.Revision revision =
                records.current(Set.of(step.kpmId()), due.period()).get(step.kpmId());
        List<MemberAssessment> failed =
                revision == null
                        ? List.of()
                        : revision.assessment().members().stream()
                                .filter(member -> member.result() == behind)
                                .toList();
        Map<UUID, Map<YearMonth, List<EvidenceLine>>> counted =
                evidence.of(
                        failed.stream().map(member -> member.member().memberId()).toList(),
                        due.period());
        return explanation(
                step,
                run,
                List.of(),
                failed.stream().flatMap(member -> linesOf(member, counted)).toList(),
                new StepExplanation.Policy(policy.policyCode(), policy.legalBasis()),
                Differences.ofCommitments(
                        behind, failed, policy, agesOf(step.kpmId(), due.period()), counted));
    }

    /** As the registry knows the months of birth now. */
    private Map<UUID, Integer> agesOf(UUID kpmId, VerificationPeriod quarter) {
        return kpms.find(Set.of(kpmId)).values().stream()
                .flatMap(family -> family.members().stream())
                .filter(member -> member.birthMonth() != null)
                .collect(
                        Collectors.toMap(
                                KpmRow.MemberRow::memberId,
                                member ->
                                        AgeRange.ageMonths(member.birthMonth(), quarter.firstDay()),
                                (one, same) -> one));
    }

    private static Stream<EvidenceLine> linesOf(
            MemberAssessment member, Map<UUID, Map<YearMonth, List<EvidenceLine>>> counted) {
        Map<YearMonth, List<EvidenceLine>> months =
                counted.getOrDefault(member.member().memberId(), Map.of());
        return member.failedWindows().stream()
                .flatMap(window -> Differences.months(window).stream())
                .distinct()
                .flatMap(month -> months.getOrDefault(month, List.of()).stream());
    }

    private StepExplanation explanation(
            IssuedStep step,
            List<PeriodState> run,
            List<MeetingLine> meetingLines,
            List<EvidenceLine> formLines,
            StepExplanation.Policy commitmentPolicy,
            List<Difference> differences) {
        return new StepExplanation(
                step,
                run,
                meetingLines,
                formLines,
                commitmentPolicy,
                step.isWithdrawn() ? List.of() : differences,
                step.isWithdrawn() ? null : windows.against(step).lastDay());
    }
}
