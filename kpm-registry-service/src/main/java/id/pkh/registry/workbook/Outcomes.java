package id.pkh.registry.workbook;

import id.pkh.platform.web.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What became of the rows of an uploaded workbook, in the order in which it was decided. */
final class Outcomes {

    /** What became of a row or of one of its cells. */
    enum Result {
        APPLIED,
        ALREADY_THERE,
        CONFLICT,
        REFUSED
    }

    /**
     * One outcome.
     *
     * @param about the key of the row; null when its token was not readable
     * @param column header of the column; empty for the whole row
     * @param code why it was refused; null otherwise
     * @param details fill the text of the code
     * @param values what a conflict is about; null otherwise
     */
    record Outcome(
            RowPlace place,
            RowKey about,
            String column,
            Result result,
            String code,
            Map<String, Object> details,
            Sides values) {}

    /** The sides of a conflict, as people read them. */
    record Sides(String yours, String onRecord, String whenMade) {}

    private final List<Outcome> all = new ArrayList<>();

    void applied(ChangedRows.ChangedRow row) {
        add(row.place(), row.key(), "", Result.APPLIED, null);
    }

    void alreadyThere(RowPlace place, RowKey about) {
        add(place, about, "", Result.ALREADY_THERE, null);
    }

    void conflict(RowPlace place, RowKey about, String column, Sides values) {
        all.add(new Outcome(place, about, column, Result.CONFLICT, null, Map.of(), values));
    }

    void refused(RowPlace place, RowKey about, String column, Refused why) {
        all.add(new Outcome(place, about, column, Result.REFUSED, why.code(), why.details(), null));
    }

    void refused(ChangedRows.ChangedRow row, Refused why) {
        refused(row.place(), row.key(), "", why);
    }

    private void add(RowPlace place, RowKey about, String column, Result result, String code) {
        all.add(new Outcome(place, about, column, result, code, Map.of(), null));
    }

    List<Outcome> all() {
        return List.copyOf(all);
    }

    long count(Result result) {
        return all.stream().filter(outcome -> outcome.result() == result).count();
    }
}
