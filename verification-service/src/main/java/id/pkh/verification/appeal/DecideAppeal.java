package id.pkh.verification.appeal;

import id.pkh.contracts.verification.AppealDecided;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import id.pkh.verification.appeal.domain.AppealRule;
import id.pkh.verification.decision.Decision;
import id.pkh.verification.decision.DecisionEffects;
import id.pkh.verification.decision.Decisions;
import id.pkh.verification.decision.NoticePolicies;
import id.pkh.verification.decision.domain.LiftReason;
import id.pkh.verification.kpm.Kpms;
import id.pkh.verification.sanction.IssuedStep;
import id.pkh.verification.sanction.LockedFamilies;
import id.pkh.verification.sanction.RecomputeSanctions;
import id.pkh.verification.sanction.SanctionHistories;
import id.pkh.verification.sanction.WithdrawalReason;
import id.pkh.verification.signal.ReassessmentRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An officer who had no part in the case decides the appeal. When one against a step is upheld, the
 * steps of the family are recomputed, and decisions on withdrawn steps are lifted. When one against
 * a decision is upheld, the decision is lifted.
 */
@ApplicationScoped
public class DecideAppeal {

    /** What the officer decides, and who the officer is. */
    public record Command(
            UUID appealId, AppealOutcome outcome, String reason, String officer, AreaScope areas) {}

    private final Appeals appeals;
    private final SanctionHistories histories;
    private final Decisions decisions;
    private final DecisionEffects effects;
    private final NoticePolicies policies;
    private final RecomputeSanctions recompute;
    private final LockedFamilies families;
    private final Kpms kpms;
    private final Clock clock;

    DecideAppeal(
            Appeals appeals,
            SanctionHistories histories,
            Decisions decisions,
            DecisionEffects effects,
            NoticePolicies policies,
            RecomputeSanctions recompute,
            LockedFamilies families,
            Kpms kpms,
            Clock clock) {
        this.appeals = appeals;
        this.histories = histories;
        this.decisions = decisions;
        this.effects = effects;
        this.policies = policies;
        this.recompute = recompute;
        this.families = families;
        this.kpms = kpms;
        this.clock = clock;
    }

    @Transactional
    public Appeal handle(Command command) {
        Appeal seen =
                appeals.find(command.appealId()).orElseThrow(() -> Refused.because("NOT_FOUND"));
        String village = villageOf(seen);
        command.areas().require(village);
        LockedFamilies.Events events = families.lock(List.of(seen.kpmId()));
        Appeal appeal = appeals.find(command.appealId()).orElseThrow();
        Optional<Decision> contested = contested(appeal);
        AppealRule.refusalToDecide(
                        appeal.isDecided(),
                        contested.map(DecideAppeal::deciders).orElse(Set.of()),
                        appeal.lodgedBy(),
                        command.officer())
                .ifPresent(
                        code -> {
                            throw withVerdict(Refused.because(code), appeal);
                        });
        AppealVerdict verdict = verdict(command);
        appeals.decide(appeal.appealId(), verdict);
        events.add(
                appeal.kpmId(),
                new AppealDecided(
                        appeal.appealId(),
                        appeal.kpmId(),
                        village,
                        appeal.stepId(),
                        command.outcome().name(),
                        command.officer(),
                        appeal.decisionId(),
                        verdict.decidedOn(),
                        verdict.decidedAt()));
        if (command.outcome() == AppealOutcome.REJECTED) {
            effects.endStays(appeal.appealId(), stayedBesides(contested), village, events);
            events.publish();
        } else {
            uphold(appeal, command.officer(), village, events);
        }
        return appeals.find(command.appealId()).orElseThrow();
    }

    private void uphold(
            Appeal appeal, String officer, String village, LockedFamilies.Events events) {
        if (appeal.stepId() == null) {
            lift(contested(appeal), officer, village, events);
            events.publish();
            return;
        }
        events.publish();
        recompute.handle(
                ReassessmentRequest.at(Set.of(appeal.kpmId())),
                Set.of(appeal.cause()),
                WithdrawalReason.APPEAL_UPHELD);
        // a step that is older than the facts stays, and the decision on it does not
        Optional<Decision> left = contested(appeal).filter(decision -> !decision.isLifted());
        if (left.isPresent()) {
            LockedFamilies.Events more = families.lock(List.of(appeal.kpmId()));
            lift(left, officer, village, more);
            more.publish();
        }
    }

    private void lift(
            Optional<Decision> decision,
            String officer,
            String village,
            LockedFamilies.Events events) {
        Instant now = clock.instant();
        Decision.Lift lift =
                new Decision.Lift(
                        LiftReason.APPEAL_UPHELD, null, officer, BusinessDates.on(now), now);
        decision.ifPresent(each -> effects.lift(each, lift, village, events));
    }

    private Optional<Decision> contested(Appeal appeal) {
        return appeal.stepId() == null
                ? decisions.find(appeal.decisionId())
                : decisions.onStep(appeal.stepId());
    }

    /** The other appeal that is still open and stays the decision; null when there is none. */
    private UUID stayedBesides(Optional<Decision> contested) {
        return contested.stream()
                .flatMap(
                        decision ->
                                appeals
                                        .openAgainst(decision.decisionId(), decision.stepId())
                                        .stream()
                                        .filter(other -> isStaying(other, decision)))
                .map(Appeal::appealId)
                .findFirst()
                .orElse(null);
    }

    private boolean isStaying(Appeal appeal, Decision decision) {
        return policies.inForceOn(appeal.lodgedOn())
                .isStayedByAppeal(decision.measure(), decision.effect());
    }

    private static Set<String> deciders(Decision decision) {
        return Stream.of(decision.preparedBy(), decision.decidedBy())
                .filter(person -> person != null)
                .collect(Collectors.toSet());
    }

    private AppealVerdict verdict(Command command) {
        Instant now = clock.instant();
        return new AppealVerdict(
                command.outcome(), command.reason(), command.officer(), BusinessDates.on(now), now);
    }

    private String villageOf(Appeal appeal) {
        return kpms.villageOf(appeal.kpmId())
                .or(
                        () ->
                                Optional.ofNullable(appeal.stepId())
                                        .flatMap(step -> histories.find(step))
                                        .map(IssuedStep::villageCode))
                .orElseThrow();
    }

    /** The decision that the appeal has already, if it has one. */
    private static Refused withVerdict(Refused refused, Appeal appeal) {
        return appeal.isDecided()
                ? refused.with("decision", appeal.verdict().outcome().name())
                        .with("decided_at", appeal.verdict().decidedAt())
                : refused;
    }
}
