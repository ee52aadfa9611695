package id.pkh.verification.evidence.form;

import id.pkh.platform.files.Row;
import id.pkh.platform.files.RowRefusal;
import id.pkh.platform.security.Nik;
import id.pkh.platform.security.NikCheck;
import id.pkh.platform.security.Nisn;
import id.pkh.platform.security.NisnCheck;
import java.util.UUID;

/**
 * The keys of the person that a row states.
 *
 * @param nik null when there is none that can be read
 * @param nisn null when there is none that can be read
 * @param unreadable what is refused if nobody is found by the other key; null when there is nothing
 * @param memberId null on a form, where people are named by numbers of their own
 */
record RowKeys(
        String nik, String nisn, boolean isNisnShortened, RowRefusal unreadable, UUID memberId) {

    static final String MEMBER_ID = "member_id";

    static RowKeys of(UUID memberId) {
        return new RowKeys(null, null, false, null, memberId);
    }

    static RowKeys of(FormKind kind, FormTable table, Row row) {
        String written = table.nik(row);
        NikCheck nik = Nik.check(written);
        NisnCheck nisn = Nisn.check(table.nisn(row));
        if (nik instanceof NikCheck.Valid valid) {
            return new RowKeys(
                    valid.normalised(),
                    digits(nisn),
                    nisn instanceof NisnCheck.Shortened,
                    null,
                    null);
        }
        RowRefusal refusal =
                RowRefusal.of(row.line(), kind.nikColumn(), written, nik.code(), nik.expected());
        if (written.isBlank() && !(nisn instanceof NisnCheck.NotStated)) {
            refusal =
                    RowRefusal.of(
                            row.line(),
                            SchoolTable.NISN,
                            table.nisn(row),
                            nisn instanceof NisnCheck.Valid ? "MEMBER_UNKNOWN" : Nisn.INVALID,
                            nisn instanceof NisnCheck.Refused refused
                                    ? refused.expected()
                                    : "10 digits");
        }
        return new RowKeys(null, digits(nisn), nisn instanceof NisnCheck.Shortened, refusal, null);
    }

    private static String digits(NisnCheck nisn) {
        if (nisn instanceof NisnCheck.Valid valid) {
            return valid.digits();
        }
        return nisn instanceof NisnCheck.Shortened shortened ? shortened.digits() : null;
    }

    /** Rows without any key are about nobody. */
    boolean areMissing() {
        return nik == null && nisn == null;
    }

    /** Where a row says whom it is about. */
    String column(FormKind kind) {
        return memberId == null ? kind.nikColumn() : MEMBER_ID;
    }

    /** Rows with the same text are about one person. */
    String person() {
        if (memberId != null) {
            return memberId.toString();
        }
        return nik == null ? SchoolTable.NISN + nisn : nik;
    }
}
