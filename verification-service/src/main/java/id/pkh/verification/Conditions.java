package id.pkh.verification;

import id.pkh.platform.security.AreaScope;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The WHERE of a list: scope, filters and the place where the page before ended. */
public final class Conditions {

    private final List<String> clauses = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    /** Adds a clause with a placeholder for each value. */
    public Conditions and(String clause, Object... bound) {
        clauses.add("(" + clause + ")");
        values.addAll(List.of(bound));
        return this;
    }

    /** Adds a clause with one placeholder, unless the filter was not given. */
    public Conditions andIfGiven(String clause, Object value) {
        return value == null ? this : and(clause, value);
    }

    /** Adds the filter for an area: the code itself or anything below it. */
    public Conditions andArea(String column, String areaCode) {
        return areaCode == null || areaCode.isBlank()
                ? this
                : and(below(column), areaCode, end(areaCode));
    }

    /** Adds the areas of the reader. */
    public Conditions andWithin(String column, AreaScope scope) {
        if (scope.isEverywhere()) {
            return this;
        }
        if (scope.codes().isEmpty()) {
            return and("false");
        }
        List<Object> bounds = new ArrayList<>();
        scope.codes().forEach(code -> bounds.addAll(List.of(code, end(code))));
        String each = String.join(" OR ", Collections.nCopies(scope.codes().size(), below(column)));
        return and(each, bounds.toArray());
    }

    /** Byte by byte, which an index with text_pattern_ops serves whatever the plan. */
    private static String below(String column) {
        return column + " ~>=~ ? AND " + column + " ~<~ ?";
    }

    /**
     * The first text after {@code code} and everything that begins with {@code code.}: a slash
     * follows a dot.
     */
    private static String end(String code) {
        return code + "/";
    }

    public String sql() {
        return clauses.isEmpty() ? "true" : String.join(" AND ", clauses);
    }

    /** The values in the order of the placeholders, with those that follow in the statement. */
    public Object[] values(Object... following) {
        List<Object> all = new ArrayList<>(values);
        all.addAll(List.of(following));
        return all.toArray();
    }
}
