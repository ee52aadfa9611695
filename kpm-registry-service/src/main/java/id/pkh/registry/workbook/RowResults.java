package id.pkh.registry.workbook;

import id.pkh.platform.web.Refused;
import id.pkh.registry.workbook.ChangedRows.ChangedRow;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Gathers what became of rows that are recorded in several parts, such as the marks of one family
 * at several meetings: a row that was refused anywhere states why, and is not also applied.
 */
final class RowResults {

    private final Outcomes outcomes;
    private final Set<ChangedRow> applied = new LinkedHashSet<>();
    private final Map<ChangedRow, Refused> refused = new LinkedHashMap<>();

    RowResults(Outcomes outcomes) {
        this.outcomes = outcomes;
    }

    void applied(ChangedRow row) {
        applied.add(row);
    }

    void refused(ChangedRow row, Refused why) {
        refused.putIfAbsent(row, why);
    }

    void close() {
        applied.removeAll(refused.keySet());
        applied.forEach(outcomes::applied);
        refused.forEach(outcomes::refused);
    }
}
