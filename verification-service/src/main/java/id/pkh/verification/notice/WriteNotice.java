package id.pkh.verification.notice;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import id.pkh.platform.web.BusinessDates;
import id.pkh.verification.compliance.ComplianceRecords;
import id.pkh.verification.compliance.domain.CommitmentResult;
import id.pkh.verification.decision.Decision;
import id.pkh.verification.decision.Decisions;
import id.pkh.verification.notice.ComposeNotice.FailedCommitment;
import id.pkh.verification.notice.ComposeNotice.FamilyDecision;
import id.pkh.verification.sanction.IssuedStep;
import id.pkh.verification.sanction.SanctionHistories;
import id.pkh.verification.signal.domain.Cause;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Writes the notices of steps and decisions to their families; the texts are checked at start. */
@Startup
@ApplicationScoped
public class WriteNotice {

    private final ComposeNotice compose = new ComposeNotice(new NoticeTexts());
    private final ComplianceRecords records;
    private final SanctionHistories histories;
    private final Decisions decisions;
    private final NoticeFacts facts;
    private final AppealWindows windows;
    private final Clock clock;

    WriteNotice(
            ComplianceRecords records,
            SanctionHistories histories,
            Decisions decisions,
            NoticeFacts facts,
            AppealWindows windows,
            Clock clock) {
        this.records = records;
        this.histories = histories;
        this.decisions = decisions;
        this.facts = facts;
        this.windows = windows;
        this.clock = clock;
    }

    @Transactional
    public FamilyNotice handle(IssuedStep step) {
        return ofSteps(List.of(step)).get(step.stepId());
    }

    @Transactional
    public FamilyNotice handle(Decision decision) {
        return ofDecisions(List.of(decision)).get(decision.decisionId());
    }

    /** By step; what is known about all of them is read in a few statements. */
    @Transactional
    public Map<UUID, FamilyNotice> ofSteps(Collection<IssuedStep> steps) {
        Map<UUID, FamilyDecision> onSteps =
                withOthers(
                        decisions.onSteps(steps.stream().map(IssuedStep::stepId).toList()).stream()
                                .collect(toMap(Decision::stepId, decision -> decision)));
        return notices(steps, onSteps);
    }

    /** By decision. */
    @Transactional
    public Map<UUID, FamilyNotice> ofDecisions(Collection<Decision> about) {
        Map<UUID, FamilyDecision> byId =
                withOthers(about.stream().collect(toMap(Decision::decisionId, each -> each)));
        Map<UUID, FamilyDecision> onSteps =
                byId.values().stream()
                        .filter(each -> each.decision().stepId() != null)
                        .collect(toMap(each -> each.decision().stepId(), each -> each));
        Map<UUID, FamilyNotice> ofSteps = notices(histories.find(onSteps.keySet()), onSteps);
        Map<UUID, FamilyNotice> notices = new HashMap<>();
        byId.forEach(
                (id, each) ->
                        notices.put(
                                id,
                                each.decision().stepId() == null
                                        ? compose.decided(
                                                each, windows.against(each.decision()), today())
                                        : ofSteps.get(each.decision().stepId())));
        return notices;
    }

    private Map<UUID, FamilyNotice> notices(
            Collection<IssuedStep> steps, Map<UUID, FamilyDecision> onSteps) {
        Map<UUID, AppealTerm> terms = windows.againstSteps(steps);
        Map<UUID, List<FailedCommitment>> failed = failedCommitments(steps);
        Map<UUID, FamilyNotice> notices = new HashMap<>();
        for (IssuedStep step : steps) {
            notices.put(
                    step.stepId(),
                    notice(
                            step,
                            onSteps.get(step.stepId()),
                            failed.getOrDefault(step.stepId(), List.of()),
                            terms.get(step.stepId())));
        }
        return notices;
    }

    private FamilyNotice notice(
            IssuedStep step,
            FamilyDecision decision,
            List<FailedCommitment> failed,
            AppealTerm term) {
        if (step.isWithdrawn()) {
            return compose.withdrawn(step.due(), decision);
        }
        return decision == null
                ? compose.step(step.due(), failed, term, today())
                : compose.decided(
                        step.due(),
                        decision,
                        failed,
                        windows.against(decision.decision()),
                        today());
    }

    private Map<UUID, FamilyDecision> withOthers(Map<UUID, Decision> byKey) {
        Map<UUID, Set<UUID>> inEffect =
                facts.decisionsInEffect(
                        byKey.values().stream().map(Decision::kpmId).collect(toSet()));
        Map<UUID, FamilyDecision> found = new HashMap<>();
        byKey.forEach(
                (key, decision) ->
                        found.put(
                                key,
                                new FamilyDecision(
                                        decision,
                                        inEffect.getOrDefault(decision.kpmId(), Set.of()).stream()
                                                .anyMatch(
                                                        id -> !id.equals(decision.decisionId())))));
        return found;
    }

    private LocalDate today() {
        return BusinessDates.today(clock);
    }

    private Map<UUID, List<FailedCommitment>> failedCommitments(Collection<IssuedStep> steps) {
        Map<UUID, List<FailedCommitment>> failed = new HashMap<>();
        steps.stream()
                .filter(step -> Cause.OF_COMMITMENTS.contains(step.due().cause()))
                .collect(groupingBy(step -> step.due().period()))
                .forEach(
                        (quarter, ofQuarter) -> {
                            Map<UUID, ComplianceRecords.Revision> current =
                                    records.current(
                                            ofQuarter.stream()
                                                    .map(IssuedStep::kpmId)
                                                    .collect(toSet()),
                                            quarter);
                            ofQuarter.forEach(
                                    step ->
                                            failed.put(
                                                    step.stepId(),
                                                    failed(step, current.get(step.kpmId()))));
                        });
        return failed;
    }

    private static List<FailedCommitment> failed(
            IssuedStep step, ComplianceRecords.Revision revision) {
        CommitmentResult behind =
                step.due().cause() == Cause.COMMITMENT_NOT_MET
                        ? CommitmentResult.NOT_MET
                        : CommitmentResult.NOT_VERIFIED;
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
