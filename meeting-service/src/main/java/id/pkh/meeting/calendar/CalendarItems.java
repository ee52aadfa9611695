package id.pkh.meeting.calendar;

import id.pkh.meeting.duty.ResponsibleFacilitators;
import id.pkh.platform.persistence.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

/** What is planned in the villages of a facilitator, as a calendar shows it. */
@ApplicationScoped
class CalendarItems {

    private static final int DAYS_BACK = 31;
    private static final int DAYS_AHEAD = 366;
    private static final int MAX_ITEMS = 2_000;

    /** The responsible facilitator is the one of today: who takes a village over sees its plan. */
    private static final String ITEMS =
            "SELECT p.id, p.kind, p.village_code, g.code AS group_code, p.school_id, p.clinic_code,"
                    + " p.planned_for, p.starts_at,"
                    + " p.version, p.cancelled, l.recorded_at AS changed_at, s.title AS session_title,"
                    + " s.module_title, y.hours_each"
                    + " FROM (SELECT v.village_code FROM (SELECT DISTINCT village_code FROM facilitator_assignment"
                    + " WHERE facilitator_id = :facilitator AND role = 'FACILITATOR') v WHERE ("
                    + ResponsibleFacilitators.OF_VILLAGE
                    + ") = :facilitator) v JOIN plan_item p ON p.village_code = v.village_code"
                    + " JOIN plan_item_version l ON l.item_id = p.id AND l.version = p.version"
                    + " LEFT JOIN kpm_group g ON g.id = p.group_id"
                    + " LEFT JOIN LATERAL (SELECT title, module_title FROM p2k2_session WHERE code = p.session_code"
                    + " AND valid_from <= p.planned_for ORDER BY valid_from DESC LIMIT 1) s ON true"
                    + " CROSS JOIN LATERAL (SELECT hours_each FROM plan_policy WHERE valid_from <= p.planned_for"
                    + " ORDER BY valid_from DESC LIMIT 1) y"
                    + " WHERE p.planned_for BETWEEN :from AND :to ORDER BY p.planned_for, p.starts_at, p.id"
                    + " LIMIT :limit";

    private final Database database;

    CalendarItems(Database database) {
        this.database = database;
    }

    /**
     * One entry.
     *
     * @param changedAt when the version was recorded
     * @param sessionTitle null when no session is named
     */
    record Item(
            UUID id,
            String kind,
            String villageCode,
            String groupCode,
            String schoolId,
            String clinicCode,
            LocalDate plannedFor,
            LocalTime startsAt,
            int version,
            boolean cancelled,
            Instant changedAt,
            String sessionTitle,
            String moduleTitle,
            int hoursEach) {}

    List<Item> of(UUID facilitatorId, LocalDate today) {
        return database.query(
                ITEMS,
                q ->
                        q.bind("facilitator", facilitatorId)
                                .bind("day", today)
                                .bind("from", today.minusDays(DAYS_BACK))
                                .bind("to", today.plusDays(DAYS_AHEAD))
                                .bind("limit", MAX_ITEMS)
                                .map(database.rowsAs(Item.class))
                                .list());
    }
}
