package id.pkh.verification.evidence.form;

import id.pkh.platform.files.RowRefusal;
import id.pkh.verification.compliance.domain.MonthEvidence;
import java.time.YearMonth;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;

/**
 * What a form states about one person, as far as it can be read.
 *
 * @param line the first line about the person
 * @param nik sixteen digits; null when the row states none that can be read. Used only while the
 *     file is read, as the NISN is
 * @param nisn ten digits; null when the row states none that can be read
 * @param isNisnShortened whether a spreadsheet may have dropped the zeros of the NISN
 * @param unreadableKey what is refused when the row is about nobody who is known: the key that
 *     cannot be read; null when the keys can be read
 * @param memberId of a row that names its person by the programme's own id; null on a form
 * @param entries the entries of the form, month by month; a month that is blank or cannot be read
 *     is absent
 * @param removed months whose earlier entry the form takes away
 */
public record FormRow(
        int line,
        String nik,
        String nisn,
        boolean isNisnShortened,
        RowRefusal unreadableKey,
        UUID memberId,
        SortedMap<YearMonth, MonthEvidence> entries,
        Set<YearMonth> removed) {

    @Override
    public String toString() {
        return "FormRow[line=%d]".formatted(line);
    }
}
