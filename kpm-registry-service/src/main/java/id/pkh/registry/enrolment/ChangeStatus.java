package id.pkh.registry.enrolment;

import id.pkh.platform.web.Refused;
import id.pkh.registry.family.domain.Family;
import id.pkh.registry.family.domain.KpmStatus;
import id.pkh.registry.family.domain.StatusTransitions;
import id.pkh.registry.intake.FieldReader;
import id.pkh.registry.intake.RequestErrors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Records the ministry's decision on the next status of a family on its way into the programme. A
 * suspension and every exit are decided in the verification service.
 */
@ApplicationScoped
class ChangeStatus {

    private static final String NEEDS_DECISION = "STATUS_NEEDS_DECISION";
    private static final String PROPOSAL = "a membership proposal in the verification service";

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
        faultOf(family, wanted)
                .ifPresent(
                        code -> {
                            Refused refused =
                                    Refused.because(code)
                                            .with("from", family.status().name())
                                            .with("to", wanted.name());
                            throw code.equals(NEEDS_DECISION)
                                    ? refused.with("expected", PROPOSAL)
                                    : refused;
                        });
        change(family, wanted, request.effectiveOn(), request.reason());
    }

    Optional<String> faultOf(Family family, KpmStatus wanted) {
        if (StatusTransitions.needsDecision(wanted)
                || StatusTransitions.needsDecision(family.status())) {
            return Optional.of(NEEDS_DECISION);
        }
        if (!StatusTransitions.allow(family.status(), wanted)) {
            return Optional.of("INVALID_STATUS_TRANSITION");
        }
        return wanted == KpmStatus.ACTIVE && records.isRegisteredByCaller(family.id())
                ? Optional.of("STATUS_SAME_PERSON")
                : Optional.empty();
    }

    /** Writes a decision without a fault, about a family that this transaction has locked. */
    void change(Family family, KpmStatus wanted, LocalDate effectiveOn, String reason) {
        records.save(family.inStatus(wanted, effectiveOn), reason, null);
    }
}
