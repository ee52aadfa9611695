package id.pkh.platform.messaging.envelope;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/**
 * Reads instants in the one form in which the services write them, {@code
 * 2026-11-24T06:14:10.123456Z}; other forms are left to {@link Instant#parse}. Each event carries
 * two or three, and the general parser was a fifth of the cost of an event.
 */
public final class Rfc3339 {

    private static final String PATTERN = "dddd-dd-ddTdd:dd:dd";
    private static final int SECONDS_END = PATTERN.length();
    private static final int NANO_DIGITS = 9;

    private Rfc3339() {}

    /**
     * @throws DateTimeParseException when the text is not an instant
     */
    public static Instant parse(String text) {
        int last = text.length() - 1;
        if (last < SECONDS_END || text.charAt(last) != 'Z' || !matches(text)) {
            return Instant.parse(text);
        }
        int nanos = last == SECONDS_END ? 0 : nanos(text, last);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        boolean plain = day >= 1 && day <= 28 && month >= 1 && month <= 12 && nanos >= 0;
        if (!plain || hour > 23 || minute > 59 || second > 59) {
            return Instant.parse(text);
        }
        long date = LocalDate.of(number(text, 0, 4), month, day).toEpochDay();
        return Instant.ofEpochSecond(date * 86_400 + hour * 3_600 + minute * 60 + second, nanos);
    }

    private static boolean matches(String text) {
        for (int i = 0; i < SECONDS_END; i++) {
            char expected = PATTERN.charAt(i);
            if (expected == 'd' ? !isDigit(text.charAt(i)) : text.charAt(i) != expected) {
                return false;
            }
        }
        return true;
    }

    /** Nanoseconds of a fraction up to {@code end}, or -1 when the text is not a fraction. */
    private static int nanos(String text, int end) {
        int digits = end - SECONDS_END - 1;
        if (text.charAt(SECONDS_END) != '.' || digits < 1 || digits > NANO_DIGITS) {
            return -1;
        }
        int nanos = 0;
        for (int i = 0; i < NANO_DIGITS; i++) {
            int at = SECONDS_END + 1 + i;
            if (at < end && !isDigit(text.charAt(at))) {
                return -1;
            }
            nanos = nanos * 10 + (at < end ? text.charAt(at) - '0' : 0);
        }
        return nanos;
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** For payloads; what is not text is left to Jackson's own deserializer. */
    static final class Deserializer extends JsonDeserializer<Instant> {

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context)
                throws IOException {
            if (parser.hasToken(JsonToken.VALUE_STRING)) {
                try {
                    return parse(parser.getText());
                } catch (DateTimeParseException e) {
                    // Jackson's own deserializer reports it with the place in the document
                }
            }
            return InstantDeserializer.INSTANT.deserialize(parser, context);
        }
    }
}
