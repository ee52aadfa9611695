package id.pkh.platform.persistence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The WHERE clause of a list: scope, filters and the position where the previous page ended.
 * Clauses contain a {@code ?} for each value; they are replaced by named parameters, to be bound
 * with {@code bindMap(values())}.
 */
public final class Conditions {

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

    /** Adds a clause with one placeholder, unless the filter is null. */
    public Conditions andIfGiven(String clause, Object value) {
        return value == null ? this : and(clause, value);
    }

    /**
     * Adds the filter for an area: the code itself or anything below it. Adds nothing when the code
     * is blank.
     */
    public Conditions andArea(String column, String areaCode) {
        return areaCode == null || areaCode.isBlank()
                ? this
                : andAnyArea(column, List.of(areaCode.strip()));
    }

    /** Adds the areas that a caller may see. An empty scope covers nothing. */
    public Conditions andAnyArea(String column, Collection<String> areaCodes) {
        if (areaCodes.isEmpty()) {
            return and("false");
        }
        List<String> alternatives = new ArrayList<>();
        List<Object> bounds = new ArrayList<>();
        for (String code : areaCodes) {
            // The comparison is byte by byte, so an index with text_pattern_ops serves it in every
            // plan. Codes that begin with this code and a full stop sort between the code and the
            // code with a slash.
            alternatives.add(column + " ~>=~ ? AND " + column + " ~<~ ?");
            bounds.addAll(List.of(code, code + "/"));
        }
        return and(String.join(" OR ", alternatives), bounds.toArray());
    }

    /** The clauses joined by AND; {@code true} when there are none. */
    public String sql() {
        return clauses.isEmpty() ? "true" : String.join(" AND ", clauses);
    }

    /** The values by their parameter names in {@link #sql}. */
    public Map<String, Object> values() {
        return values;
    }
}
