package id.pkh.platform.messaging.failure;

import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.apache.kafka.common.errors.RetriableException;

/** Distinguishes failures that are worth another try from those that will always happen again. */
public final class TransientFailures {

    /** SQL state classes: connection, resources, operator intervention, system error. */
    private static final Set<String> CLASSES = Set.of("08", "53", "57", "58");

    /**
     * Serialization failure, deadlock, lock not available, in-failed-transaction, read-only, idle
     * timeout.
     */
    private static final Set<String> STATES =
            Set.of("40001", "40P01", "55P03", "25P02", "25006", "25P03");

    private TransientFailures() {}

    public static boolean isTransient(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof PermanentFailure) {
                return false;
            }
            if (t instanceof SQLException sql && isTransient(sql)) {
                return true;
            }
            if (t instanceof RetriableException || t instanceof SystemException) {
                return true;
            }
            if (t == t.getCause()) {
                break;
            }
        }
        return isTransactionTrouble(failure);
    }

    private static boolean isTransient(SQLException failure) {
        if (failure instanceof SQLTransientException
                || failure instanceof SQLRecoverableException) {
            return true;
        }
        String state = failure.getSQLState();
        if (state == null) {
            // Agroal: no connection within the acquisition timeout
            return failure.getCause() instanceof IOException
                    || String.valueOf(failure.getMessage()).contains("timeout");
        }
        return STATES.contains(state)
                || (state.length() >= 2 && CLASSES.contains(state.substring(0, 2)));
    }

    /**
     * The commit itself failed and no SQL state states why. Another try is harmless: the inbox
     * drops what was committed.
     */
    private static boolean isTransactionTrouble(Throwable failure) {
        boolean commitFailed = false;
        for (Throwable t = failure; t != null && t != t.getCause(); t = t.getCause()) {
            if (t instanceof SQLException) {
                return false;
            }
            commitFailed |= t instanceof RollbackException || t instanceof HeuristicMixedException;
        }
        return commitFailed;
    }
}
