package id.pkh.meeting.plan;

import id.pkh.meeting.plan.domain.PlanKind;
import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What is planned, as rows. The row has what stands; every version is kept beside it. */
@ApplicationScoped
class PlanRows {

    static final String SELECT =
            "SELECT p.id, p.kind, p.village_code, p.group_id, g.code AS group_code, p.school_id,"
                    + " p.clinic_code, p.families, p.kpm_id, p.purpose, p.cycle_code, p.period, p.planned_for, p.starts_at, p.place, p.session_code, p.version,"
                    + " p.cancelled, p.done_on, p.invited_version, p.reminded_version,"
                    + " EXISTS (SELECT FROM meeting m WHERE m.group_id = p.group_id AND m.kind = p.kind"
                    + " AND m.month = p.period AND m.makes_up IS NULL AND m.taken_back_at IS NULL) AS held"
                    + " FROM plan_item p LEFT JOIN kpm_group g ON g.id = p.group_id WHERE ";

    private final Database database;

    PlanRows(Database database) {
        this.database = database;
    }

    /** A plan before it has a row. */
    record New(
            UUID id,
            PlanKind kind,
            String villageCode,
            PlanSubject subject,
            LocalDate plannedFor,
            LocalTime startsAt,
            String place) {}

    PlanItem require(UUID id, AreaScope areas) {
        return one(id, "")
                .filter(item -> areas.covers(item.villageCode()))
                .orElseThrow(() -> Refused.because("NOT_FOUND"));
    }

    /** The item, locked, so that its versions are counted one after the other. */
    PlanItem lock(UUID id, AreaScope areas) {
        return one(id, " FOR UPDATE OF p")
                .filter(item -> areas.covers(item.villageCode()))
                .orElseThrow(() -> Refused.because("NOT_FOUND"));
    }

    private Optional<PlanItem> one(UUID id, String lock) {
        return database.query(
                SELECT + "p.id = :id" + lock,
                q -> q.bind("id", id).map(database.rowsAs(PlanItem.class)).findOne());
    }

    /** Everything of these villages from a period on, cancelled items included. */
    List<PlanItem> since(Collection<String> villages, LocalDate period) {
        return database.query(
                SELECT
                        + "p.village_code = ANY (:villages) AND p.planned_for >= :period ORDER BY p.planned_for,"
                        + " p.starts_at, p.id",
                q ->
                        q.bind("villages", SqlArrays.texts(villages))
                                .bind("period", period)
                                .map(database.rowsAs(PlanItem.class))
                                .list());
    }

    List<PlanItem> list(Conditions where, int limit) {
        return database.queryWithFreshPlan(
                SELECT + where.sql() + " ORDER BY p.planned_for, p.id LIMIT :limit",
                q ->
                        q.bindMap(where.values())
                                .bind("limit", limit)
                                .map(database.rowsAs(PlanItem.class))
                                .list());
    }

    /** What is planned at an hour in some villages; null when nothing is. */
    UUID takenBy(Collection<String> villages, LocalDate day, LocalTime at, UUID except) {
        return database.query(
                "SELECT id FROM plan_item WHERE village_code = ANY (:villages) AND planned_for = :day"
                        + " AND starts_at = :at AND NOT cancelled AND id IS DISTINCT FROM :except ORDER BY id LIMIT 1",
                q ->
                        q.bind("villages", SqlArrays.texts(villages))
                                .bind("day", day)
                                .bind("at", at)
                                .bind("except", except)
                                .mapTo(UUID.class)
                                .findOne()
                                .orElse(null));
    }

    /** Returns the ids that are new; what is planned for the period already is left out. */
    Set<UUID> add(Collection<New> items, Instant now, String by) {
        Set<UUID> added =
                database.query(
                        "INSERT INTO plan_item (id, kind, village_code, group_id, school_id, clinic_code, families, kpm_id,"
                                + " purpose, cycle_code, period, planned_for, starts_at, place, version)"
                                + " SELECT id, kind, village, grp, school, clinic, families, kpm, purpose, cycle, period, day,"
                                + " at::time, place, 1 FROM unnest(:ids, :kinds, :villages, :groups, :schools, :clinics,"
                                + " :attending, :families, :purposes, :cycles, :periods, :days, :hours, :places)"
                                + " AS n (id, kind, village, grp, school, clinic, families, kpm, purpose, cycle, period, day,"
                                + " at, place)"
                                + " ON CONFLICT DO NOTHING RETURNING id",
                        q ->
                                q.bind("ids", SqlArrays.uuids(items, New::id))
                                        .bind("kinds", SqlArrays.codes(items, New::kind))
                                        .bind("villages", SqlArrays.texts(items, New::villageCode))
                                        .bind(
                                                "groups",
                                                SqlArrays.uuids(
                                                        items, item -> item.subject().groupId()))
                                        .bind(
                                                "schools",
                                                SqlArrays.texts(
                                                        items, item -> item.subject().schoolId()))
                                        .bind(
                                                "clinics",
                                                SqlArrays.texts(
                                                        items, item -> item.subject().clinicCode()))
                                        .bind(
                                                "attending",
                                                SqlArrays.numbers(
                                                        items, item -> item.subject().families()))
                                        .bind(
                                                "families",
                                                SqlArrays.uuids(
                                                        items, item -> item.subject().kpmId()))
                                        .bind(
                                                "purposes",
                                                SqlArrays.texts(
                                                        items, item -> item.subject().purpose()))
                                        .bind(
                                                "cycles",
                                                SqlArrays.texts(
                                                        items, item -> item.subject().cycleCode()))
                                        .bind(
                                                "periods",
                                                SqlArrays.days(
                                                        items,
                                                        item ->
                                                                item.kind()
                                                                        .periodOf(
                                                                                item.plannedFor())))
                                        .bind("days", SqlArrays.days(items, New::plannedFor))
                                        .bind(
                                                "hours",
                                                SqlArrays.texts(
                                                        items, item -> item.startsAt().toString()))
                                        .bind("places", SqlArrays.texts(items, New::place))
                                        .mapTo(UUID.class)
                                        .set());
        database.update(
                "INSERT INTO plan_item_version (item_id, version, planned_for, starts_at, place, cancelled,"
                        + " recorded_at, recorded_by) SELECT id, 1, planned_for, starts_at, place, false, :now, :by"
                        + " FROM plan_item WHERE id = ANY (:ids)",
                u -> u.bind("ids", SqlArrays.uuids(added)).bind("now", now).bind("by", by));
        return added;
    }

    /** The next version of an item; the item must be locked. */
    void change(
            PlanItem item,
            LocalDate plannedFor,
            LocalTime startsAt,
            String place,
            boolean cancelled,
            String reason,
            Instant now,
            String by) {
        int version = item.version() + 1;
        database.update(
                "UPDATE plan_item SET version = :version, planned_for = :day, starts_at = :at, place = :place,"
                        + " period = :period, cancelled = :cancelled,"
                        + " invited_version = CASE WHEN :cancelled OR invited_version IS NULL THEN NULL ELSE :version END,"
                        + " reminded_version = NULL WHERE id = :id",
                u ->
                        u.bind("id", item.id())
                                .bind("version", version)
                                .bind("day", plannedFor)
                                .bind("at", startsAt)
                                .bind("place", place)
                                .bind("period", item.kind().periodOf(plannedFor))
                                .bind("cancelled", cancelled));
        database.update(
                "INSERT INTO plan_item_version (item_id, version, planned_for, starts_at, place, cancelled, reason,"
                        + " recorded_at, recorded_by) VALUES (:id, :version, :day, :at, :place, :cancelled, :reason,"
                        + " :now, :by)",
                u ->
                        u.bind("id", item.id())
                                .bind("version", version)
                                .bind("day", plannedFor)
                                .bind("at", startsAt)
                                .bind("place", place)
                                .bind("cancelled", cancelled)
                                .bind("reason", reason)
                                .bind("now", now)
                                .bind("by", by));
    }

    void done(UUID id, LocalDate on, String by) {
        database.update(
                "UPDATE plan_item SET done_on = :on, done_by = :by WHERE id = :id",
                u -> u.bind("id", id).bind("on", on).bind("by", by));
    }
}
