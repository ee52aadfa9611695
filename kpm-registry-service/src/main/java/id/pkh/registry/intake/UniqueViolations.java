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
            Map.ofEntries(
                    Map.entry("advocacy_one_open", "ADVOCACY_ALREADY_OPEN"),
                    Map.entry("complaint_one_open", "COMPLAINT_ALREADY_OPEN"),
                    Map.entry("child_transfer_one_open", "TRANSFER_ALREADY_OPEN"),
                    Map.entry("coordination_one_a_day", "COORDINATOR_OVERLAPS"),
                    Map.entry("facilitator_appointment_one_a_day", "APPOINTMENT_OVERLAPS"),
                    Map.entry("facilitator_assignment_appointed", "ASSIGNMENT_OUTSIDE_APPOINTMENT"),
                    Map.entry("family_update_change_open", "UPDATE_ALREADY_OPEN"),
                    Map.entry("family_update_reversed_once", "UPDATE_ALREADY_REVERSED"),
                    Map.entry("family_merge_one_open", "MERGE_ALREADY_OPEN"),
                    Map.entry("graduation_one_open", "GRADUATION_ALREADY_OPEN"),
                    Map.entry("home_visit_superseded_once", "VISIT_SUPERSEDED"),
                    Map.entry("kpm_one_per_family_card", "FAMILY_CARD_DUPLICATE"),
                    Map.entry("family_member_one_per_nik", "NIK_DUPLICATE"),
                    Map.entry("facilitator_one_per_nik", "NIK_DUPLICATE"),
                    Map.entry("facilitator_one_per_code", "FACILITATOR_CODE_TAKEN"),
                    Map.entry("facilitator_assignment_one_per_village", "ASSIGNMENT_OVERLAPS"),
                    Map.entry("initial_delivery_once", "INITIAL_ALREADY_DELIVERED"),
                    Map.entry("initial_invitation_one_list", "INITIAL_CANDIDATE_LISTED"),
                    Map.entry("initial_meeting_once", "INITIAL_MEETING_TWICE"),
                    Map.entry("initial_roster_once_per_area", "ROSTER_AREA_TAKEN"),
                    Map.entry("contact_change_numbered", "CONTACT_CHANGED_MEANWHILE"),
                    Map.entry("webhook_form_once", "WEBHOOK_URL_TAKEN"),
                    Map.entry("webhook_once", "WEBHOOK_URL_TAKEN"));

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
