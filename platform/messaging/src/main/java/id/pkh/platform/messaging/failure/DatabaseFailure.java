package id.pkh.platform.messaging.failure;

import java.sql.SQLException;

/**
 * A statement failed. Its cause decides whether it is worth another try, see {@link
 * TransientFailures}.
 */
public class DatabaseFailure extends RuntimeException {

    public DatabaseFailure(String message, SQLException cause) {
        super(message, cause);
    }
}
