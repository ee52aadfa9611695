package id.pkh.registry.area;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import id.pkh.registry.area.AreaDetailView.AreaFormerView;
import id.pkh.registry.area.AreaMatchView.Likeness;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The areas in the registry. */
@ApplicationScoped
public class Areas {

    private static final String COLUMNS =
            "code, name, level, parent_code, bps_code, decree, ended_on FROM area WHERE ";

    private static final String LIST = "SELECT " + COLUMNS;

    private static final String VILLAGES =
            "SELECT code FROM area WHERE level = 'VILLAGE' AND code = ANY (:codes)";

    private static final String FORMER =
            "SELECT name, decree, replaced_at FROM area_former WHERE code = :code"
                    + " ORDER BY replaced_at DESC";

    /** Names with the text in them, and names that have many of its groups of three signs. */
    private static final String LIKE_IT =
            "SELECT CASE WHEN lower(name) = :name THEN 'EQUAL'"
                    + " WHEN starts_with(lower(name), :name) THEN 'BEGINS_WITH_IT'"
                    + " WHEN strpos(lower(name), :name) > 0 THEN 'CONTAINS_IT'"
                    + " ELSE 'NEAR' END AS likeness, "
                    + COLUMNS
                    + "(lower(name) LIKE '%' || :name || '%' OR lower(name) % :name) AND ";

    private static final String CLOSEST_FIRST =
            " ORDER BY lower(name) <> :name, NOT starts_with(lower(name), :name),"
                    + " strpos(lower(name), :name) = 0, similarity(lower(name), :name) DESC, code"
                    + " LIMIT :limit";

    private final Database database;

    Areas(Database database) {
        this.database = database;
    }

    /** An area whose name is like another. */
    record Match(Likeness likeness, AreaView area) {}

    /**
     * The first areas in order of code.
     *
     * @param parent the area directly above; null for all
     */
    List<AreaView> list(String parent, String after, int limit) {
        Conditions which =
                new Conditions().andIfGiven("parent_code = ?", parent).and("code > ?", after);
        return database.query(
                LIST + which.sql() + " ORDER BY code LIMIT :limit",
                q ->
                        q.bindMap(which.values())
                                .bind("limit", limit)
                                .map(database.rowsAs(AreaView.class))
                                .list());
    }

    Optional<AreaView> find(String code) {
        return database.query(
                LIST + "code = :code",
                q -> q.bind("code", code).map(database.rowsAs(AreaView.class)).findOne());
    }

    List<AreaFormerView> former(String code) {
        return database.query(
                FORMER,
                q -> q.bind("code", code).map(database.rowsAs(AreaFormerView.class)).list());
    }

    /**
     * The areas whose names are most like this one.
     *
     * @param name without signs that LIKE knows
     */
    List<Match> likest(String name, Conditions which, int limit) {
        var area = database.rowsAs(AreaView.class);
        return database.queryWithFreshPlan(
                LIKE_IT + which.sql() + CLOSEST_FIRST,
                q ->
                        q.bindMap(which.values())
                                .bind("name", name.toLowerCase(Locale.ROOT))
                                .bind("limit", limit)
                                .map(
                                        (row, context) ->
                                                new Match(
                                                        Likeness.valueOf(row.getString("likeness")),
                                                        area.map(row, context)))
                                .list());
    }

    /** Returns the given codes that belong to villages on record. */
    public Set<String> villagesAmong(Collection<String> codes) {
        return database.query(
                VILLAGES, q -> q.bind("codes", SqlArrays.texts(codes)).mapTo(String.class).set());
    }

    public boolean isKnown(String code) {
        return database.query(
                "SELECT EXISTS (SELECT FROM area WHERE code = :code)",
                q -> q.bind("code", code).mapTo(Boolean.class).one());
    }

    public boolean isVillage(String code) {
        return !villagesAmong(Set.of(code)).isEmpty();
    }
}
