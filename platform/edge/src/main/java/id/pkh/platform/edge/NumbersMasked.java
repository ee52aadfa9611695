package id.pkh.platform.edge;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logmanager.ExtLogRecord;

/**
 * Keeps out of the log what callers and files could bring into it. Numbers of sixteen digits, which
 * are NIKs and family cards, are masked, also in groups and in other digits than ASCII: the
 * services never log one, but messages of libraries quote input that they could not read. Control
 * characters are written out, so that no message can start a line of its own.
 */
@LoggingFilter(name = "numbers-masked")
public final class NumbersMasked implements Filter {

    private static final int DIGITS = 16;

    /** Digits in one group, or in groups of two to six with the same separator between them. */
    private static final Pattern NUMBER =
            Pattern.compile(
                    "(?<![\\p{Nd}A-Za-z])(?:\\p{Nd}{16}|\\p{Nd}{2,6}([\\p{Zs}._/-])\\p{Nd}{2,6}"
                            + "(?:\\1\\p{Nd}{2,6}){1,6})(?![\\p{Nd}A-Za-z])");

    private static final String MASK = "*".repeat(DIGITS);

    /** Causes below this depth are neither checked nor shown. */
    private static final int MAX_CAUSES = 20;

    /** Always masks, because the logged message may differ from the checked one. */
    @Override
    public boolean isLoggable(LogRecord record) {
        if (record instanceof ExtLogRecord line) {
            String message = line.getFormattedMessage();
            String shown = message == null ? null : shown(message);
            if (shown != null && !shown.equals(message)) {
                line.setMessage(shown, ExtLogRecord.FormatStyle.NO_FORMAT);
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
        String text = thrown.toString();
        if (!shown(text).equals(text) || isNaming(thrown.getCause(), depth + 1)) {
            return true;
        }
        for (Throwable beside : thrown.getSuppressed()) {
            if (isNaming(beside, depth + 1)) {
                return true;
            }
        }
        return false;
    }

    private static String shown(String text) {
        String masked =
                NUMBER.matcher(text)
                        .replaceAll(
                                found ->
                                        hasAllDigits(found.group()) ? MASK : quoted(found.group()));
        return OneLine.of(masked);
    }

    private static boolean hasAllDigits(String number) {
        return number.codePoints().filter(Character::isDigit).count() == DIGITS;
    }

    private static String quoted(String text) {
        return Matcher.quoteReplacement(text);
    }

    /** Stands for a failure in the log, without the numbers in its message. */
    private static final class Masked extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String text;

        Masked(Throwable original, int depth) {
            super(shown(String.valueOf(original.getMessage())), causeOf(original, depth));
            this.text = shown(original.toString());
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
