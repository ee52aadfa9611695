package id.pkh.disbursement.payment.persistence;

import id.pkh.disbursement.jdbc.Database.Binder;
import id.pkh.disbursement.jdbc.Parameters;
import id.pkh.platform.security.AreaScope;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/** The conditions of a list, each with its parameters. */
final class Conditions {

    /**
     * The character after the full stop in sort order: every code below an area sorts before the
     * area's code with this character appended.
     */
    private static final String BEHIND_AREA = "/";

    private final List<String> texts = new ArrayList<>();
    private final List<Binder> binders = new ArrayList<>();

    void add(String text, Binder binder) {
        texts.add(text);
        binders.add(binder);
    }

    /** Only villages in the scope. The bounds are redundant, but an index can use them. */
    void within(AreaScope scope) {
        if (scope.isEverywhere()) {
            return;
        }
        if (scope.codes().isEmpty()) {
            add("false", p -> {});
            return;
        }
        TreeSet<String> codes = new TreeSet<>(scope.codes());
        add(
                "p.village_code >= ? AND p.village_code < ? AND p.village_code LIKE ANY (?)",
                p ->
                        p.text(codes.first())
                                .text(codes.last() + BEHIND_AREA)
                                .texts(Arrays.asList(scope.likePatterns())));
    }

    String sql() {
        return " WHERE " + String.join(" AND ", texts);
    }

    void bind(Parameters parameters) throws SQLException {
        for (Binder binder : binders) {
            binder.bind(parameters);
        }
    }
}
