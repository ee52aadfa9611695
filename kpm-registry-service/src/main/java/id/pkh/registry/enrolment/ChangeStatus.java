package id.pkh.registry.enrolment;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.platform.web.Refused;
import id.pkh.registry.family.domain.Family;
import id.pkh.registry.family.domain.KpmStatus;
import id.pkh.registry.family.domain.StatusTransitions;
import id.pkh.registry.intake.FieldReader;
import id.pkh.registry.intake.RequestErrors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/**
 * Records a decision of the ministry on a family's status. A suspension or termination decided here
 * is recorded beside those of the verification service. While a suspension of the verification
 * service is open, the family cannot be made active here.
 */
@ApplicationScoped
class ChangeStatus {

    private final KpmRecords records;
    private final Clock clock;

    ChangeStatus(KpmRecords records, Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    @Transactional
    void handle(UUID kpmId, ChangeStatusRequest request) {
        FieldReader reader = new FieldReader();
        KpmStatus wanted = reader.status("status", request.status());
        RequestErrors.refuseIfAny(reader);
        Family family = records.lockForChange(kpmId, request.version());
        if (!StatusTransitions.allow(family.status(), wanted)) {
            throw Refused.because("INVALID_STATUS_TRANSITION")
                    .with("from", family.status().name())
                    .with("to", wanted.name());
        }
        if (wanted == KpmStatus.ACTIVE && records.isRegisteredByCaller(family.id())) {
            throw Refused.because("STATUS_SAME_PERSON");
        }
        UUID decisionId = recordDecision(family.id(), wanted, request);
        records.save(family.inStatus(wanted, request.effectiveOn()), request.reason(), decisionId);
    }

    private UUID recordDecision(UUID kpmId, KpmStatus wanted, ChangeStatusRequest request) {
        if (wanted == KpmStatus.SUSPENDED) {
            return taken(kpmId, DecisionEntity.SUSPENSION, request).decisionId;
        }
        if (wanted == KpmStatus.TERMINATED) {
            return taken(kpmId, DecisionEntity.TERMINATION, request).decisionId;
        }
        if (wanted == KpmStatus.ACTIVE) {
            liftOwn(kpmId, request);
        }
        return null;
    }

    private DecisionEntity taken(UUID kpmId, String kind, ChangeStatusRequest request) {
        DecisionEntity decision = new DecisionEntity();
        decision.decisionId = UuidCreator.getTimeOrderedEpoch();
        decision.kpmId = kpmId;
        decision.kind = kind;
        decision.source = DecisionEntity.BY_OFFICER;
        decision.takenOn = request.effectiveOn();
        decision.recordedAt = clock.instant();
        decision.persist();
        return decision;
    }

    private static void liftOwn(UUID kpmId, ChangeStatusRequest request) {
        for (DecisionEntity decision : DecisionEntity.ofFamily(kpmId)) {
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
