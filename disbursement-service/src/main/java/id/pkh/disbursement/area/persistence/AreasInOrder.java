package id.pkh.disbursement.area.persistence;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The areas of the rows of a table that is indexed by village, without reading all of them. */
@ApplicationScoped
public class AreasInOrder {

    /**
     * From one area to the next by the index. A slash follows the full stop: everything below an
     * area comes before it.
     */
    private static final String AREAS =
            """
            WITH RECURSIVE area (code, number) AS (
                SELECT (SELECT village_code FROM %1$s WHERE %2$s
                           AND village_code >= :after ORDER BY village_code LIMIT 1), 1
                UNION ALL
                SELECT (SELECT village_code FROM %1$s WHERE %2$s
                           AND village_code >= left(area.code, :chars) || '/' ORDER BY village_code LIMIT 1),
                       area.number + 1
                  FROM area WHERE area.code IS NOT NULL AND area.number <= :limit)
            SELECT left(code, :chars) FROM area WHERE code IS NOT NULL ORDER BY number
            """;

    private final Database database;

    AreasInOrder(Database database) {
        this.database = database;
    }

    /**
     * @param table the table with its alias
     * @param where which rows count
     * @param after the last area of the previous page; null for the first page
     * @return codes of this length; one more than the limit when there are more
     */
    public List<String> of(String table, Conditions where, int codeChars, String after, int limit) {
        return database.queryWithFreshPlan(
                AREAS.formatted(table, where.sql()),
                q ->
                        q.bindMap(where.values())
                                .bind("chars", codeChars)
                                .bind("after", after == null ? "" : after + "/")
                                .bind("limit", limit)
                                .mapTo(String.class)
                                .list());
    }
}
