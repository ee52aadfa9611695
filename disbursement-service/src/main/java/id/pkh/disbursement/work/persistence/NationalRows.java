package id.pkh.disbursement.work.persistence;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.work.WaitingRows;
import java.util.Set;

/**
 * Work about the whole country. Its rows have no village, so they lie in no area but the whole
 * country, and are due only for callers who have it.
 */
abstract class NationalRows extends WaitingRows {

    NationalRows(Database database, String kind, Set<String> roles) {
        super(database, kind, roles);
    }

    @Override
    protected final String areaColumn() {
        return "w.village_code";
    }

    @Override
    protected final String sql(String visible) {
        return "SELECT w.* FROM ("
                + rows()
                + ") w WHERE (w.due_on, w.id) > (:from, :after) AND "
                + visible
                + " ORDER BY w.due_on, w.id LIMIT :limit";
    }

    /** Selects due_on, id, village_code and href of everything that waits for another person. */
    protected abstract String rows();
}
