package id.pkh.platform.persistence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The WHERE of a list: scope, filters and where the page before ended. Clauses have a {@code ?} for
 * each value; here they become named parameters, to be bound with {@code bindMap(values())}.
 */
public final class Conditions {

    private static final Comparator<String> BY_END = Comparator.comparing(Conditions::behind);

    private final List<String> clauses = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    /** Adds a clause with a placeholder for each value. */
    public Conditions and(String clause, Object... bound) {
        StringBuilder named = new StringBuilder("(");
        int next = 0;
        for (int i = 0; i < clause.length(); i++) {
            if (clause.charAt(i) == '?') {
                String name = "w" + values.size();
                values.put(name, bound[next++]);
                named.append(':').append(name);
            } else {
                named.append(clause.charAt(i));
            }
        }
        if (next != bound.length) {
            throw new IllegalArgumentException("a value for each placeholder: " + clause);
        }
        clauses.add(named.append(')').toString());
        return this;
    }

    /** Adds a clause with one placeholder, unless the filter was not given. */
    public Conditions andIfGiven(String clause, Object value) {
        return value == null ? this : and(clause, value);
    }

    /** Adds the filter for an area: the code itself or anything below it. None when it is blank. */
    public Conditions andArea(String column, String areaCode) {
        return areaCode == null || areaCode.isBlank()
                ? this
                : andAnyArea(column, List.of(areaCode.strip()));
    }

    /**
     * Adds the areas that a caller may see. No code covers nothing. An index with text_pattern_ops
     * serves it, whatever the plan.
     */
    public Conditions andAnyArea(String column, Collection<String> areaCodes) {
        // byte by byte
        return andAnyRange(column + " ~>=~ ? AND " + column + " ~<~ ?", areaCodes);
    }

    /**
     * The same for a column with {@code COLLATE "C"}, which compares byte by byte. A plain index on
     * such a column serves plain comparisons only.
     */
    public Conditions andAnyAreaCollatedC(String column, Collection<String> areaCodes) {
        String range = column + " >= ? AND " + column + " < ?";
        if (areaCodes.size() > 1) {
            // an index cannot serve alternatives in its order, but it can serve what encloses them
            and(range, Collections.min(areaCodes), behind(Collections.max(areaCodes, BY_END)));
        }
        return andAnyRange(range, areaCodes);
    }

    private Conditions andAnyRange(String range, Collection<String> areaCodes) {
        if (areaCodes.isEmpty()) {
            return and("false");
        }
        Object[] bounds =
                areaCodes.stream().flatMap(code -> Stream.of(code, behind(code))).toArray();
        return and(String.join(" OR ", Collections.nCopies(areaCodes.size(), range)), bounds);
    }

    /** A slash follows the full stop: everything below the area comes before this. */
    private static String behind(String areaCode) {
        return areaCode + "/";
    }

    /** The clauses joined, {@code true} when there are none. */
    public String sql() {
        return clauses.isEmpty() ? "true" : String.join(" AND ", clauses);
    }

    /** The values by the names that stand in {@link #sql}. */
    public Map<String, Object> values() {
        return values;
    }
}
