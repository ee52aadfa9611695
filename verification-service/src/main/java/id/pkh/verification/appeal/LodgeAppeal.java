package id.pkh.verification.appeal;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.contracts.verification.AppealLodged;
import id.pkh.platform.messaging.outbox.Outbox;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import id.pkh.verification.appeal.domain.AppealRule;
import id.pkh.verification.kpm.Kpms;
import id.pkh.verification.sanction.IssuedStep;
import id.pkh.verification.sanction.Ladders;
import id.pkh.verification.sanction.SanctionHistories;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A facilitator or coordinator lodges an appeal for a family. */
@ApplicationScoped
public class LodgeAppeal {

    private final Appeals appeals;
    private final SanctionHistories histories;
    private final Ladders ladders;
    private final Kpms kpms;
    private final Outbox outbox;
    private final Clock clock;

    LodgeAppeal(
            Appeals appeals,
            SanctionHistories histories,
            Ladders ladders,
            Kpms kpms,
            Outbox outbox,
            Clock clock) {
        this.appeals = appeals;
        this.histories = histories;
        this.ladders = ladders;
        this.kpms = kpms;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    public Appeal handle(UUID stepId, String statement, String lodgedBy, AreaScope areas) {
        IssuedStep seen = histories.find(stepId).orElseThrow(() -> Refused.because("NOT_FOUND"));
        String village = kpms.villageOf(seen.kpmId()).orElse(seen.villageCode());
        areas.require(village);
        long version = histories.lock(List.of(seen.kpmId())).get(seen.kpmId()) + 1;
        IssuedStep step = histories.find(stepId).orElseThrow();
        Instant now = clock.instant();
        LocalDate today = BusinessDates.on(now);
        LocalDate lastDay =
                AppealRule.lastDay(
                        step.issuedOn(), ladders.appealWindowDays(step.due().policyCode()));
        AppealRule.refusalToLodge(
                        step.isWithdrawn(), appeals.isLodgedAgainst(stepId), lastDay, today)
                .ifPresent(
                        code -> {
                            throw Refused.because(code).with("last_day", lastDay.toString());
                        });
        Appeal appeal =
                new Appeal(
                        UuidCreator.getTimeOrderedEpoch(),
                        stepId,
                        step.kpmId(),
                        step.due().cause(),
                        step.due().period(),
                        statement,
                        lodgedBy,
                        today,
                        now,
                        null);
        appeals.add(appeal);
        outbox.append(
                new AppealLodged(
                        appeal.appealId(),
                        step.kpmId(),
                        village,
                        stepId,
                        lodgedBy,
                        null,
                        null,
                        null,
                        today,
                        now),
                version);
        histories.saveVersions(Map.of(step.kpmId(), version));
        return appeal;
    }
}
