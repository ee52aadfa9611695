package id.pkh.platform.policies;

import id.pkh.platform.web.Refused;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;

/** Refusals that many kinds need. Each names the row of the document that is at fault. */
public final class PolicyRows {

    private PolicyRows() {}

    /** Refuses a document with two rows about the same thing. */
    public static <T> void requireDistinct(Collection<T> rows, Function<T, String> nameOf) {
        Set<String> seen = new HashSet<>();
        for (T row : rows) {
            if (!seen.add(nameOf.apply(row))) {
                throw Refused.because("POLICY_ROW_TWICE").with("row", nameOf.apply(row));
            }
        }
    }

    /** Refuses a document that does not state something that the rules need. */
    public static void require(boolean isStated, String row) {
        if (!isStated) {
            throw Refused.because("POLICY_ROW_MISSING").with("row", row);
        }
    }

    /** Refuses a row that the rules cannot apply. */
    public static void requirePossible(boolean isPossible, String row) {
        if (!isPossible) {
            throw Refused.because("POLICY_ROW_IMPOSSIBLE").with("row", row);
        }
    }
}
