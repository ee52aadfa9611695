package id.pkh.registry.enrolment;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.platform.security.Caller;
import id.pkh.platform.web.Refused;
import id.pkh.registry.enrolment.domain.KpmFacts;
import id.pkh.registry.enrolment.domain.KpmStatus;
import id.pkh.registry.enrolment.domain.StatusTransitions;
import id.pkh.registry.intake.Reading;
import id.pkh.registry.intake.RequestDefects;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/**
 * The ministry decides on a family's status. A suspension or termination decided here is kept
 * beside those decided in verification; while one of those is open, the family cannot be made
 * active here.
 */
@ApplicationScoped
class ChangeStatus {

    private final KpmRecords records;
    private final Caller caller;
    private final Clock clock;

    ChangeStatus(KpmRecords records, Caller caller, Clock clock) {
        this.records = records;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    void handle(UUID kpmId, ChangeStatusRequest request) {
        Reading reading = new Reading();
        KpmStatus wanted = reading.status("status", request.status());
        RequestDefects.refuseIfAny(reading);
        KpmEntity kpm = records.lockForChange(kpmId, request.version());
        if (!StatusTransitions.allow(kpm.status, wanted)) {
            throw Refused.because("INVALID_STATUS_TRANSITION")
                    .with("from", kpm.status.name())
                    .with("to", wanted.name());
        }
        KpmFacts before = records.facts(kpm);
        UUID decisionId = recordDecision(kpm, wanted, request);
        kpm.status = wanted;
        records.changed(
                kpm,
                before,
                new KpmRecords.Change(
                        request.effectiveOn(), request.reason(), decisionId, caller.subject()));
    }

    private UUID recordDecision(KpmEntity kpm, KpmStatus wanted, ChangeStatusRequest request) {
        if (wanted == KpmStatus.SUSPENDED) {
            return taken(kpm, DecisionEntity.SUSPENSION, request).decisionId;
        }
        if (wanted == KpmStatus.TERMINATED) {
            return taken(kpm, DecisionEntity.TERMINATION, request).decisionId;
        }
        if (wanted == KpmStatus.ACTIVE) {
            liftOwn(kpm, request);
        }
        return null;
    }

    private DecisionEntity taken(KpmEntity kpm, String kind, ChangeStatusRequest request) {
        DecisionEntity decision = new DecisionEntity();
        decision.decisionId = UuidCreator.getTimeOrderedEpoch();
        decision.kpmId = kpm.id;
        decision.kind = kind;
        decision.source = DecisionEntity.BY_OFFICER;
        decision.takenOn = request.effectiveOn();
        decision.recordedAt = clock.instant();
        decision.persist();
        return decision;
    }

    private static void liftOwn(KpmEntity kpm, ChangeStatusRequest request) {
        for (DecisionEntity decision : DecisionEntity.ofFamily(kpm.id)) {
            if (!decision.isOpenSuspension()) {
                continue;
            }
            if (!decision.source.equals(DecisionEntity.BY_OFFICER)) {
                throw Refused.because("SUSPENSION_STILL_OPEN")
                        .with("decision_id", decision.decisionId);
            }
            decision.liftedOn = request.effectiveOn();
            decision.liftReason = request.reason();
        }
    }
}
