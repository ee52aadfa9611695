package id.pkh.platform.messaging.parking;

import id.pkh.platform.messaging.failure.PermanentFailure;
import java.sql.SQLException;

/**
 * Why an event is parked.
 *
 * @param code upper snake; operators select by it
 * @param cause the failure and its causes, for an operator to read; without personal data
 */
public record ParkingReason(String code, String cause) {

    /** Code of an event that has no fault of its own but waits behind a parked one of its key. */
    public static final String BEHIND_PARKED = "BEHIND_PARKED";

    static final ParkingReason BEHIND =
            new ParkingReason(BEHIND_PARKED, "an earlier event of the same key is parked");

    private static final String HANDLER_FAILED = "HANDLER_FAILED";
    private static final int MAX_CAUSE_CHARS = 2000;

    public static ParkingReason of(Throwable failure) {
        return new ParkingReason(codeOf(failure), causeOf(failure));
    }

    private static String codeOf(Throwable failure) {
        for (Throwable t = failure; t != null && t != t.getCause(); t = t.getCause()) {
            if (t instanceof PermanentFailure permanent) {
                return permanent.code();
            }
        }
        return HANDLER_FAILED;
    }

    private static String causeOf(Throwable failure) {
        StringBuilder text = new StringBuilder();
        for (Throwable t = failure;
                t != null && text.length() < MAX_CAUSE_CHARS;
                t = t.getCause()) {
            text.append(text.isEmpty() ? "" : " <- ").append(t.getClass().getSimpleName());
            // messages of parsers and drivers quote the data; only a PermanentFailure promises not
            // to
            if (t instanceof PermanentFailure) {
                text.append(": ").append(t.getMessage());
            } else if (t instanceof SQLException sql) {
                text.append(" SQL state ").append(sql.getSQLState());
            } else if (t.getStackTrace().length > 0) {
                text.append(" at ").append(t.getStackTrace()[0]);
            }
        }
        return text.substring(0, Math.min(text.length(), MAX_CAUSE_CHARS));
    }
}
