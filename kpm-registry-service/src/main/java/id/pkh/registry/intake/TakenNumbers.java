package id.pkh.registry.intake;

import id.pkh.platform.web.Refused;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.util.Map;
import java.util.Optional;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What it means when something turns out to be taken only as it is written. */
public final class TakenNumbers {

    private static final Map<String, String> CODES =
            Map.of(
                    "kpm_one_per_family_card", "FAMILY_CARD_DUPLICATE",
                    "family_member_one_per_nik", "NIK_DUPLICATE",
                    "facilitator_one_per_nik", "NIK_DUPLICATE",
                    "facilitator_one_per_code", "FACILITATOR_CODE_TAKEN",
                    "facilitator_assignment_one_per_village", "ASSIGNMENT_OVERLAPS");

    private TakenNumbers() {}

    /** Writes what is pending and checks every constraint, or refuses: somebody else was faster. */
    public static void flush(EntityManager entities) {
        try {
            entities.flush();
            entities.createNativeQuery("SET CONSTRAINTS ALL IMMEDIATE").executeUpdate();
        } catch (PersistenceException violation) {
            throw constraintOf(violation)
                    .map(CODES::get)
                    .<RuntimeException>map(code -> Refused.because(code, violation))
                    .orElse(violation);
        }
    }

    private static Optional<String> constraintOf(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof PSQLException refused) {
                return Optional.ofNullable(refused.getServerErrorMessage())
                        .map(ServerErrorMessage::getConstraint);
            }
        }
        return Optional.empty();
    }
}
