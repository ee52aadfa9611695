package id.pkh.registry.facilitator;

import id.pkh.platform.messaging.outbox.Outbox;
import id.pkh.platform.web.Refused;
import id.pkh.registry.area.CallerAreas;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Assigns a village to a facilitator, or changes the days of an assignment. */
@ApplicationScoped
class AssignFacilitator {

    private final FacilitatorRecords records;
    private final AppointmentRows appointments;
    private final CallerAreas areas;
    private final Outbox outbox;
    private final Clock clock;

    AssignFacilitator(
            FacilitatorRecords records,
            AppointmentRows appointments,
            CallerAreas areas,
            Outbox outbox,
            Clock clock) {
        this.records = records;
        this.appointments = appointments;
        this.areas = areas;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    void handle(UUID facilitatorId, AssignmentDraft draft) {
        assign(records.lockVisible(facilitatorId), draft);
    }

    /** Assigns a village to a facilitator whom the caller has locked, or has just created. */
    void assign(FacilitatorEntity facilitator, AssignmentDraft draft) {
        areas.requireVillage(draft.villageCode());
        Assigning.Result result =
                Assigning.assign(
                        facilitator,
                        draft,
                        records.ofVillages(List.of(draft.villageCode())),
                        appointments.permissions(facilitator.id),
                        clock.instant());
        if (result.refusal() != null) {
            throw Refused.because(result.refusal()).with("village_code", draft.villageCode());
        }
        records.flush();
        outbox.appendAll(result.event().stream().toList());
    }
}
