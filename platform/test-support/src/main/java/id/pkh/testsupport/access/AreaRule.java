package id.pkh.testsupport.access;

import java.util.Arrays;
import java.util.Locale;

/** What the areas of a caller mean for an operation; in docs/access.md in small letters. */
public enum AreaRule {

    /** A list or a sum of records that lie in areas: those elsewhere are not in it. */
    LIST,

    /** One record that lies in an area: elsewhere it is refused and stays as it is. */
    RECORD,

    /** A file whose rows lie in areas: rows of other areas are refused. */
    ROWS,

    /** Concerns the whole country: a caller who has not all areas is refused. */
    ALL,

    /** Events of the whole country: their content is shown within the areas of the caller. */
    CONTENT,

    /** Has nothing to do with areas; the table says why. */
    NONE;

    static AreaRule of(String word) {
        return Arrays.stream(values())
                .filter(rule -> rule.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no rule about areas: " + word));
    }
}
