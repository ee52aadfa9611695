package id.pkh.registry.family.domain;

import java.util.function.Function;

/**
 * What the rules make of a statement: what is on record afterwards, which may be what was there
 * before, or a refusal.
 */
public sealed interface Ruling<T> {

    record Permitted<T>(T after) implements Ruling<T> {}

    record Refused<T>(String code) implements Ruling<T> {}

    static <T> Ruling<T> permitted(T after) {
        return new Permitted<>(after);
    }

    static <T> Ruling<T> refused(String code) {
        return new Refused<>(code);
    }

    default <R> Ruling<R> map(Function<T, R> change) {
        return this instanceof Permitted<T> permitted
                ? permitted(change.apply(permitted.after()))
                : refused(((Refused<T>) this).code());
    }

    /** What is on record afterwards, or whatever the caller makes of the refusal. */
    default <X extends RuntimeException> T orThrow(Function<String, X> refusal) {
        if (this instanceof Permitted<T> permitted) {
            return permitted.after();
        }
        throw refusal.apply(((Refused<T>) this).code());
    }
}
