package id.pkh.verification.notice;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.contracts.verification.NoticeDelivered;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import id.pkh.verification.decision.Decision;
import id.pkh.verification.decision.DecisionEffects;
import id.pkh.verification.decision.Decisions;
import id.pkh.verification.decision.NoticePolicies;
import id.pkh.verification.decision.domain.DecisionLife;
import id.pkh.verification.decision.domain.DecisionRule;
import id.pkh.verification.decision.domain.DeliveryOutcome;
import id.pkh.verification.decision.domain.NoticePolicy;
import id.pkh.verification.decision.domain.NoticeRoute;
import id.pkh.verification.kpm.Kpms;
import id.pkh.verification.sanction.IssuedStep;
import id.pkh.verification.sanction.LockedFamilies;
import id.pkh.verification.sanction.SanctionHistories;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A person records that the notice of a step or a decision came to its family, or that the family
 * was not reached. A delivered decision takes effect, at once or on its day.
 */
@ApplicationScoped
public class RecordDelivery {

    private static final String STEP = "STEP";
    private static final String DECISION = "DECISION";

    /**
     * @param subjectId the step or the decision
     * @param deliveredBy null when the person delivered it
     */
    public record Command(
            UUID subjectId,
            DeliveryOutcome outcome,
            NoticeRoute route,
            LocalDate occurredOn,
            String deliveredBy,
            String evidenceReference,
            boolean isAcknowledged,
            String person,
            AreaScope areas) {}

    private final Deliveries deliveries;
    private final SanctionHistories histories;
    private final Decisions decisions;
    private final DecisionEffects effects;
    private final NoticePolicies policies;
    private final LockedFamilies families;
    private final Kpms kpms;
    private final Clock clock;

    RecordDelivery(
            Deliveries deliveries,
            SanctionHistories histories,
            Decisions decisions,
            DecisionEffects effects,
            NoticePolicies policies,
            LockedFamilies families,
            Kpms kpms,
            Clock clock) {
        this.deliveries = deliveries;
        this.histories = histories;
        this.decisions = decisions;
        this.effects = effects;
        this.policies = policies;
        this.families = families;
        this.kpms = kpms;
        this.clock = clock;
    }

    @Transactional
    public DeliveryAttempt ofStep(Command command) {
        IssuedStep seen =
                histories.find(command.subjectId()).orElseThrow(() -> Refused.because("NOT_FOUND"));
        String village = kpms.villageOf(seen.kpmId()).orElse(seen.villageCode());
        command.areas().require(village);
        LockedFamilies.Events events = families.lock(List.of(seen.kpmId()));
        IssuedStep step = histories.find(command.subjectId()).orElseThrow();
        if (step.isWithdrawn()) {
            throw Refused.because("STEP_WITHDRAWN")
                    .with("withdrawal_reason", step.withdrawalReason().name())
                    .with("withdrawn_at", step.withdrawnAt());
        }
        List<DeliveryAttempt> before = deliveries.ofStep(step.stepId());
        refuse(command, before, step.issuedOn());
        DeliveryAttempt attempt = attempt(command, step.stepId(), null, step.kpmId(), null);
        deliveries.add(attempt);
        announce(attempt, STEP, village, events);
        events.publish();
        return attempt;
    }

    @Transactional
    public DeliveryAttempt ofDecision(Command command) {
        Decision seen =
                decisions.find(command.subjectId()).orElseThrow(() -> Refused.because("NOT_FOUND"));
        String village = kpms.villageOf(seen.kpmId()).orElseThrow();
        command.areas().require(village);
        LockedFamilies.Events events = families.lock(List.of(seen.kpmId()));
        Decision decision = decisions.find(command.subjectId()).orElseThrow();
        decision.life()
                .refusal(DecisionLife.Act.DELIVER)
                .ifPresent(
                        code -> {
                            throw Refused.because(code).with("decision", decision.measure().name());
                        });
        refuse(command, deliveries.ofDecision(decision.decisionId()), decision.decidedOn());
        LocalDate due =
                DecisionRule.effectiveFrom(
                        decision.effectiveFrom(),
                        command.occurredOn(),
                        policies.inForceOn(command.occurredOn()).daysUntilEffect());
        DeliveryAttempt attempt =
                attempt(command, null, decision.decisionId(), decision.kpmId(), due);
        deliveries.add(attempt);
        announce(attempt, DECISION, village, events);
        if (attempt.isDelivered()) {
            effects.takeEffectIfDue(
                    decisions.find(decision.decisionId()).orElseThrow(), village, events);
        }
        events.publish();
        return attempt;
    }

    private void refuse(Command command, List<DeliveryAttempt> before, LocalDate earliest) {
        if (before.stream().anyMatch(DeliveryAttempt::isDelivered)) {
            throw Refused.because("NOTICE_ALREADY_DELIVERED");
        }
        LocalDate day = command.occurredOn();
        LocalDate today = BusinessDates.today(clock);
        if (day.isBefore(earliest) || day.isAfter(today)) {
            throw Refused.because("NOTICE_DAY_INVALID")
                    .with("first_day", earliest.toString())
                    .with("last_day", today.toString());
        }
        if (command.outcome() == DeliveryOutcome.DELIVERED) {
            NoticePolicy policy = policies.inForceOn(day);
            // two attempts on one day are one
            int attempts =
                    (int) before.stream().map(DeliveryAttempt::occurredOn).distinct().count();
            policy.refusal(command.route(), attempts)
                    .ifPresent(
                            code -> {
                                throw Refused.because(code)
                                        .with("route", command.route().name())
                                        .with("attempts", attempts)
                                        .with("attempts_needed", policy.attemptsUntilPosted());
                            });
        }
    }

    private DeliveryAttempt attempt(
            Command command, UUID stepId, UUID decisionId, UUID kpmId, LocalDate due) {
        Instant now = clock.instant();
        boolean isDelivered = command.outcome() == DeliveryOutcome.DELIVERED;
        return new DeliveryAttempt(
                UuidCreator.getTimeOrderedEpoch(),
                stepId,
                decisionId,
                kpmId,
                command.outcome(),
                command.route(),
                command.occurredOn(),
                command.deliveredBy() == null ? command.person() : command.deliveredBy(),
                command.evidenceReference(),
                isDelivered && command.isAcknowledged(),
                isDelivered ? due : null,
                command.person(),
                BusinessDates.on(now),
                now);
    }

    private static void announce(
            DeliveryAttempt attempt,
            String subject,
            String villageCode,
            LockedFamilies.Events events) {
        if (attempt.isDelivered()) {
            events.add(
                    attempt.kpmId(),
                    new NoticeDelivered(
                            attempt.noticeId(),
                            subject,
                            attempt.stepId() == null ? attempt.decisionId() : attempt.stepId(),
                            attempt.kpmId(),
                            villageCode,
                            attempt.route().name(),
                            attempt.occurredOn(),
                            attempt.isAcknowledged(),
                            attempt.recordedOn(),
                            attempt.recordedAt()));
        }
    }
}
