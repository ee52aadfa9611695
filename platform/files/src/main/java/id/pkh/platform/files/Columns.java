package id.pkh.platform.files;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The positions of the columns in a file. Headers are compared by their letters and digits only,
 * ignoring case, so {@code No. KK}, {@code no_kk} and {@code NO KK} are equal. Of two equal headers
 * the first one counts.
 */
public final class Columns {

    private final Map<String, Integer> positions;

    private Columns(Map<String, Integer> positions) {
        this.positions = positions;
    }

    /** The columns, if this row is a header that contains every required column. */
    public static Optional<Columns> matching(Row header, ColumnSpec... specs) {
        return missing(header, specs).isEmpty()
                ? Optional.of(new Columns(positions(header, specs)))
                : Optional.empty();
    }

    /** Names of the required columns that this row lacks. */
    public static List<String> missing(Row header, ColumnSpec... specs) {
        Map<String, Integer> found = positions(header, specs);
        List<String> missing = new ArrayList<>();
        for (ColumnSpec spec : specs) {
            if (spec.isRequired() && !found.containsKey(spec.name())) {
                missing.add(spec.name());
            }
        }
        return missing;
    }

    /** The trimmed cell of a column; empty when the file has no such column. */
    public String of(Row row, String name) {
        return row.cell(positions.getOrDefault(name, -1));
    }

    public boolean has(String name) {
        return positions.containsKey(name);
    }

    /** Position of a column from 0, or -1 when the file has no such column. */
    public int position(String name) {
        return positions.getOrDefault(name, -1);
    }

    /** A header, reduced to the characters that are compared. */
    public static String key(String header) {
        return header.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private static Map<String, Integer> positions(Row header, ColumnSpec... specs) {
        Map<String, Integer> byKey = new HashMap<>();
        for (int i = 0; i < header.cells().size(); i++) {
            byKey.putIfAbsent(key(header.cell(i)), i);
        }
        byKey.remove("");
        Map<String, Integer> positions = new LinkedHashMap<>();
        for (ColumnSpec spec : specs) {
            for (String alias : spec.headers()) {
                Integer at = byKey.get(key(alias));
                if (at != null) {
                    positions.putIfAbsent(spec.name(), at);
                }
            }
        }
        return positions;
    }
}
