package id.pkh.registry.facilitator;

import id.pkh.platform.web.Refused;
import id.pkh.registry.area.CallerAreas;
import id.pkh.registry.identity.Identities;
import id.pkh.registry.identity.PersonalField;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Registers a facilitator with an appointment, if one is stated, and with villages. */
@ApplicationScoped
class RegisterFacilitator {

    private final FacilitatorRecords records;
    private final AppointFacilitator appointFacilitator;
    private final AssignFacilitator assignFacilitator;
    private final Identities identities;
    private final CallerAreas areas;
    private final Clock clock;

    RegisterFacilitator(
            FacilitatorRecords records,
            AppointFacilitator appointFacilitator,
            AssignFacilitator assignFacilitator,
            Identities identities,
            CallerAreas areas,
            Clock clock) {
        this.records = records;
        this.appointFacilitator = appointFacilitator;
        this.assignFacilitator = assignFacilitator;
        this.identities = identities;
        this.areas = areas;
        this.clock = clock;
    }

    @Transactional
    UUID handle(
            FacilitatorDraft draft,
            AppointmentRequest appointment,
            List<AssignmentDraft> assignments) {
        assignments.forEach(assignment -> areas.requireVillage(assignment.villageCode()));
        if (FacilitatorEntity.count("code", draft.code()) > 0) {
            throw Refused.because("FACILITATOR_CODE_TAKEN").with("facilitator_code", draft.code());
        }
        String token = identities.tokenOf(PersonalField.NIK, draft.nik());
        if (FacilitatorEntity.count("nikToken", token) > 0) {
            throw Refused.because("NIK_DUPLICATE");
        }
        FacilitatorEntity facilitator = records.add(draft, clock.instant());
        if (appointment != null) {
            appointFacilitator.appoint(facilitator.id, appointment);
        }
        assignments.forEach(assignment -> assignFacilitator.assign(facilitator, assignment));
        return facilitator.id;
    }
}
