package id.pkh.verification.appeal;

import id.pkh.contracts.verification.AppealDecided;
import id.pkh.platform.messaging.outbox.Outbox;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import id.pkh.verification.appeal.domain.AppealRule;
import id.pkh.verification.kpm.Kpms;
import id.pkh.verification.sanction.Decision;
import id.pkh.verification.sanction.Decisions;
import id.pkh.verification.sanction.IssuedStep;
import id.pkh.verification.sanction.RecomputeSanctions;
import id.pkh.verification.sanction.SanctionHistories;
import id.pkh.verification.sanction.WithdrawalReason;
import id.pkh.verification.signal.ReassessmentRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * An officer who had no part in the case decides the appeal. When it is upheld, the steps of the
 * family are recomputed.
 */
@ApplicationScoped
public class DecideAppeal {

    /** What the officer decides, and who the officer is. */
    public record Command(
            UUID appealId, AppealOutcome outcome, String reason, String officer, AreaScope areas) {}

    private final Appeals appeals;
    private final SanctionHistories histories;
    private final Decisions decisions;
    private final RecomputeSanctions recompute;
    private final Kpms kpms;
    private final Outbox outbox;
    private final Clock clock;

    DecideAppeal(
            Appeals appeals,
            SanctionHistories histories,
            Decisions decisions,
            RecomputeSanctions recompute,
            Kpms kpms,
            Outbox outbox,
            Clock clock) {
        this.appeals = appeals;
        this.histories = histories;
        this.decisions = decisions;
        this.recompute = recompute;
        this.kpms = kpms;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    public Appeal handle(Command command) {
        Appeal seen =
                appeals.find(command.appealId()).orElseThrow(() -> Refused.because("NOT_FOUND"));
        IssuedStep step = histories.find(seen.stepId()).orElseThrow();
        String village = kpms.villageOf(seen.kpmId()).orElse(step.villageCode());
        command.areas().require(village);
        long version = histories.lock(List.of(seen.kpmId())).get(seen.kpmId()) + 1;
        Appeal appeal = appeals.find(command.appealId()).orElseThrow();
        String stepDecidedBy =
                decisions.onStep(seen.stepId()).map(Decision::decidedBy).orElse(null);
        AppealRule.refusalToDecide(
                        appeal.isDecided(), stepDecidedBy, appeal.lodgedBy(), command.officer())
                .ifPresent(
                        code -> {
                            throw withVerdict(Refused.because(code), appeal);
                        });
        Instant now = clock.instant();
        appeals.decide(
                appeal.appealId(),
                new AppealVerdict(
                        command.outcome(),
                        command.reason(),
                        command.officer(),
                        BusinessDates.on(now),
                        now));
        outbox.append(
                new AppealDecided(
                        appeal.appealId(),
                        appeal.kpmId(),
                        village,
                        appeal.stepId(),
                        command.outcome().name(),
                        command.officer(),
                        null,
                        BusinessDates.on(now),
                        now),
                version);
        histories.saveVersions(Map.of(appeal.kpmId(), version));
        if (command.outcome() == AppealOutcome.UPHELD) {
            recompute.handle(
                    ReassessmentRequest.at(Set.of(appeal.kpmId())),
                    Set.of(appeal.cause()),
                    WithdrawalReason.APPEAL_UPHELD);
        }
        return appeals.find(command.appealId()).orElseThrow();
    }

    /** The decision that the appeal has already, if it has one. */
    private static Refused withVerdict(Refused refused, Appeal appeal) {
        return appeal.isDecided()
                ? refused.with("decision", appeal.verdict().outcome().name())
                        .with("decided_at", appeal.verdict().decidedAt())
                : refused;
    }
}
