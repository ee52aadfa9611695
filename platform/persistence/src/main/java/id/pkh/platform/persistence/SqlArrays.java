package id.pkh.platform.persistence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.argument.Argument;
import org.postgresql.util.PGobject;

/**
 * Array parameters for {@code = ANY (:ids)} and for {@code unnest(:ids, :days)}. With one array per
 * column, a single statement handles a set of rows. Elements may be null.
 */
public final class SqlArrays {

    private static final int ID_CHARS = 37;

    private SqlArrays() {}

    public static Argument uuids(Collection<UUID> values) {
        return uuids(values, Function.identity());
    }

    public static <T> Argument uuids(Collection<T> rows, Function<T, UUID> column) {
        return literal("_uuid", rows, column, ID_CHARS);
    }

    public static Argument days(Collection<LocalDate> values) {
        return days(values, Function.identity());
    }

    public static <T> Argument days(Collection<T> rows, Function<T, LocalDate> column) {
        return literal("_date", rows, column, 11);
    }

    /** A month is stored as its first day. */
    public static <T> Argument months(Collection<T> rows, Function<T, YearMonth> column) {
        return days(rows, column.andThen(month -> month == null ? null : month.atDay(1)));
    }

    public static <T> Argument instants(Collection<T> rows, Function<T, Instant> column) {
        return literal("_timestamptz", rows, column, 28);
    }

    public static Argument texts(Collection<String> values) {
        return texts(values, Function.identity());
    }

    public static <T> Argument texts(Collection<T> rows, Function<T, String> column) {
        return array("text", rows.stream().map(column).toArray(String[]::new));
    }

    /** The names of constants. */
    public static <T> Argument codes(Collection<T> rows, Function<T, ? extends Enum<?>> column) {
        return texts(
                rows,
                row -> {
                    Enum<?> value = column.apply(row);
                    return value == null ? null : value.name();
                });
    }

    public static Argument numbers(Collection<? extends Number> values) {
        return numbers(values, Function.identity());
    }

    /** Converts to bigint. */
    public static <T> Argument numbers(Collection<T> rows, Function<T, ? extends Number> column) {
        return array(
                "bigint",
                rows.stream()
                        .map(column)
                        .map(number -> number == null ? null : number.longValue())
                        .toArray(Long[]::new));
    }

    public static <T> Argument flags(Collection<T> rows, Function<T, Boolean> column) {
        return array("boolean", rows.stream().map(column).toArray(Boolean[]::new));
    }

    /** An array of text or numbers is sent in binary when it has its own type. */
    private static Argument array(String type, Object[] values) {
        return (position, statement, context) ->
                statement.setArray(position, statement.getConnection().createArrayOf(type, values));
    }

    /**
     * Writes the array as the literal that the server reads. These values need no quotes, and the
     * driver would quote each of many thousands.
     */
    private static <T> Argument literal(
            String type, Collection<T> rows, Function<T, ?> column, int charsEach) {
        StringBuilder text = new StringBuilder(rows.size() * charsEach + 2).append('{');
        for (T row : rows) {
            if (text.length() > 1) {
                text.append(',');
            }
            text.append(column.apply(row)); // null becomes the keyword
        }
        String elements = text.append('}').toString();
        return (position, statement, context) -> {
            PGobject array = new PGobject();
            array.setType(type);
            array.setValue(elements);
            statement.setObject(position, array);
        };
    }
}
