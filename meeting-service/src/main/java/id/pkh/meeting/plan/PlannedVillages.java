package id.pkh.meeting.plan;

import id.pkh.meeting.duty.ResponsibleFacilitators;
import id.pkh.meeting.family.domain.FamilyStatus;
import id.pkh.meeting.plan.domain.ClinicVisits.Attendance;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The villages of a facilitator, and what is to be planned in them. */
@ApplicationScoped
class PlannedVillages {

    private static final String OWED =
            " EXISTS (SELECT FROM group_membership m WHERE m.group_code = g.code AND m.from_date <= :day"
                    + " AND (m.until_date IS NULL OR m.until_date >= :day) AND m.status = ANY (:statuses))";

    private final Database database;
    private final ResponsibleFacilitators facilitators;

    PlannedVillages(Database database, ResponsibleFacilitators facilitators) {
        this.database = database;
        this.facilitators = facilitators;
    }

    /** A group to which meetings are due. */
    record PlannedGroup(UUID id, String code, String villageCode) {}

    /** A school of the families of a village. */
    record School(String schoolId, String villageCode) {}

    /** Facilitators who answer for a village on a day or later, by id. */
    List<UUID> facilitatorsAfter(UUID last, LocalDate day, int limit) {
        return database.query(
                "SELECT DISTINCT facilitator_id FROM facilitator_assignment WHERE role = 'FACILITATOR'"
                        + " AND valid_from <= :day AND (valid_until IS NULL OR valid_until >= :day)"
                        + " AND facilitator_id > :last ORDER BY facilitator_id LIMIT :limit",
                q ->
                        q.bind("day", day)
                                .bind("last", last)
                                .bind("limit", limit)
                                .mapTo(UUID.class)
                                .list());
    }

    /** The villages for which the facilitator is responsible on a day. */
    List<String> of(UUID facilitatorId, LocalDate day) {
        return database.query(
                "SELECT v.village_code FROM (SELECT DISTINCT village_code FROM facilitator_assignment"
                        + " WHERE facilitator_id = :id AND role = 'FACILITATOR') v WHERE ("
                        + ResponsibleFacilitators.OF_VILLAGE
                        + ") = :id ORDER BY v.village_code",
                q -> q.bind("id", facilitatorId).bind("day", day).mapTo(String.class).list());
    }

    /**
     * The villages of whoever is responsible for this one on a day; this one alone if nobody is.
     */
    List<String> together(String villageCode, LocalDate day) {
        return facilitators
                .of(villageCode, day)
                .map(facilitator -> of(facilitator, day))
                .orElse(List.of(villageCode));
    }

    List<PlannedGroup> groups(Collection<String> villages, LocalDate day) {
        return database.query(
                "SELECT g.id, g.code, g.village_code FROM kpm_group g WHERE g.village_code = ANY (:villages) AND"
                        + OWED
                        + " ORDER BY g.code",
                q ->
                        q.bind("villages", SqlArrays.texts(villages))
                                .bind("day", day)
                                .bind("statuses", SqlArrays.texts(FamilyStatus.OWED_MEETINGS))
                                .map(database.rowsAs(PlannedGroup.class))
                                .list());
    }

    /** The schools of the families, each with the first village that has pupils there. */
    List<School> schools(Collection<String> villages) {
        return database.query(
                "SELECT s.school_id, min(f.village_code) AS village_code FROM family_school s"
                        + " JOIN family f ON f.kpm_id = s.kpm_id WHERE f.village_code = ANY (:villages)"
                        + " AND f.status = ANY (:statuses) GROUP BY s.school_id ORDER BY s.school_id",
                q ->
                        q.bind("villages", SqlArrays.texts(villages))
                                .bind("statuses", SqlArrays.texts(FamilyStatus.OWED_MEETINGS))
                                .map(database.rowsAs(School.class))
                                .list());
    }

    /**
     * The clinics that families of the villages attend, of which forms of this quarter or later
     * exist.
     */
    List<Attendance> attendances(Collection<String> villages, LocalDate since) {
        return database.query(
                "SELECT point_code AS clinic, village_code AS village, families FROM clinic_village"
                        + " WHERE village_code = ANY (:villages) AND period >= :since"
                        + " ORDER BY point_code, village_code",
                q ->
                        q.bind("villages", SqlArrays.texts(villages))
                                .bind("since", since)
                                .map(database.rowsAs(Attendance.class))
                                .list());
    }

    /** Villages with members whom health services are to see. */
    List<String> withClinicVisits(Collection<String> villages) {
        return database.query(
                "SELECT DISTINCT village_code FROM family WHERE village_code = ANY (:villages) AND needs_clinic"
                        + " AND status = ANY (:statuses) ORDER BY village_code",
                q ->
                        q.bind("villages", SqlArrays.texts(villages))
                                .bind("statuses", SqlArrays.texts(FamilyStatus.OWED_MEETINGS))
                                .mapTo(String.class)
                                .list());
    }
}
