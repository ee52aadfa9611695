package id.pkh.verification.evidence.form;

import id.pkh.platform.files.Row;
import java.time.YearMonth;
import java.util.SortedMap;

/** The columns of one kind of form. */
interface FormTable {

    /** Whether the row is about a person; signatures and remarks below the table are not. */
    boolean isPerson(Row row);

    String nik(Row row);

    /** The pupil number as it is written; blank on a form that has none. */
    default String nisn(Row row) {
        return "";
    }

    /** What a row states, month by month; months that are blank are absent. */
    SortedMap<YearMonth, MonthStatement> statements(Row row);
}
