package id.pkh.disbursement.money;

import id.pkh.platform.persistence.SqlState;
import id.pkh.platform.persistence.SqlState.Kind;
import java.util.function.Supplier;

/** Repeats a transaction that collided with another one. */
public final class Collisions {

    private static final int ATTEMPTS = 5;

    private Collisions() {}

    /** Runs a whole transaction again when it was the victim of a deadlock. */
    public static <T> T retried(Supplier<T> transaction) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.get();
            } catch (RuntimeException failed) {
                boolean collided =
                        SqlState.of(failed)
                                .filter(state -> state.kind() == Kind.COLLISION)
                                .isPresent();
                if (!collided || attempt == ATTEMPTS) {
                    throw failed;
                }
            }
        }
    }
}
