package id.pkh.meeting.grouping;

import id.pkh.meeting.group.GroupCode;
import id.pkh.meeting.grouping.domain.ProposedGroups.Existing;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.web.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The groups of a village, and the codes that are free for new ones. */
@ApplicationScoped
class VillageGroups {

    private static final int LAST_NUMBER = 99;

    private final Database database;
    private final Clock clock;

    VillageGroups(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** With the number of their families today, by code. */
    List<Existing> of(String village) {
        return database.query(
                "SELECT g.code AS group_code, (SELECT count(*)::int FROM group_membership m"
                        + " WHERE m.group_code = g.code AND m.from_date <= :today"
                        + " AND (m.until_date IS NULL OR m.until_date >= :today)) AS families"
                        + " FROM kpm_group g WHERE g.village_code = :village ORDER BY g.code",
                q ->
                        q.bind("village", village)
                                .bind("today", BusinessDates.today(clock))
                                .map(database.rowsAs(Existing.class))
                                .list());
    }

    /** Codes that no group has, and that the registry has given to no family. */
    List<String> freeCodes(String village) {
        Set<String> used =
                database.query(
                        "SELECT code FROM kpm_group WHERE village_code = :village"
                                + " UNION SELECT group_code FROM family"
                                + " WHERE village_code = :village AND group_code IS NOT NULL",
                        q -> q.bind("village", village).mapTo(String.class).set());
        return IntStream.rangeClosed(1, LAST_NUMBER)
                .mapToObj(number -> GroupCode.of(village, number))
                .filter(code -> !used.contains(code))
                .toList();
    }
}
