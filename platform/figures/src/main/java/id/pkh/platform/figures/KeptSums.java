package id.pkh.platform.figures;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.AreaScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;

/**
 * Sums of a month by sub-district, for areas that are too large to be counted when they are read.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class KeptSums {

    private static final String AREA = "sub_district_code";

    private final Database database;
    private final Regencies regencies;

    KeptSums(Database database, Regencies regencies) {
        this.database = database;
        this.regencies = regencies;
    }

    /**
     * The sums of an area.
     *
     * @param oldestAt when the oldest was made; null if there is none
     */
    record Kept(Instant oldestAt, int regenciesMissing) {}

    List<Figure> of(YearMonth month, AreaScope areas) {
        Conditions where = in(month, AREA, areas);
        return database.queryWithFreshPlan(
                "SELECT sub_district_code AS village_code, NULL AS group_code, figure, item, value"
                        + " FROM sub_district_figure WHERE "
                        + where.sql(),
                q -> q.bindMap(where.values()).map(database.rowsAs(Figure.class)).list());
    }

    Kept kept(YearMonth month, AreaScope areas) {
        Conditions where = in(month, "regency_code", areas);
        List<Kept> found =
                database.query(
                        "SELECT min(kept_at) AS oldest_at, count(*)::int AS regencies_missing"
                                + " FROM kept_regency WHERE "
                                + where.sql(),
                        q -> q.bindMap(where.values()).map(database.rowsAs(Kept.class)).list());
        int there = found.get(0).regenciesMissing();
        long all =
                regencies.of(month, "", Integer.MAX_VALUE).stream().filter(areas::covers).count();
        return new Kept(found.get(0).oldestAt(), Math.toIntExact(Math.max(0, all - there)));
    }

    private static Conditions in(YearMonth month, String column, AreaScope areas) {
        Conditions where = new Conditions().and("month = ?", month.atDay(1));
        return areas.isEverywhere() ? where : where.andAnyAreaCollatedC(column, areas.codes());
    }

    /** Replaces the sums of a regency. */
    void replace(YearMonth month, String regency, Collection<Figure> bySubDistrict, Instant now) {
        database.update(
                "DELETE FROM sub_district_figure WHERE month = :month"
                        + " AND sub_district_code >= :regency AND sub_district_code < :regency || '/'",
                u -> u.bind("month", month.atDay(1)).bind("regency", regency));
        if (!bySubDistrict.isEmpty()) {
            database.batch(
                    "INSERT INTO sub_district_figure (month, sub_district_code, figure, item, value)"
                            + " VALUES (:month, :area, :figure, :item, :value)",
                    bySubDistrict,
                    (insert, figure) ->
                            insert.bind("month", month.atDay(1))
                                    .bind("area", figure.villageCode())
                                    .bind("figure", figure.figure())
                                    .bind("item", figure.item())
                                    .bind("value", figure.value()));
        }
        database.update(
                "INSERT INTO kept_regency (month, regency_code, kept_at) VALUES (:month, :regency, :now)"
                        + " ON CONFLICT (month, regency_code) DO UPDATE SET kept_at = excluded.kept_at",
                u -> u.bind("month", month.atDay(1)).bind("regency", regency).bind("now", now));
    }
}
