package id.pkh.registry.family.domain;

import java.time.LocalDate;
import java.util.Optional;

/** A caretaker holds card and account, so only an adult can become one. */
public final class CaretakerAge {

    public static final String CARETAKER_NOT_ADULT = "CARETAKER_NOT_ADULT";
    public static final int ADULT_YEARS = 17;

    private CaretakerAge() {}

    /**
     * Returns the refusal of a person who is too young on the day.
     *
     * @param born birth date; when only the NIK is known, the latest date that it can mean
     */
    public static Optional<String> refusal(LocalDate born, LocalDate on) {
        return born.plusYears(ADULT_YEARS).isAfter(on)
                ? Optional.of(CARETAKER_NOT_ADULT)
                : Optional.empty();
    }
}
