package id.pkh.registry.report;

import id.pkh.registry.report.domain.ReportRow;
import id.pkh.registry.report.domain.ReportSection;
import java.util.List;
import java.util.Map;

/**
 * A report before it is written.
 *
 * @param about lines below the title: whose report it is, the month, and as of when it counts
 * @param rows in their order
 * @param areaNames names of the areas by code
 * @param facilitators who answers for a village, by its code
 */
record Report(
        String title,
        List<String> about,
        List<ReportRow> rows,
        List<ReportSection> sections,
        Map<String, String> areaNames,
        Map<String, String> facilitators) {

    static final String TOTAL = "Jumlah";

    /** The area or group of a row. */
    String nameOf(ReportRow row) {
        if (row.areaCode() == null) {
            return TOTAL;
        }
        String area =
                areaNames.containsKey(row.areaCode())
                        ? row.areaCode() + " " + areaNames.get(row.areaCode())
                        : row.areaCode();
        return row.groupCode() == null ? area : row.groupCode();
    }

    /** Empty for areas that are larger than a village, and for the total. */
    String facilitatorOf(ReportRow row) {
        return row.areaCode() == null ? "" : facilitators.getOrDefault(row.areaCode(), "");
    }

    ReportRow total() {
        return ReportRow.sumOf(rows);
    }
}
