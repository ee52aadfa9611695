package id.pkh.verification.sweep;

import java.sql.SQLException;
import java.util.Set;

/**
 * Tells an outage, which says nothing about a family, from a failure that will come again with the
 * same family.
 */
final class PassingFailures {

    /**
     * SQL state classes: connection, transaction rollback, resources, operator intervention, system
     * error.
     */
    private static final Set<String> CLASSES = Set.of("08", "40", "53", "57", "58");

    private PassingFailures() {}

    static boolean isPassing(Throwable failure) {
        for (Throwable t = failure; t != null && t != t.getCause(); t = t.getCause()) {
            if (t instanceof SQLException sql) {
                String state = sql.getSQLState();
                // without a state: the pool had no connection to give
                return state == null
                        || state.equals("55P03")
                        || CLASSES.contains(state.substring(0, 2));
            }
        }
        return false;
    }
}
