package id.pkh.disbursement.profile.file;

import id.pkh.disbursement.profile.domain.DateForm;
import id.pkh.disbursement.profile.domain.NumberForm;
import id.pkh.disbursement.profile.domain.NumberForm.ReadAmount;
import id.pkh.disbursement.profile.domain.ProfileContent;
import id.pkh.disbursement.profile.domain.ProfileContent.MarkedRow;
import id.pkh.disbursement.profile.domain.ProfileContent.TotalsRow;
import id.pkh.disbursement.profile.domain.ProfileField;
import id.pkh.disbursement.profile.file.ReadRow.LeftOut;
import id.pkh.disbursement.profile.file.ReadRow.Line;
import id.pkh.disbursement.profile.file.ReadRow.Totals;
import id.pkh.disbursement.profile.file.ReadRow.Unreadable;
import id.pkh.platform.files.Row;
import id.pkh.platform.security.AccountCheck;
import id.pkh.platform.security.AccountNumber;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the rows of one file. A cell that cannot be read without a guess is not read at all. */
final class ProfileRowReader {

    static final String REFERENCE_MISSING = "REFERENCE_MISSING";
    static final String STATUS_MISSING = "STATUS_MISSING";
    static final String DAY_OF_OTHER_FORM = "DAY_OF_OTHER_FORM";
    static final String COUNT_NOT_A_NUMBER = "COUNT_NOT_A_NUMBER";
    static final String CHARACTER_INVISIBLE = "CHARACTER_INVISIBLE";
    static final String ROW_AFTER_TOTALS = "ROW_AFTER_TOTALS";

    private static final List<String> RUPIAH = List.of("IDR", "RP", "RP.", "RUPIAH");
    private static final Pattern COUNT = Pattern.compile("\\d{1,9}");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}]");

    /** The first cell of a row that cannot be read ends its reading. */
    private static final class NotRead extends Exception {
        private final String column;
        private final String code;
        private final String expected;

        NotRead(String column, String code, String expected) {
            super(code, null, false, false);
            this.column = column;
            this.code = code;
            this.expected = expected;
        }
    }

    private final ProfileContent content;
    private final ProfileColumns columns;
    private boolean totalsSeen;

    ProfileRowReader(ProfileContent content, ProfileColumns columns) {
        this.content = content;
        this.columns = columns;
    }

    ReadRow read(Row row) {
        if (content.leftOut().stream().anyMatch(one -> marks(one, row))) {
            return new LeftOut(row.line());
        }
        try {
            if (totalsSeen) {
                throw new NotRead("1", ROW_AFTER_TOTALS, "no row behind the totals");
            }
            if (content.totals() != null && marks(content.totals().row(), row)) {
                totalsSeen = true;
                return totals(content.totals(), row);
            }
            return line(row);
        } catch (NotRead fault) {
            return new Unreadable(row.line(), fault.column, fault.code, fault.expected);
        }
    }

    private static boolean marks(MarkedRow marked, Row row) {
        return marked.marks(row.cell(marked.position() - 1));
    }

    private Line line(Row row) throws NotRead {
        String instructionRef = reference(row, ProfileField.INSTRUCTION_REF);
        String endToEndRef = reference(row, ProfileField.END_TO_END_REF);
        if (instructionRef == null && endToEndRef == null) {
            throw new NotRead(
                    columns.shown(ProfileField.END_TO_END_REF),
                    REFERENCE_MISSING,
                    "the reference of the payment file");
        }
        String word = text(row, ProfileField.STATUS);
        if (word == null) {
            throw new NotRead(
                    columns.shown(ProfileField.STATUS), STATUS_MISSING, "a word of the profile");
        }
        requireRupiah(row);
        return new Line(
                row.line(),
                instructionRef,
                endToEndRef,
                account(row),
                amount(row),
                word,
                content.statusOf(word).orElse(null),
                day(row),
                text(row, ProfileField.REASON),
                text(row, ProfileField.BANK_REF));
    }

    private String text(Row row, ProfileField field) throws NotRead {
        String cell = columns.cell(row, field);
        if (cell.startsWith("=")) {
            throw new NotRead(
                    columns.shown(field), NumberForm.FORMULA_WITHOUT_VALUE, "a value in the cell");
        }
        return cell.isEmpty() ? null : cell;
    }

    private String reference(Row row, ProfileField field) throws NotRead {
        String cell = text(row, field);
        if (cell != null && INVISIBLE.matcher(cell).find()) {
            throw new NotRead(
                    columns.shown(field),
                    CHARACTER_INVISIBLE,
                    "the reference of the payment file, nothing else");
        }
        return cell;
    }

    private String account(Row row) throws NotRead {
        String cell = text(row, ProfileField.ACCOUNT);
        if (cell == null) {
            return null;
        }
        AccountCheck check = AccountNumber.check(cell);
        if (check instanceof AccountCheck.Valid valid) {
            return valid.digits();
        }
        AccountCheck.Refused refused = (AccountCheck.Refused) check;
        throw new NotRead(columns.shown(ProfileField.ACCOUNT), refused.code(), refused.expected());
    }

    private Long amount(Row row) throws NotRead {
        String cell = text(row, ProfileField.AMOUNT);
        return cell == null
                ? null
                : amount(
                        columns.shown(ProfileField.AMOUNT),
                        cell,
                        columns.isNumber(row, ProfileField.AMOUNT));
    }

    private Long amount(String column, String cell, boolean isNumber) throws NotRead {
        ReadAmount read =
                isNumber ? NumberForm.ofNumberCell(cell) : content.numberForm().read(cell);
        if (read.fault() != null) {
            throw new NotRead(column, read.fault(), content.numberForm().example());
        }
        return read.idr();
    }

    private void requireRupiah(Row row) throws NotRead {
        String currency = text(row, ProfileField.CURRENCY);
        if (currency != null && RUPIAH.stream().noneMatch(currency::equalsIgnoreCase)) {
            throw new NotRead(
                    columns.shown(ProfileField.CURRENCY), NumberForm.OTHER_CURRENCY, "IDR");
        }
    }

    private LocalDate day(Row row) throws NotRead {
        String cell = text(row, ProfileField.DATE);
        if (cell == null) {
            return null;
        }
        Optional<LocalDate> ofNumber =
                columns.isNumber(row, ProfileField.DATE)
                        ? DateForm.ofNumberCell(cell)
                        : Optional.empty();
        return ofNumber.or(() -> content.dateForm().read(cell))
                .orElseThrow(
                        () ->
                                new NotRead(
                                        columns.shown(ProfileField.DATE),
                                        DAY_OF_OTHER_FORM,
                                        content.dateForm().example()));
    }

    private Totals totals(TotalsRow totals, Row row) throws NotRead {
        return new Totals(row.line(), count(totals, row), sum(totals, row));
    }

    private static Long count(TotalsRow totals, Row row) throws NotRead {
        if (totals.countPosition() == null) {
            return null;
        }
        String cell = row.cell(totals.countPosition() - 1);
        if (!COUNT.matcher(cell).matches()) {
            throw new NotRead(
                    totals.countPosition().toString(), COUNT_NOT_A_NUMBER, "the number of lines");
        }
        return Long.valueOf(cell);
    }

    private Long sum(TotalsRow totals, Row row) throws NotRead {
        Integer position = totals.sumPosition();
        return position == null
                ? null
                : amount(
                        position.toString(),
                        row.cell(position - 1),
                        row.numbers().contains(position - 1));
    }
}
