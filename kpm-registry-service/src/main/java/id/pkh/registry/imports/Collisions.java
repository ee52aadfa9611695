package id.pkh.registry.imports;

import id.pkh.platform.persistence.SqlState;

/** Failures of a transaction that lost against another one and will see its result next time. */
final class Collisions {

    private static final String EXCLUSION_VIOLATION = "23P01";

    private Collisions() {}

    /**
     * A number or a period that another transaction has taken is found on record when tried again.
     */
    static boolean isCollision(Throwable failure) {
        return SqlState.of(failure)
                .map(
                        state ->
                                state.kind() == SqlState.Kind.COLLISION
                                        || state.isUniqueViolation()
                                        || EXCLUSION_VIOLATION.equals(state.code()))
                .orElse(false);
    }
}
