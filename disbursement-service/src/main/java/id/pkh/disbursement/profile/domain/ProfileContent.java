package id.pkh.disbursement.profile.domain;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How the files of a bank are read.
 *
 * @param encoding of a text file; null for a workbook
 * @param separator of a text file; null for a workbook
 * @param quote around cells of a text file; null for a workbook
 * @param headerRows rows that are not blank above the lines; the names of the columns are in them
 * @param words what the bank writes as a status, with what it means
 * @param reasons what the bank writes as a reason, with the code that it means
 * @param totals the row with the bank's own totals; null where its files have none
 * @param leftOut rows that are no lines
 */
public record ProfileContent(
        ProfileFormat format,
        ProfileEncoding encoding,
        String separator,
        String quote,
        int headerRows,
        List<Column> columns,
        NumberForm numberForm,
        DateForm dateForm,
        List<StatusWord> words,
        List<ReasonWord> reasons,
        TotalsRow totals,
        List<MarkedRow> leftOut) {

    /**
     * Where a field is.
     *
     * @param header the name of the column; null where it has none
     * @param position of the column, from 1, where the name is not found; null to demand the name
     */
    public record Column(ProfileField field, String header, Integer position) {}

    public record StatusWord(String word, ListedStatus status) {}

    /**
     * @param code a reason code of ISO 20022
     */
    public record ReasonWord(String word, String code) {}

    /** A row that is recognised by how the cell in a column begins, from 1. */
    public record MarkedRow(int position, String word) {

        public boolean marks(String cell) {
            return key(cell).startsWith(key(word));
        }
    }

    /**
     * @param countPosition the column with the number of lines, from 1; null where none has it
     * @param sumPosition the column with the sum, from 1; null where none has it
     */
    public record TotalsRow(MarkedRow row, Integer countPosition, Integer sumPosition) {}

    public ProfileContent {
        columns = List.copyOf(columns);
        words = List.copyOf(words);
        reasons = List.copyOf(reasons);
        leftOut = List.copyOf(leftOut);
    }

    /** The part that contradicts itself or is missing; empty where the rules can read with it. */
    public Optional<String> fault() {
        if ((format == ProfileFormat.CSV) != (encoding != null)
                || (encoding == null) != (separator == null)
                || (encoding == null) != (quote == null)) {
            return Optional.of("encoding, separator, quote");
        }
        return columnFault().or(this::wordFault).or(this::totalsFault);
    }

    private Optional<String> columnFault() {
        Set<ProfileField> stated = EnumSet.noneOf(ProfileField.class);
        for (Column column : columns) {
            boolean isPlaced = column.header() != null || column.position() != null;
            if (!stated.add(column.field())
                    || !isPlaced
                    || column.position() == null && headerRows == 0) {
                return Optional.of("columns " + column.field());
            }
        }
        if (!stated.contains(ProfileField.INSTRUCTION_REF)
                && !stated.contains(ProfileField.END_TO_END_REF)) {
            return Optional.of("columns " + ProfileField.END_TO_END_REF);
        }
        boolean booksSome = words.stream().anyMatch(one -> one.status().isBooking());
        for (ProfileField needed :
                booksSome
                        ? List.of(ProfileField.STATUS, ProfileField.AMOUNT, ProfileField.DATE)
                        : List.of(ProfileField.STATUS)) {
            if (!stated.contains(needed)) {
                return Optional.of("columns " + needed);
            }
        }
        return Optional.empty();
    }

    private Optional<String> wordFault() {
        if (words.isEmpty()
                || words.stream().map(one -> key(one.word())).distinct().count() < words.size()) {
            return Optional.of("words");
        }
        return reasons.stream().map(one -> key(one.word())).distinct().count() < reasons.size()
                ? Optional.of("reasons")
                : Optional.empty();
    }

    private Optional<String> totalsFault() {
        return totals != null && totals.countPosition() == null && totals.sumPosition() == null
                ? Optional.of("totals")
                : Optional.empty();
    }

    /** What a word of the bank means; empty where the profile does not know it. */
    public Optional<ListedStatus> statusOf(String cell) {
        return words.stream()
                .filter(one -> key(one.word()).equals(key(cell)))
                .map(StatusWord::status)
                .findFirst();
    }

    /** The code of a reason, or the bank's own words. */
    public String reasonOf(String cell) {
        return reasons.stream()
                .filter(one -> key(one.word()).equals(key(cell)))
                .map(ReasonWord::code)
                .findFirst()
                .orElse(cell);
    }

    private static String key(String word) {
        return word.strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT);
    }
}
