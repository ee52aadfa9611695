package id.pkh.disbursement.profile.file;

import id.pkh.disbursement.profile.domain.ListedStatus;
import java.time.LocalDate;

/** A row of a bank's file, as a profile reads it. */
public sealed interface ReadRow {

    /** The number of the row that the sender sees. */
    int row();

    /**
     * A payment.
     *
     * @param account null where the bank names none
     * @param amountIdr null where the bank states none
     * @param word the bank's own word
     * @param status null where the profile does not know the word
     * @param day null where the bank states none
     * @param reason the bank's own words; null where it gives none
     */
    record Line(
            int row,
            String instructionRef,
            String endToEndRef,
            String account,
            Long amountIdr,
            String word,
            ListedStatus status,
            LocalDate day,
            String reason,
            String bankRef)
            implements ReadRow {

        @Override
        public String toString() {
            return "Line[" + row + "]";
        }
    }

    /**
     * The bank's own totals.
     *
     * @param count null where the bank states none
     * @param sumIdr null where the bank states none
     */
    record Totals(int row, Long count, Long sumIdr) implements ReadRow {}

    record LeftOut(int row) implements ReadRow {}

    /**
     * A row with a cell that cannot be read. It contains nothing of the cell.
     *
     * @param column as the sender finds it
     * @param found code of what is wrong
     * @param expected what is right
     */
    record Unreadable(int row, String column, String found, String expected) implements ReadRow {}
}
