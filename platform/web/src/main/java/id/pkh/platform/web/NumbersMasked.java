package id.pkh.platform.web;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;
import org.jboss.logmanager.ExtLogRecord;

/**
 * Masks numbers of sixteen digits, which are NIKs and family cards, in the log. The services never
 * log one, but messages of libraries quote input that they could not read.
 */
@LoggingFilter(name = "numbers-masked")
public final class NumbersMasked implements Filter {

    private static final Pattern NUMBER =
            Pattern.compile("(?<![0-9A-Za-z])[0-9]{16}(?![0-9A-Za-z])");
    private static final String MASK = "*".repeat(16);

    /** Causes below this depth are neither checked nor shown. */
    private static final int MAX_CAUSES = 20;

    /** Always masks, because the logged message may differ from the checked one. */
    @Override
    public boolean isLoggable(LogRecord record) {
        if (record instanceof ExtLogRecord line) {
            String message = line.getFormattedMessage();
            if (message != null && NUMBER.matcher(message).find()) {
                line.setMessage(masked(message), ExtLogRecord.FormatStyle.NO_FORMAT);
            }
        }
        if (isNaming(record.getThrown(), 0)) {
            record.setThrown(new Masked(record.getThrown(), 0));
        }
        return true;
    }

    private static boolean isNaming(Throwable thrown, int depth) {
        if (thrown == null || depth == MAX_CAUSES) {
            return false;
        }
        if (NUMBER.matcher(thrown.toString()).find() || isNaming(thrown.getCause(), depth + 1)) {
            return true;
        }
        for (Throwable beside : thrown.getSuppressed()) {
            if (isNaming(beside, depth + 1)) {
                return true;
            }
        }
        return false;
    }

    private static String masked(String text) {
        return NUMBER.matcher(text).replaceAll(MASK);
    }

    /** Stands for a failure in the log, without the numbers in its message. */
    private static final class Masked extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String text;

        Masked(Throwable original, int depth) {
            super(masked(String.valueOf(original.getMessage())), causeOf(original, depth));
            this.text = masked(original.toString());
            setStackTrace(original.getStackTrace());
            if (depth < MAX_CAUSES) {
                for (Throwable beside : original.getSuppressed()) {
                    addSuppressed(new Masked(beside, depth + 1));
                }
            }
        }

        private static Throwable causeOf(Throwable original, int depth) {
            return original.getCause() == null || depth == MAX_CAUSES
                    ? null
                    : new Masked(original.getCause(), depth + 1);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
