package id.pkh.platform.jobs;

import id.pkh.platform.persistence.SqlState;

/**
 * The description of a failure that is stored: types, an SQL state and a constraint, but no values.
 */
final class JobFailure {

    private static final int MAX_DEPTH = 8;
    private static final int MAX_CHARS = 1_000;

    private JobFailure() {}

    static String textOf(Throwable failure) {
        StringBuilder text = new StringBuilder();
        Throwable cause = failure;
        for (int i = 0; i < MAX_DEPTH && cause != null; i++) {
            text.append(text.isEmpty() ? "" : " <- ").append(cause.getClass().getSimpleName());
            if (cause.getStackTrace().length > 0 && i == 0) {
                text.append(" at ").append(cause.getStackTrace()[0]);
            }
            cause = cause.getCause();
        }
        SqlState.of(failure)
                .ifPresent(
                        state ->
                                text.append(", SQL state ")
                                        .append(state.code())
                                        .append(
                                                state.constraint() == null
                                                        ? ""
                                                        : ", constraint " + state.constraint()));
        return text.substring(0, Math.min(text.length(), MAX_CHARS));
    }
}
