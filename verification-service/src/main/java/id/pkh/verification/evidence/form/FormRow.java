package id.pkh.verification.evidence.form;

import id.pkh.verification.compliance.domain.MonthEvidence;
import java.time.YearMonth;
import java.util.Set;
import java.util.SortedMap;

/**
 * What a form states about one person, as far as it can be read.
 *
 * @param line the first line about the person
 * @param nik sixteen digits; used only while the file is read
 * @param entries the entries of the form, month by month; a month that is blank or cannot be read
 *     is absent
 * @param removed months whose earlier entry the form takes away
 */
public record FormRow(
        int line, String nik, SortedMap<YearMonth, MonthEvidence> entries, Set<YearMonth> removed) {

    @Override
    public String toString() {
        return "FormRow[line=%d]".formatted(line);
    }
}
