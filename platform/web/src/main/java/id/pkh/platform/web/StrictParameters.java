package id.pkh.platform.web;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * Reads ids, truth values and days of an address as strictly as those of a body. A truth value is
 * declared as {@code Boolean}: for {@code boolean} the framework does not ask here.
 */
@Provider
public class StrictParameters implements ParamConverterProvider {

    private static final Map<Class<?>, Function<String, ?>> READING =
            Map.of(
                    UUID.class, StrictText::uuid,
                    Boolean.class, StrictText::truth,
                    LocalDate.class, StrictParameters::day);

    @Override
    @SuppressWarnings("unchecked")
    public <T> ParamConverter<T> getConverter(
            Class<T> type, Type genericType, Annotation[] annotations) {
        Function<String, ?> reading = READING.get(type);
        return reading == null ? null : new Converter<>((Function<String, T>) reading);
    }

    private static LocalDate day(String text) {
        LocalDate day = LocalDate.parse(text);
        if (!PlausibleDays.include(day)) {
            throw new IllegalArgumentException("not a plausible day: " + text);
        }
        return day;
    }

    private record Converter<T>(Function<String, T> reading) implements ParamConverter<T> {

        @Override
        public T fromString(String text) {
            return text == null ? null : reading.apply(text);
        }

        @Override
        public String toString(T value) {
            return String.valueOf(value);
        }
    }
}
