package id.pkh.platform.messaging;

import java.sql.SQLException;

/**
 * A statement failed; whether it is worth another try is told by its cause, see {@link
 * TransientFailures}.
 */
public class DatabaseFailure extends RuntimeException {

    public DatabaseFailure(String message, SQLException cause) {
        super(message, cause);
    }
}
