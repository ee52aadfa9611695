package id.pkh.verification.evidence.form;

import id.pkh.verification.compliance.domain.MonthEvidence;
import java.time.YearMonth;
import java.util.SortedMap;

/**
 * One readable row of a form.
 *
 * @param nik sixteen digits; used only while the file is read
 * @param entries the entries of the form, month by month; a month without an entry is absent
 */
public record FormRow(int line, String nik, SortedMap<YearMonth, MonthEvidence> entries) {

    @Override
    public String toString() {
        return "FormRow[line=%d]".formatted(line);
    }
}
