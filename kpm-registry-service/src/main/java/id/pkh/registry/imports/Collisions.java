package id.pkh.registry.imports;

import java.sql.SQLException;
import java.util.Set;

/** Failures of a transaction that lost against another one and will see its result next time. */
final class Collisions {

    /** Unique violation, exclusion violation, serialization failure, deadlock. */
    private static final Set<String> STATES = Set.of("23505", "23P01", "40001", "40P01");

    private Collisions() {}

    static boolean isCollision(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && STATES.contains(refused.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
