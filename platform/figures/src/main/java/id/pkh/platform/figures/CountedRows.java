package id.pkh.platform.figures;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.AreaScope;
import java.util.List;
import java.util.Set;

/** Figures that one statement counts. */
public abstract class CountedRows implements FigureSource {

    private final Database database;
    private final Set<String> figures;

    protected CountedRows(Database database, String... figures) {
        this.database = database;
        this.figures = Set.of(figures);
    }

    @Override
    public Set<String> figures() {
        return figures;
    }

    /**
     * Selects village_code, group_code, figure, item and value. It may use {@code :first} and
     * {@code :last}, the first and the last day that count, {@code :month_end}, the last day of the
     * month, and {@code :by_group}.
     *
     * @param visible condition for {@link #areaColumn}
     */
    protected abstract String sql(String visible);

    /** The column that says where a row belongs. */
    protected String areaColumn() {
        return "k.village_code";
    }

    /** Whether that column has {@code COLLATE "C"}. */
    protected boolean isCollatedC() {
        return false;
    }

    @Override
    public List<Figure> count(FigureQuery query) {
        Conditions visible = visible(query.areas());
        return database.queryWithFreshPlan(
                sql(visible.sql()),
                q ->
                        q.bindMap(visible.values())
                                .bind("first", query.firstDay())
                                .bind("last", query.lastDay())
                                .bind("month_end", query.month().atEndOfMonth())
                                .bind("by_group", query.byGroup())
                                .map(database.rowsAs(Figure.class))
                                .list());
    }

    private Conditions visible(AreaScope areas) {
        return isCollatedC()
                ? new Conditions().andAnyAreaCollatedC(areaColumn(), areas.codes())
                : new Conditions().andAnyArea(areaColumn(), areas.codes());
    }
}
