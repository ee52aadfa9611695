package id.pkh.registry.enrolment;

import id.pkh.platform.web.Refused;
import id.pkh.registry.family.domain.Family;
import id.pkh.registry.family.domain.KpmStatus;
import id.pkh.registry.family.domain.StatusTransitions;
import id.pkh.registry.intake.FieldReader;
import id.pkh.registry.intake.RequestErrors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/**
 * Records the ministry's decision on the next status of a family on its way into the programme. A
 * suspension and every exit are decided in the verification service.
 */
@ApplicationScoped
class ChangeStatus {

    private final KpmRecords records;

    ChangeStatus(KpmRecords records) {
        this.records = records;
    }

    @Transactional
    void handle(UUID kpmId, AsRead read, ChangeStatusRequest request) {
        FieldReader reader = new FieldReader();
        KpmStatus wanted = reader.status("status", request.status());
        RequestErrors.refuseIfAny(reader);
        Family family = records.lockForChange(kpmId, read);
        if (StatusTransitions.needsDecision(wanted)
                || StatusTransitions.needsDecision(family.status())) {
            throw Refused.because("STATUS_NEEDS_DECISION")
                    .with("expected", "a membership proposal in the verification service");
        }
        if (!StatusTransitions.allow(family.status(), wanted)) {
            throw Refused.because("INVALID_STATUS_TRANSITION")
                    .with("from", family.status().name())
                    .with("to", wanted.name());
        }
        if (wanted == KpmStatus.ACTIVE && records.isRegisteredByCaller(family.id())) {
            throw Refused.because("STATUS_SAME_PERSON");
        }
        records.save(family.inStatus(wanted, request.effectiveOn()), request.reason(), null);
    }
}
