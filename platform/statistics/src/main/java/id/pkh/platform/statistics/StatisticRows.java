package id.pkh.platform.statistics;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.statistics.StatisticSource.Count;
import id.pkh.platform.statistics.domain.AreaCounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** The counts of a period before small numbers are hidden, and what is published of them. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class StatisticRows {

    /** What the total of an area is kept under; no status has this code. */
    static final String TOTAL = "TOTAL";

    private final Database database;

    StatisticRows(Database database) {
        this.database = database;
    }

    /** A published period. */
    record Published(int threshold, Instant countedAt) {}

    /**
     * A number of an area.
     *
     * @param families null if it is hidden
     */
    record Cell(String areaCode, String status, Long families) {}

    /** Replaces the counts of a regency. */
    void count(String period, UUID job, String regency, Collection<Count> counts) {
        database.update(
                "DELETE FROM statistic_count WHERE period = :period"
                        + " AND village_code >= :regency AND village_code < :regency || '/'",
                u -> u.bind("period", period).bind("regency", regency));
        database.copy(
                "statistic_count (period, job_id, village_code, status, families)",
                counts,
                (row, count) ->
                        row.text(period)
                                .uuid(job)
                                .text(count.villageCode())
                                .text(count.status())
                                .number(count.families()));
    }

    /** The counts of a job by village; what an earlier job counted elsewhere is removed. */
    Map<String, long[]> counted(String period, UUID job, List<String> statuses) {
        database.update(
                "DELETE FROM statistic_count WHERE period = :period AND job_id <> :job",
                u -> u.bind("period", period).bind("job", job));
        Map<String, long[]> villages = new TreeMap<>();
        database.query(
                        "SELECT village_code, status, families FROM statistic_count WHERE period = :period",
                        q -> q.bind("period", period).map(database.rowsAs(Count.class)).list())
                .forEach(
                        count ->
                                villages.computeIfAbsent(
                                                        count.villageCode(),
                                                        any -> new long[statuses.size()])[
                                                statuses.indexOf(count.status())] +=
                                        count.families());
        return villages;
    }

    /** Replaces what is published of a period. Zeros are left out. */
    void publish(String period, Published published, AreaCounts country, List<String> statuses) {
        database.update(
                "DELETE FROM published_count WHERE period = :period",
                u -> u.bind("period", period));
        database.copy(
                "published_count (period, area_code, status, families)",
                cells(country, statuses),
                (row, cell) ->
                        row.text(period)
                                .text(cell.areaCode())
                                .text(cell.status())
                                .numberOrNull(cell.families()));
        database.update(
                "INSERT INTO published_period (period, threshold, counted_at) VALUES (:period, :threshold, :at)"
                        + " ON CONFLICT (period) DO UPDATE SET counted_at = excluded.counted_at",
                u ->
                        u.bind("period", period)
                                .bind("threshold", published.threshold())
                                .bind("at", published.countedAt()));
    }

    private static List<Cell> cells(AreaCounts country, List<String> statuses) {
        List<Cell> cells = new ArrayList<>();
        for (AreaCounts area : country.all()) {
            for (int column = 0; column < area.columns(); column++) {
                boolean isTotal = column == area.total();
                if (area.isHidden(column) || area.count(column) > 0) {
                    cells.add(
                            new Cell(
                                    area.areaCode(),
                                    isTotal ? TOTAL : statuses.get(column),
                                    area.isHidden(column) ? null : area.count(column)));
                }
            }
        }
        return cells;
    }

    Optional<Published> published(String period) {
        return database.query(
                "SELECT threshold, counted_at FROM published_period WHERE period = :period",
                q -> q.bind("period", period).map(database.rowsAs(Published.class)).findOne());
    }

    /**
     * The numbers of an area and of those that it is divided into.
     *
     * @param area empty for the country
     * @param partChars the length of the codes of its parts
     */
    List<Cell> cells(String period, String area, int partChars) {
        Conditions which = new Conditions().and("period = ?", period);
        which.and("area_code = ? OR length(area_code) = ?", area, partChars);
        if (!area.isEmpty()) {
            which.and("area_code >= ? AND area_code < ?", area, area + "/");
        }
        return database.queryWithFreshPlan(
                "SELECT area_code, status, families FROM published_count WHERE "
                        + which.sql()
                        + " ORDER BY area_code, status",
                q -> q.bindMap(which.values()).map(database.rowsAs(Cell.class)).list());
    }
}
