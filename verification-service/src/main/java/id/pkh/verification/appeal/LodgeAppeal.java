package id.pkh.verification.appeal;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.contracts.verification.AppealLodged;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import id.pkh.verification.appeal.domain.AppealRule;
import id.pkh.verification.decision.Decision;
import id.pkh.verification.decision.DecisionEffects;
import id.pkh.verification.decision.Decisions;
import id.pkh.verification.decision.NoticePolicies;
import id.pkh.verification.decision.domain.DecisionLife;
import id.pkh.verification.decision.domain.NoticePolicy;
import id.pkh.verification.kpm.Kpms;
import id.pkh.verification.notice.AppealWindows;
import id.pkh.verification.sanction.IssuedStep;
import id.pkh.verification.sanction.LockedFamilies;
import id.pkh.verification.sanction.SanctionHistories;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A person lodges an appeal for a family, against a step or against a decision. */
@ApplicationScoped
public class LodgeAppeal {

    /**
     * @param subjectId the step or the decision
     */
    public record Command(
            UUID subjectId,
            AppealChannel channel,
            String grounds,
            String statement,
            String evidenceReference,
            String person,
            AreaScope areas) {}

    private final Appeals appeals;
    private final SanctionHistories histories;
    private final Decisions decisions;
    private final DecisionEffects effects;
    private final AppealWindows windows;
    private final NoticePolicies policies;
    private final LockedFamilies families;
    private final Kpms kpms;
    private final Clock clock;

    LodgeAppeal(
            Appeals appeals,
            SanctionHistories histories,
            Decisions decisions,
            DecisionEffects effects,
            AppealWindows windows,
            NoticePolicies policies,
            LockedFamilies families,
            Kpms kpms,
            Clock clock) {
        this.appeals = appeals;
        this.histories = histories;
        this.decisions = decisions;
        this.effects = effects;
        this.windows = windows;
        this.policies = policies;
        this.families = families;
        this.kpms = kpms;
        this.clock = clock;
    }

    @Transactional
    public Appeal againstStep(Command command) {
        IssuedStep seen =
                histories.find(command.subjectId()).orElseThrow(() -> Refused.because("NOT_FOUND"));
        String village = kpms.villageOf(seen.kpmId()).orElse(seen.villageCode());
        command.areas().require(village);
        LockedFamilies.Events events = families.lock(List.of(seen.kpmId()));
        IssuedStep step = histories.find(command.subjectId()).orElseThrow();
        refuse(
                step.isWithdrawn(),
                appeals.isLodgedAgainstStep(step.stepId()),
                windows.against(step).lastDay());
        Appeal appeal = appeal(command, step, null, step.kpmId());
        return lodged(appeal, decisions.onStep(step.stepId()), village, events);
    }

    @Transactional
    public Appeal againstDecision(Command command) {
        Decision seen =
                decisions.find(command.subjectId()).orElseThrow(() -> Refused.because("NOT_FOUND"));
        String village = kpms.villageOf(seen.kpmId()).orElseThrow();
        command.areas().require(village);
        LockedFamilies.Events events = families.lock(List.of(seen.kpmId()));
        Decision decision = decisions.find(command.subjectId()).orElseThrow();
        decision.life()
                .refusal(DecisionLife.Act.LIFT)
                .ifPresent(
                        code -> {
                            throw Refused.because(code).with("decision", decision.measure().name());
                        });
        refuse(
                false,
                appeals.isLodgedAgainstDecision(decision.decisionId()),
                windows.against(decision).lastDay());
        Appeal appeal = appeal(command, null, decision, decision.kpmId());
        return lodged(appeal, Optional.of(decision), village, events);
    }

    private void refuse(boolean isWithdrawn, boolean isLodged, LocalDate lastDay) {
        AppealRule.refusalToLodge(isWithdrawn, isLodged, lastDay, BusinessDates.today(clock))
                .ifPresent(
                        code -> {
                            throw Refused.because(code).with("last_day", String.valueOf(lastDay));
                        });
    }

    private Appeal appeal(Command command, IssuedStep step, Decision decision, UUID kpmId) {
        if (!appeals.isKnownGround(command.grounds())) {
            throw Refused.because("GROUNDS_UNKNOWN").with("grounds", command.grounds());
        }
        Instant now = clock.instant();
        LocalDate today = BusinessDates.on(now);
        return new Appeal(
                UuidCreator.getTimeOrderedEpoch(),
                step == null ? null : step.stepId(),
                decision == null ? null : decision.decisionId(),
                kpmId,
                step == null ? null : step.due().cause(),
                step == null ? null : step.due().period(),
                command.channel(),
                command.grounds(),
                command.statement(),
                command.evidenceReference(),
                today.plusDays(policies.inForceOn(today).appealDecisionDays()),
                command.person(),
                today,
                now,
                null);
    }

    private Appeal lodged(
            Appeal appeal,
            Optional<Decision> decision,
            String village,
            LockedFamilies.Events events) {
        appeals.add(appeal);
        events.add(
                appeal.kpmId(),
                new AppealLodged(
                        appeal.appealId(),
                        appeal.kpmId(),
                        village,
                        appeal.stepId(),
                        appeal.lodgedBy(),
                        appeal.decisionId(),
                        appeal.channel().name(),
                        appeal.decideBy(),
                        appeal.lodgedOn(),
                        appeal.lodgedAt()));
        NoticePolicy policy = policies.inForceOn(appeal.lodgedOn());
        decision.filter(each -> policy.isStayedByAppeal(each.measure(), each.effect()))
                .ifPresent(each -> effects.stay(each, appeal.appealId(), village, events));
        events.publish();
        return appeal;
    }
}
