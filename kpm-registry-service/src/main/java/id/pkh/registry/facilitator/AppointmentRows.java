package id.pkh.registry.facilitator;

import static java.util.stream.Collectors.groupingBy;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import id.pkh.platform.web.BusinessDates;
import id.pkh.registry.facilitator.domain.AppointmentEnd;
import id.pkh.registry.facilitator.domain.Appointments;
import id.pkh.registry.facilitator.domain.Appointments.Appointment;
import id.pkh.registry.facilitator.domain.DutyRange;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** The appointments of facilitators. Whoever changes them has locked the facilitator. */
@ApplicationScoped
class AppointmentRows {

    private static final String SELECT =
            """
            SELECT appointment_id, facilitator_id, decree_number, decree_date, area_code, employment,
                   valid_from, valid_until, corrects, appointed_by, appointed_at, last_day,
                   end_reason, ended_by, ended_at
              FROM facilitator_appointment WHERE\s""";

    private static final String INSERT =
            """
            INSERT INTO facilitator_appointment (appointment_id, facilitator_id, decree_number,
                   decree_date, area_code, employment, valid_from, valid_until, corrects,
                   appointed_by, appointed_at, last_day)
            VALUES (:id, :facilitator, :decree, :decree_date, :area, :employment, :from, :until,
                   :corrects, :by, :at, :until)
            """;

    private final Database database;
    private final FacilitatorPolicies policies;
    private final Clock clock;

    AppointmentRows(Database database, FacilitatorPolicies policies, Clock clock) {
        this.database = database;
        this.policies = policies;
        this.clock = clock;
    }

    Optional<AppointmentRow> find(UUID appointmentId) {
        return database.query(
                SELECT + "appointment_id = :id",
                q ->
                        q.bind("id", appointmentId)
                                .map(database.rowsAs(AppointmentRow.class))
                                .findFirst());
    }

    /** By facilitator, the oldest first. */
    Map<UUID, List<AppointmentRow>> ofEach(Collection<UUID> facilitatorIds) {
        return database
                .query(
                        SELECT
                                + "facilitator_id = ANY (:ids)"
                                + " ORDER BY valid_from, appointed_at, appointment_id",
                        q ->
                                q.bind("ids", SqlArrays.uuids(facilitatorIds))
                                        .map(database.rowsAs(AppointmentRow.class))
                                        .list())
                .stream()
                .collect(groupingBy(AppointmentRow::facilitatorId));
    }

    /** What the appointments permit; a facilitator without any is included. */
    Map<UUID, Appointments> permissions(Collection<UUID> facilitatorIds) {
        Map<UUID, List<AppointmentRow>> rows = ofEach(facilitatorIds);
        boolean isRequired = isRequired();
        Map<UUID, Appointments> permissions = new HashMap<>();
        facilitatorIds.forEach(
                id ->
                        permissions.put(
                                id,
                                new Appointments(
                                        rows.getOrDefault(id, List.of()).stream()
                                                .filter(AppointmentRow::counts)
                                                .map(AppointmentRows::appointment)
                                                .toList(),
                                        isRequired)));
        return permissions;
    }

    /** What the appointments on record and another one permit. */
    Appointments permissionsWith(AppointmentDraft added, List<AppointmentRow> onRecord) {
        return new Appointments(
                Stream.concat(
                                onRecord.stream()
                                        .filter(AppointmentRow::counts)
                                        .map(AppointmentRows::appointment),
                                Stream.of(new Appointment(added.areaCode(), added.range())))
                        .toList(),
                isRequired());
    }

    Appointments permissions(UUID facilitatorId) {
        return permissions(Set.of(facilitatorId)).get(facilitatorId);
    }

    /** What a facilitator who is new to the registry may do. */
    Appointments ofNew() {
        return new Appointments(List.of(), isRequired());
    }

    private boolean isRequired() {
        return policies.on(BusinessDates.today(clock)).appointmentRequired();
    }

    private static Appointment appointment(AppointmentRow row) {
        return new Appointment(row.areaCode(), new DutyRange(row.validFrom(), row.lastDay()));
    }

    void add(UUID id, UUID facilitatorId, AppointmentDraft appointment, String by, Instant now) {
        database.update(
                INSERT,
                u ->
                        u.bind("id", id)
                                .bind("facilitator", facilitatorId)
                                .bind("decree", appointment.decreeNumber())
                                .bind("decree_date", appointment.decreeDate())
                                .bind("area", appointment.areaCode())
                                .bind("employment", appointment.employment())
                                .bind("from", appointment.validFrom())
                                .bind("until", appointment.validUntil())
                                .bind("corrects", appointment.corrects())
                                .bind("by", by)
                                .bind("at", now));
    }

    void end(UUID id, LocalDate lastDay, AppointmentEnd reason, String by, Instant now) {
        database.update(
                "UPDATE facilitator_appointment SET last_day = :last_day, end_reason = :reason,"
                        + " ended_by = :by, ended_at = :now WHERE appointment_id = :id",
                u ->
                        u.bind("last_day", lastDay)
                                .bind("reason", reason)
                                .bind("by", by)
                                .bind("now", now)
                                .bind("id", id));
    }
}
