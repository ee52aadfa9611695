package id.pkh.registry.intake;

import id.pkh.platform.web.Refused;
import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;

/** What it means when a unique number turns out to be taken only as it is written. */
public final class TakenNumbers {

    private static final Map<String, String> CODES =
            Map.of(
                    "kpm_one_per_family_card", "FAMILY_CARD_DUPLICATE",
                    "family_member_one_per_nik", "NIK_DUPLICATE",
                    "facilitator_one_per_nik", "NIK_DUPLICATE",
                    "facilitator_one_per_code", "FACILITATOR_CODE_TAKEN");

    private TakenNumbers() {}

    /** Writes what is pending, or refuses it when somebody else was faster. */
    public static void flush(EntityManager entities) {
        try {
            entities.flush();
        } catch (ConstraintViolationException violation) {
            throw codeOf(violation.getConstraintName())
                    .<RuntimeException>map(code -> Refused.because(code, violation))
                    .orElse(violation);
        }
    }

    static Optional<String> codeOf(String constraint) {
        return Optional.ofNullable(constraint).map(CODES::get);
    }
}
