package id.pkh.verification.evidence.form;

import id.pkh.verification.signal.domain.VerificationPeriod;
import java.util.List;

/**
 * A form as far as the file itself can be read, before people are looked up.
 *
 * @param pointCode NPSN of the school or code of the health service
 * @param rows people of whom something could be read; the rest was refused while reading
 * @param rowsRead all rows, including refused ones
 */
public record Form(
        FormKind kind,
        String pointCode,
        VerificationPeriod quarter,
        List<FormRow> rows,
        int rowsRead) {

    /** Whether people are named by the programme's own ids, so that nobody has to be looked up. */
    public boolean isByMember() {
        return rows.stream().anyMatch(row -> row.memberId() != null);
    }
}
