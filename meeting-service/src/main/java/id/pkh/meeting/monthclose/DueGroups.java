package id.pkh.meeting.monthclose;

import id.pkh.meeting.family.domain.FamilyStatus;
import id.pkh.meeting.group.GroupEntity;
import id.pkh.meeting.group.Groups;
import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import id.pkh.platform.security.AreaScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.Query;

/**
 * The groups of an area for which a month is to be closed: formed on or before its last day, with
 * families to which a meeting was due then, and not closed yet.
 */
@ApplicationScoped
class DueGroups {

    /** Condition of a membership {@code m}: on the last day a meeting was due to the family. */
    static final String OWED_ON_LAST_DAY =
            " AND m.from_date <= :end AND (m.until_date IS NULL OR m.until_date >= :end)"
                    + " AND m.status = ANY (:statuses)";

    /** Condition of a group {@code g}: a month is to be closed for it. */
    static final String NOT_CLOSED =
            " AND g.formed_on <= :end"
                    + " AND NOT EXISTS (SELECT 1 FROM group_month c WHERE c.group_id = g.id AND c.month = :month)"
                    + " AND EXISTS (SELECT 1 FROM group_membership m WHERE m.group_code = g.code"
                    + OWED_ON_LAST_DAY
                    + ")";

    private static final String DUE =
            " FROM kpm_group g WHERE g.village_code LIKE ANY (:area)" + NOT_CLOSED;

    private final Database database;
    private final Groups groups;

    DueGroups(Database database, Groups groups) {
        this.database = database;
        this.groups = groups;
    }

    boolean hasGroups(String areaCode) {
        return database.query(
                "SELECT EXISTS (SELECT 1 FROM kpm_group WHERE village_code LIKE ANY (:area))",
                q -> q.bind("area", patterns(areaCode)).mapTo(Boolean.class).one());
    }

    int count(String areaCode, YearMonth month) {
        return database.query(
                "SELECT count(*)" + DUE, q -> due(q, areaCode, month).mapTo(Integer.class).one());
    }

    /**
     * The next groups in the order of their ids. Planned afresh: a plan for any group before them
     * would go through all groups that are closed already, once for each chunk.
     *
     * @param last the one before them; null at the beginning
     */
    List<UUID> next(ClosingEntity closing, UUID last, int limit) {
        Conditions behind = new Conditions().andIfGiven("g.id > ?", last);
        return database.queryWithFreshPlan(
                "SELECT g.id" + DUE + " AND " + behind.sql() + " ORDER BY g.id LIMIT :limit",
                q ->
                        due(q, closing.areaCode, closing.yearMonth())
                                .bindMap(behind.values())
                                .bind("limit", limit)
                                .mapTo(UUID.class)
                                .list());
    }

    /**
     * Locks groups, and leaves out those that a closing of another area closed while this one
     * waited for their locks.
     */
    List<GroupEntity> lockDue(List<UUID> ids, YearMonth month) {
        List<GroupEntity> locked = groups.lock(ids);
        Set<UUID> closed =
                database.query(
                        "SELECT group_id FROM group_month WHERE group_id = ANY (:groups) AND month = :month",
                        q ->
                                q.bind("groups", SqlArrays.uuids(locked, GroupEntity::id))
                                        .bind("month", month)
                                        .mapTo(UUID.class)
                                        .set());
        return locked.stream().filter(group -> !closed.contains(group.id())).toList();
    }

    private static Query due(Query query, String areaCode, YearMonth month) {
        return query.bind("area", patterns(areaCode))
                .bind("month", month)
                .bind("end", month.atEndOfMonth())
                .bind("statuses", SqlArrays.texts(FamilyStatus.OWED_MEETINGS));
    }

    private static Argument patterns(String areaCode) {
        return SqlArrays.texts(List.of(AreaScope.of(List.of(areaCode)).likePatterns()));
    }
}
