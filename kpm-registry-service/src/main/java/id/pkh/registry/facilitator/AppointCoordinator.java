package id.pkh.registry.facilitator;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.platform.security.Caller;
import id.pkh.platform.web.Refused;
import id.pkh.registry.area.Areas;
import id.pkh.registry.area.CallerAreas;
import id.pkh.registry.intake.RequestErrors;
import id.pkh.registry.intake.UniqueViolations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** One of the facilitators of a sub-district becomes its coordinator, and ends being it. */
@ApplicationScoped
class AppointCoordinator {

    private static final int SUB_DISTRICT_CHARS = 8;

    private final FacilitatorRecords records;
    private final CoordinatorRows coordinators;
    private final Areas areas;
    private final CallerAreas callerAreas;
    private final Caller caller;
    private final Clock clock;

    AppointCoordinator(
            FacilitatorRecords records,
            CoordinatorRows coordinators,
            Areas areas,
            CallerAreas callerAreas,
            Caller caller,
            Clock clock) {
        this.records = records;
        this.coordinators = coordinators;
        this.areas = areas;
        this.callerAreas = callerAreas;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    CoordinatorView appoint(CoordinatorRequest request) {
        RequestErrors.requireRange("valid_until", request.validFrom(), request.validUntil());
        String area = request.subDistrict();
        if (area.length() != SUB_DISTRICT_CHARS
                || !callerAreas.cover(area)
                || !areas.isKnown(area)) {
            throw RequestErrors.refused(
                    "AREA_UNKNOWN", "sub_district", "code of a known sub-district of yours");
        }
        FacilitatorEntity facilitator =
                FacilitatorRecords.byId(
                        records.lock(List.of(request.facilitatorId())), request.facilitatorId());
        if (!records.worksIn(area, facilitator.id, request.validFrom())) {
            throw Refused.because("COORDINATOR_WORKS_ELSEWHERE")
                    .with("sub_district", area)
                    .with("valid_from", request.validFrom());
        }
        UUID id = UuidCreator.getTimeOrderedEpoch();
        UniqueViolations.refuseOn(
                () -> coordinators.add(id, request, caller.subject(), clock.instant()));
        return visible(id);
    }

    @Transactional
    CoordinatorView end(UUID id, LocalDate lastDay) {
        records.lock(List.of(visible(id).facilitatorId()));
        CoordinatorView coordinator = visible(id);
        if (coordinator.endedAt() != null) {
            throw Refused.because("COORDINATOR_ENDED").with("last_day", coordinator.lastDay());
        }
        RequestErrors.requireRange("last_day", coordinator.validFrom(), lastDay);
        RequestErrors.requireRange("valid_until", lastDay, coordinator.validUntil());
        Instant now = clock.instant();
        coordinators.end(id, lastDay, caller.subject(), now);
        return visible(id);
    }

    private CoordinatorView visible(UUID id) {
        CoordinatorView coordinator =
                coordinators.find(id).orElseThrow(() -> Refused.because("NOT_FOUND"));
        callerAreas.require(coordinator.subDistrict());
        return coordinator;
    }
}
