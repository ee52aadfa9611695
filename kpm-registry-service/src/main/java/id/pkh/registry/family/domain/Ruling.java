package id.pkh.registry.family.domain;

import java.util.function.Function;

/**
 * The result of the rules for a statement: the record after it, which may be unchanged, or a
 * refusal.
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

    /**
     * Returns the record after the statement, or the result of the given function for a refusal.
     */
    default <X extends RuntimeException> T orThrow(Function<String, X> refusal) {
        if (this instanceof Permitted<T> permitted) {
            return permitted.after();
        }
        throw refusal.apply(((Refused<T>) this).code());
    }
}
