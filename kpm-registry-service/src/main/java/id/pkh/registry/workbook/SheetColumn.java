package id.pkh.registry.workbook;

import id.pkh.platform.files.Columns;
import id.pkh.platform.files.Dates;
import id.pkh.platform.web.FreeTextRule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A column of a sheet: how its values are shown to people, and how what people write is read.
 *
 * @param choices labels by code, in the order of the drop-down; empty for other entries
 * @param chars width in characters
 */
record SheetColumn(
        String code, String header, Entry entry, Map<String, String> choices, int chars) {

    /** How a column is filled in. */
    enum Entry {
        SHOWN,
        CHOICE,
        DATE,
        NUMBER,
        TEXT
    }

    private static final int MAX_TEXT_CHARS = 1000;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,12}|\\d{1,3}([.,]\\d{3}){1,3}");

    static SheetColumn shown(String code, String header, int chars) {
        return new SheetColumn(code, header, Entry.SHOWN, Map.of(), chars);
    }

    static SheetColumn choice(String code, String header, Map<String, String> choices, int chars) {
        return new SheetColumn(code, header, Entry.CHOICE, new LinkedHashMap<>(choices), chars);
    }

    static SheetColumn of(String code, String header, Entry entry, int chars) {
        return new SheetColumn(code, header, entry, Map.of(), chars);
    }

    boolean isEditable() {
        return entry != Entry.SHOWN;
    }

    /** A value as people see it. */
    String written(String value) {
        return entry == Entry.CHOICE ? choices.getOrDefault(value, value) : value;
    }

    /** What a person wrote, as a value; empty when it cannot be read. */
    Optional<String> read(String cell) {
        if (cell.isEmpty()) {
            return Optional.of("");
        }
        return switch (entry) {
            case SHOWN -> Optional.of(cell);
            case CHOICE -> chosen(Columns.key(cell));
            case DATE -> Dates.parse(cell).map(Object::toString);
            case NUMBER -> number(cell);
            case TEXT ->
                    Optional.of(cell)
                            .filter(text -> text.length() <= MAX_TEXT_CHARS)
                            .filter(text -> FreeTextRule.faultOf(text).isEmpty());
        };
    }

    private Optional<String> chosen(String key) {
        return choices.entrySet().stream()
                .filter(
                        choice ->
                                Columns.key(choice.getValue()).equals(key)
                                        || Columns.key(choice.getKey()).equals(key))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static Optional<String> number(String cell) {
        String plain = cell.replaceFirst("(?i)^rp\\.?\\s*", "").strip();
        return NUMBER.matcher(plain).matches()
                ? Optional.of(Long.toString(Long.parseLong(plain.replaceAll("[.,]", ""))))
                : Optional.empty();
    }
}
