package id.pkh.registry.intake;

import id.pkh.platform.persistence.SqlState;
import id.pkh.platform.web.Refused;
import java.util.Map;
import java.util.Optional;

/**
 * Turns the violation of a unique number or period into a refusal. It happens when another
 * transaction takes the number after this one has checked that it is free.
 */
public final class UniqueViolations {

    private static final Map<String, String> CODES =
            Map.of(
                    "coordination_one_a_day", "COORDINATOR_OVERLAPS",
                    "facilitator_appointment_one_a_day", "APPOINTMENT_OVERLAPS",
                    "facilitator_assignment_appointed", "ASSIGNMENT_OUTSIDE_APPOINTMENT",
                    "kpm_one_per_family_card", "FAMILY_CARD_DUPLICATE",
                    "family_member_one_per_nik", "NIK_DUPLICATE",
                    "facilitator_one_per_nik", "NIK_DUPLICATE",
                    "facilitator_one_per_code", "FACILITATOR_CODE_TAKEN",
                    "facilitator_assignment_one_per_village", "ASSIGNMENT_OVERLAPS",
                    "initial_roster_once_per_area", "ROSTER_AREA_TAKEN",
                    "contact_change_numbered", "CONTACT_CHANGED_MEANWHILE");

    private UniqueViolations() {}

    public static void refuseOn(Runnable write) {
        try {
            write.run();
        } catch (RuntimeException violation) {
            throw constraintOf(violation)
                    .map(CODES::get)
                    .<RuntimeException>map(code -> Refused.because(code, violation))
                    .orElse(violation);
        }
    }

    /**
     * Whether a change failed only because of a concurrent change. When it is decided again, it
     * sees what the other change has committed.
     */
    public static boolean isTakenMeanwhile(Throwable failure) {
        boolean isCollision =
                SqlState.of(failure)
                        .filter(state -> state.kind() == SqlState.Kind.COLLISION)
                        .isPresent();
        return isCollision || constraintOf(failure).filter(CODES::containsKey).isPresent();
    }

    private static Optional<String> constraintOf(Throwable failure) {
        return SqlState.of(failure).map(SqlState::constraint);
    }
}
