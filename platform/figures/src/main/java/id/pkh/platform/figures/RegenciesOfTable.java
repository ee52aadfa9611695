package id.pkh.platform.figures;

import id.pkh.platform.persistence.Database;
import java.time.YearMonth;
import java.util.List;

/**
 * The regencies of a table whose column village_code has an index with text_pattern_ops. It is read
 * from one regency to the next, without what lies between.
 */
public abstract class RegenciesOfTable implements Regencies {

    private static final String NEXT =
            """
            WITH RECURSIVE regency (code, number) AS (
                SELECT (SELECT left(k.village_code, 5) FROM %1$s k WHERE k.village_code ~>=~ :after
                         ORDER BY k.village_code USING ~<~ LIMIT 1), 1
                UNION ALL
                SELECT (SELECT left(k.village_code, 5) FROM %1$s k
                         WHERE k.village_code ~>=~ (regency.code || '/')
                         ORDER BY k.village_code USING ~<~ LIMIT 1), regency.number + 1
                  FROM regency WHERE regency.code IS NOT NULL AND regency.number < :limit)
            SELECT code FROM regency WHERE code IS NOT NULL ORDER BY number
            """;

    private final Database database;
    private final String sql;

    protected RegenciesOfTable(Database database, String table) {
        this.database = database;
        this.sql = NEXT.formatted(table);
    }

    @Override
    public List<String> of(YearMonth month, String after, int limit) {
        return database.queryWithFreshPlan(
                sql,
                q ->
                        // a slash follows the full stop: everything below an area comes before it
                        q.bind("after", after.isEmpty() ? "" : after + "/")
                                .bind("limit", limit)
                                .mapTo(String.class)
                                .list());
    }
}
