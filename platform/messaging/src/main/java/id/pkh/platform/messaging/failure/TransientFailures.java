package id.pkh.platform.messaging.failure;

import id.pkh.platform.persistence.SqlState;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.RetriableException;

/**
 * Distinguishes failures that are worth another try from failures that every further try would meet
 * again. {@link SqlState} judges failures of the database; this class adds those of the broker and
 * of the transaction manager.
 */
public final class TransientFailures {

    private static final int MAX_DEPTH = 16;

    private TransientFailures() {}

    public static boolean isTransient(Throwable failure) {
        if (isCausedBy(failure, PermanentFailure.class)) {
            return false;
        }
        return isCausedBy(failure, RetriableException.class)
                || isCausedBy(failure, SystemException.class)
                || SqlState.of(failure)
                        .map(state -> state.kind().isWorthAnotherTry())
                        .orElseGet(() -> isFailedCommit(failure));
    }

    /**
     * The commit itself failed without an SQL state. Another try is harmless: the inbox drops what
     * was committed.
     */
    private static boolean isFailedCommit(Throwable failure) {
        return isCausedBy(failure, RollbackException.class)
                || isCausedBy(failure, HeuristicMixedException.class);
    }

    private static boolean isCausedBy(Throwable failure, Class<? extends Throwable> type) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(MAX_DEPTH)
                .anyMatch(type::isInstance);
    }
}
