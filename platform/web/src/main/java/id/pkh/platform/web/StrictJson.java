package id.pkh.platform.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Reads texts, ids and dates only from JSON texts, and only those that can be stored. Jackson
 * itself takes {@code false} as a text, and a number as a day since 1970.
 */
final class StrictJson {

    /** A value that JSON allows and the services do not; {@code problem} names why. */
    static final class Refusal extends MismatchedInputException {

        private static final long serialVersionUID = 1L;

        private final String problem;

        Refusal(JsonParser parser, Class<?> type, String problem) {
            super(parser, problem, type);
            this.problem = problem;
        }

        String problem() {
            return problem;
        }
    }

    private interface Reading<T> {
        T read(String text);
    }

    private StrictJson() {}

    static SimpleModule module() {
        return new SimpleModule("strict")
                .addDeserializer(String.class, new FromText<>(String.class, t -> t, t -> true))
                .addDeserializer(
                        UUID.class, new FromText<>(UUID.class, StrictText::uuid, id -> true))
                .addDeserializer(
                        LocalDate.class,
                        new FromText<>(LocalDate.class, LocalDate::parse, PlausibleDays::include))
                .addDeserializer(
                        YearMonth.class,
                        new FromText<>(
                                YearMonth.class,
                                YearMonth::parse,
                                month -> PlausibleDays.include(month.atDay(1))))
                .addDeserializer(
                        Instant.class,
                        new FromText<>(
                                Instant.class,
                                text -> OffsetDateTime.parse(text).toInstant(),
                                StrictJson::isPlausible));
    }

    private static boolean isPlausible(Instant instant) {
        return instant.isAfter(Instant.MIN.plusSeconds(86_400 * 366L))
                && instant.isBefore(Instant.MAX.minusSeconds(86_400 * 366L))
                && PlausibleDays.include(LocalDate.ofInstant(instant, ZoneOffset.UTC));
    }

    private static final class FromText<T> extends StdScalarDeserializer<T> {

        private static final long serialVersionUID = 1L;

        private final transient Reading<T> reading;
        private final transient Predicate<T> plausible;

        FromText(Class<T> type, Reading<T> reading, Predicate<T> plausible) {
            super(type);
            this.reading = reading;
            this.plausible = plausible;
        }

        @Override
        @SuppressWarnings("unchecked")
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (T) context.handleUnexpectedToken(handledType(), parser);
            }
            String text = parser.getText();
            if (Text.hasControl(text, true)) {
                throw new Refusal(parser, handledType(), "CONTROL_CHARACTER");
            }
            T value;
            try {
                value = reading.read(text);
            } catch (DateTimeException | IllegalArgumentException unreadable) {
                throw new Refusal(parser, handledType(), "WRONG_VALUE");
            }
            if (!plausible.test(value)) {
                throw new Refusal(parser, handledType(), "OUT_OF_RANGE");
            }
            return value;
        }
    }
}
