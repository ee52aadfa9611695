package id.pkh.registry.area;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The areas in the registry. */
@ApplicationScoped
public class Areas {

    private static final String LIST = "SELECT code, name, level, parent_code FROM area WHERE ";

    private static final String VILLAGES =
            "SELECT code FROM area WHERE level = 'VILLAGE' AND code = ANY (:codes)";

    private final Database database;

    Areas(Database database) {
        this.database = database;
    }

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
