package id.pkh.verification.work.persistence;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.work.WaitingRows;
import java.util.Set;

/**
 * Work about a family.
 *
 * <p>Statements read their rows by the index of the day, and look at other tables row by row.
 * {@code OFFSET 0} keeps the planner from joining whole tables first, which would read everything
 * that waits in the country for one page.
 */
abstract class FamilyRows extends WaitingRows {

    FamilyRows(Database database, String kind, Set<String> roles) {
        super(database, kind, roles);
    }

    /** Condition for the family of a row: it lives in the areas of the caller. */
    static String isVisible(String kpmId, String visible) {
        return visible.equals("true")
                ? visible
                : kpmId + " IN (SELECT k.kpm_id FROM kpm k WHERE " + visible + ")";
    }

    /** The village of the family of a row, as a column. */
    static String villageOf(String kpmId) {
        return "(SELECT k.village_code FROM kpm k WHERE k.kpm_id = " + kpmId + ") AS village_code";
    }
}
