package id.pkh.registry.intake;

import id.pkh.platform.web.Refused;
import java.time.LocalDate;
import java.util.List;

/** Refuses a request because of its first error, and lists the other errors. */
public final class RequestErrors {

    /** One error. It does not contain the value, which may identify a person. */
    public record Shown(String field, String code, String expected) {}

    private RequestErrors() {}

    public static void refuseIfAny(FieldReader reader) {
        List<FieldError> errors = reader.errors();
        if (errors.isEmpty()) {
            return;
        }
        FieldError first = errors.get(0);
        throw Refused.because(first.code())
                .with("field", first.field())
                .with("expected", first.expected())
                .with(
                        "defects",
                        errors.stream()
                                .map(d -> new Shown(d.field(), d.code(), d.expected()))
                                .toList());
    }

    public static Refused refused(String code, String field, String expected) {
        return Refused.because(code).with("field", field).with("expected", expected);
    }

    /** Refuses a range that ends before it begins; null is open. */
    public static void requireRange(String untilField, LocalDate since, LocalDate until) {
        FieldReader reader = new FieldReader();
        reader.range(untilField, since, until);
        refuseIfAny(reader);
    }
}
