package id.pkh.district.bank;

import java.time.LocalDate;

/** The content of a document, which can be written more than once. */
interface Draft {

    /**
     * How it is written this time.
     *
     * @param number of the message; a table has none
     * @param minute of its creation, so that the same content can have other bytes
     * @param lies whether its totals differ from its lines
     * @param reversed whether the lines come in the opposite order
     * @param invented the reference of a line about nothing; null for none
     * @param otherAmount whether its first line has another amount
     */
    record Style(
            LocalDate day,
            String number,
            int minute,
            boolean lies,
            boolean reversed,
            String invented,
            boolean otherAmount) {

        String createdAt() {
            return "%sT10:%02d:00+07:00".formatted(day, minute % 60);
        }
    }

    String write(Style style);

    String extension();

    /** Whether a line may be invented or changed: the balance of a statement would not allow it. */
    boolean takesOtherLines();
}
