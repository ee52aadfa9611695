package id.pkh.verification;

import id.pkh.platform.web.RefusalStatuses;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/**
 * Why this service refuses, and with which status. Codes of single rows of a file are among them
 * for their texts.
 */
@ApplicationScoped
class VerificationRefusals implements RefusalStatuses {

    private static final Map<String, Integer> STATUSES =
            Map.ofEntries(
                    // forms as a whole
                    Map.entry("FORM_NOT_A_SCHOOL_FORM", 422),
                    Map.entry("FORM_NOT_A_HEALTH_FORM", 422),
                    Map.entry("FORM_OF_OTHER_KIND", 422),
                    Map.entry("FORM_QUARTER_MISSING", 422),
                    Map.entry("FORM_SERVICE_POINT_MISSING", 422),
                    Map.entry("FORM_MONTHS_UNREADABLE", 422),
                    Map.entry("FORM_MONTH_NOT_OF_QUARTER", 422),
                    Map.entry("FORM_WITHOUT_ROWS", 422),
                    Map.entry("FORM_ALREADY_RECEIVED", 409),
                    Map.entry("FORM_REACHES_BEYOND_AREA", 409),
                    Map.entry("CORRECTION_REASON_MISSING", 422),
                    // rows of forms
                    Map.entry("ROW_TWICE", 422),
                    Map.entry("MEMBER_UNKNOWN", 422),
                    Map.entry("COMPONENT_IS_NOT_SCHOOL", 422),
                    Map.entry("COMPONENT_IS_NOT_HEALTH", 422),
                    Map.entry("DAYS_IMPOSSIBLE", 422),
                    Map.entry("PERCENT_DISAGREES", 422),
                    Map.entry("VISITS_UNREADABLE", 422),
                    // quarters
                    Map.entry("QUARTER_NOT_OVER", 409),
                    Map.entry("QUARTER_WITHOUT_POLICY", 409),
                    Map.entry("QUARTER_PAST_RETENTION", 409),
                    Map.entry("CLOSING_STOPPED", 409),
                    // steps and decisions
                    Map.entry("STEP_NOT_A_PROPOSAL", 409),
                    Map.entry("STEP_WITHDRAWN", 409),
                    Map.entry("ALREADY_DECIDED", 409),
                    Map.entry("DECISION_DOES_NOT_FIT", 422),
                    Map.entry("EFFECT_DOES_NOT_FIT", 422),
                    Map.entry("DECISION_NOT_A_SUSPENSION", 409),
                    Map.entry("ALREADY_LIFTED", 409),
                    // appeals
                    Map.entry("APPEAL_ALREADY_LODGED", 409),
                    Map.entry("APPEAL_WINDOW_CLOSED", 409),
                    Map.entry("APPEAL_ALREADY_DECIDED", 409),
                    Map.entry("SAME_PERSON", 409),
                    // exemptions
                    Map.entry("EXEMPTION_REASON_UNKNOWN", 422),
                    Map.entry("EXEMPTION_SPAN_INVALID", 422),
                    Map.entry("AREA_CODE_INVALID", 422));

    @Override
    public Map<String, Integer> statuses() {
        return STATUSES;
    }
}
