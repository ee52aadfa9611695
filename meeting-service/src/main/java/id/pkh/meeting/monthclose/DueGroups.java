package id.pkh.meeting.monthclose;

import id.pkh.meeting.Database;
import id.pkh.platform.security.AreaScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The groups of an area for which a month is to be closed: formed on or before its last day, with
 * families that were owed a meeting then, and not closed yet.
 */
@ApplicationScoped
class DueGroups {

    private static final String DUE =
            " FROM kpm_group g WHERE g.village_code LIKE ANY (?) AND g.formed_on <= ?"
                    + " AND NOT EXISTS (SELECT 1 FROM group_month c WHERE c.group_id = g.id AND c.month = ?)"
                    + " AND EXISTS (SELECT 1 FROM group_membership m WHERE m.group_code = g.code AND m.from_date <= ?"
                    + " AND (m.until_date IS NULL OR m.until_date >= ?) AND m.status IN ('ACTIVE', 'SUSPENDED'))";

    private final Database database;

    DueGroups(Database database) {
        this.database = database;
    }

    /** A group, with the version of its last event. */
    record Due(UUID id, String code, String villageCode, long version) {}

    boolean hasGroups(String areaCode) {
        return database.first(
                        "SELECT 1 FROM kpm_group WHERE village_code LIKE ANY (?) LIMIT 1",
                        row -> row.getInt(1),
                        patterns(areaCode))
                .isPresent();
    }

    int count(String areaCode, YearMonth month) {
        return database.first("SELECT count(*)" + DUE, row -> row.getInt(1), due(areaCode, month))
                .orElse(0);
    }

    /** The next groups in the order of their ids, locked. */
    List<Due> lockNext(Closing closing, int limit) {
        List<Object> parameters =
                new ArrayList<>(List.of(due(closing.areaCode(), closing.month())));
        parameters.add(closing.lastGroupId());
        parameters.add(closing.lastGroupId());
        parameters.add(limit);
        return database.query(
                "SELECT g.id, g.code, g.village_code, g.version"
                        + DUE
                        + " AND (?::uuid IS NULL OR g.id > ?) ORDER BY g.id LIMIT ? FOR UPDATE OF g",
                row ->
                        new Due(
                                row.getObject("id", UUID.class),
                                row.getString("code"),
                                row.getString("village_code"),
                                row.getLong("version")),
                parameters.toArray());
    }

    /**
     * Without those that a closing of another area closed while this one waited for their locks.
     */
    List<Due> stillDue(List<Due> locked, YearMonth month) {
        Set<UUID> closed =
                new HashSet<>(
                        database.query(
                                "SELECT group_id FROM group_month WHERE group_id = ANY (?) AND month = ?",
                                row -> row.getObject(1, UUID.class),
                                Database.uuids(locked.stream().map(Due::id).toList()),
                                month));
        return locked.stream().filter(group -> !closed.contains(group.id())).toList();
    }

    private static Object[] due(String areaCode, YearMonth month) {
        LocalDate end = month.atEndOfMonth();
        return new Object[] {patterns(areaCode), end, month, end, end};
    }

    private static Database.SqlArray patterns(String areaCode) {
        return Database.texts(AreaScope.of(List.of(areaCode)).likePatterns());
    }
}
