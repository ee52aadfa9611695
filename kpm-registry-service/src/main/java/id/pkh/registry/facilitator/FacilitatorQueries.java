package id.pkh.registry.facilitator;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.security.Caller;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refused;
import id.pkh.registry.area.CallerAreas;
import id.pkh.registry.identity.Disclosure;
import id.pkh.registry.identity.Identities;
import id.pkh.registry.identity.PersonalField;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Facilitators as the caller may see them. */
@ApplicationScoped
class FacilitatorQueries {

    private static final String ASSIGNED =
            "SELECT f.id FROM facilitator f WHERE EXISTS (SELECT FROM facilitator_assignment a"
                    + " WHERE a.facilitator_id = f.id AND %s) ORDER BY f.id LIMIT :limit";

    private final Database database;
    private final FacilitatorRecords records;
    private final AppointmentRows appointments;
    private final Identities identities;
    private final CallerAreas areas;
    private final Caller caller;

    FacilitatorQueries(
            Database database,
            FacilitatorRecords records,
            AppointmentRows appointments,
            Identities identities,
            CallerAreas areas,
            Caller caller) {
        this.database = database;
        this.records = records;
        this.appointments = appointments;
        this.identities = identities;
        this.areas = areas;
        this.caller = caller;
    }

    @Transactional
    Page<FacilitatorView> list(String village, PageParams page, Disclosure disclosure) {
        Conditions assigned =
                areas.visible("a.village_code")
                        .andArea("a.village_code", AreaScope.requested(village))
                        .andIfGiven("f.id > ?", page.cursor().map(c -> c.uuid(0)).orElse(null));
        List<UUID> ids =
                database.query(
                        ASSIGNED.formatted(assigned.sql()),
                        q ->
                                q.bindMap(assigned.values())
                                        .bind("limit", page.limit() + 1)
                                        .mapTo(UUID.class)
                                        .list());
        List<FacilitatorEntity> rows = FacilitatorEntity.list("id in ?1 order by id", ids);
        Map<UUID, List<AssignmentEntity>> assignments = assignmentsOf(rows);
        Map<UUID, List<AppointmentRow>> appointed = appointmentsOf(rows);
        return Page.of(
                rows,
                page.limit(),
                facilitator -> new Object[] {facilitator.id},
                facilitator -> view(facilitator, assignments, appointed, disclosure));
    }

    @Transactional
    FacilitatorView one(UUID id, Disclosure disclosure) {
        FacilitatorEntity facilitator =
                FacilitatorEntity.<FacilitatorEntity>findByIdOptional(id)
                        .orElseThrow(() -> Refused.because("NOT_FOUND"));
        records.requireInArea(facilitator);
        List<FacilitatorEntity> rows = List.of(facilitator);
        return view(facilitator, assignmentsOf(rows), appointmentsOf(rows), disclosure);
    }

    private Map<UUID, List<AppointmentRow>> appointmentsOf(List<FacilitatorEntity> rows) {
        return appointments.ofEach(rows.stream().map(facilitator -> facilitator.id).toList());
    }

    private Map<UUID, List<AssignmentEntity>> assignmentsOf(List<FacilitatorEntity> rows) {
        if (rows.isEmpty()) {
            return Map.of();
        }
        List<UUID> ids = rows.stream().map(facilitator -> facilitator.id).toList();
        return AssignmentEntity.<AssignmentEntity>stream(
                        "facilitatorId in ?1 order by validFrom, villageCode", ids)
                .filter(assignment -> caller.areas().covers(assignment.villageCode))
                .collect(Collectors.groupingBy(assignment -> assignment.facilitatorId));
    }

    private FacilitatorView view(
            FacilitatorEntity facilitator,
            Map<UUID, List<AssignmentEntity>> assignments,
            Map<UUID, List<AppointmentRow>> appointed,
            Disclosure disclosure) {
        return new FacilitatorView(
                facilitator.id,
                facilitator.code,
                disclosure.names() ? facilitator.name : null,
                disclosure.number(identities.open(PersonalField.NIK, facilitator.nikCipher)),
                assignments.getOrDefault(facilitator.id, List.of()).stream()
                        .map(FacilitatorView.AssignmentView::of)
                        .toList(),
                appointed.getOrDefault(facilitator.id, List.of()).stream()
                        .map(AppointmentView::of)
                        .toList());
    }
}
