package id.pkh.verification.evidence.form;

import id.pkh.verification.compliance.domain.MonthEvidence;
import java.time.YearMonth;
import java.util.SortedMap;

/**
 * One person on a form that could be read.
 *
 * @param nik sixteen digits; never leaves the reading of the file
 * @param entries what the form states, month by month; a month without an entry is absent
 */
public record FormRow(int line, String nik, SortedMap<YearMonth, MonthEvidence> entries) {

    @Override
    public String toString() {
        return "FormRow[line=%d]".formatted(line);
    }
}
