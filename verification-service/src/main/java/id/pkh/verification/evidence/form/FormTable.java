package id.pkh.verification.evidence.form;

import id.pkh.platform.files.Row;
import id.pkh.platform.files.RowRefusal;
import id.pkh.verification.compliance.domain.MonthEvidence;
import java.time.YearMonth;
import java.util.SortedMap;
import java.util.function.Consumer;

/** The columns of one kind of form. */
interface FormTable {

    /** Whether the row is about a person; signatures and remarks below the table are not. */
    boolean isPerson(Row row);

    String nik(Row row);

    /** The entries of a row; a cell that cannot be read is refused. */
    SortedMap<YearMonth, MonthEvidence> entries(Row row, Consumer<RowRefusal> refuse);
}
