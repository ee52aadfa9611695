package id.pkh.verification.sanction;

import id.pkh.platform.messaging.outbox.Outbox;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import id.pkh.verification.kpm.Kpms;
import id.pkh.verification.sanction.domain.DecisionKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A named officer ends a suspension. It also ends without an officer, when the facts behind it turn
 * out to be different.
 */
@ApplicationScoped
public class LiftSuspension {

    private final SanctionHistories histories;
    private final Decisions decisions;
    private final Kpms kpms;
    private final Outbox outbox;
    private final Clock clock;

    LiftSuspension(
            SanctionHistories histories,
            Decisions decisions,
            Kpms kpms,
            Outbox outbox,
            Clock clock) {
        this.histories = histories;
        this.decisions = decisions;
        this.kpms = kpms;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    public Decision handle(UUID decisionId, String note, String officer, AreaScope areas) {
        Decision seen = decisions.find(decisionId).orElseThrow(() -> Refused.because("NOT_FOUND"));
        String village =
                kpms.villageOf(seen.kpmId())
                        .or(() -> histories.find(seen.stepId()).map(IssuedStep::villageCode))
                        .orElseThrow();
        areas.require(village);
        if (seen.kind() != DecisionKind.SUSPEND) {
            throw Refused.because("DECISION_NOT_A_SUSPENSION").with("decision", seen.kind().name());
        }
        long version = histories.lock(List.of(seen.kpmId())).get(seen.kpmId()) + 1;
        Decision present = decisions.find(decisionId).orElseThrow();
        if (present.isLifted()) {
            throw Refused.because("ALREADY_LIFTED")
                    .with("lift_reason", present.lift().reason().name())
                    .with("lifted_at", present.lift().liftedAt());
        }
        Instant now = clock.instant();
        Decision.Lift lift =
                new Decision.Lift(LiftReason.OFFICER, note, officer, BusinessDates.on(now), now);
        histories.lift(List.of(decisionId), lift);
        outbox.append(
                SanctionEvents.lifted(
                        decisionId,
                        seen.kpmId(),
                        village,
                        LiftReason.OFFICER,
                        officer,
                        lift.liftedOn(),
                        now),
                version);
        histories.saveVersions(Map.of(seen.kpmId(), version));
        return decisions.find(decisionId).orElseThrow();
    }
}
