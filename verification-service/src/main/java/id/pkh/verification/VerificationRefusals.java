package id.pkh.verification;

import id.pkh.platform.web.RefusalStatuses;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/**
 * Why this service refuses, and with which status. Codes of single rows of a file are among them
 * for their texts.
 */
@ApplicationScoped
class VerificationRefusals implements RefusalStatuses {

    private static final Map<Integer, List<String>> CODES =
            Map.of(
                    403,
                    List.of("REGISTRY_REFUSES_CALLER"),
                    404,
                    List.of("NO_LETTERS"),
                    503,
                    List.of("PRINTERS_BUSY", "REGISTRY_UNAVAILABLE"),
                    409,
                    List.of(
                            "PRINTING_UNDER_WAY",
                            "FORM_ALREADY_RECEIVED",
                            "CONTRADICTION_ENDED",
                            "SETTLED_BY_SENDER",
                            "QUARTER_NOT_OVER",
                            "QUARTER_WITHOUT_POLICY",
                            "QUARTER_PAST_RETENTION",
                            "CLOSING_STOPPED",
                            "STEP_NOT_A_PROPOSAL",
                            "STEP_WITHDRAWN",
                            "ALREADY_DECIDED",
                            "APPEAL_OPEN",
                            "STATUS_DOES_NOT_FIT",
                            "ALREADY_PREPARED",
                            "DRAFT_CLOSED",
                            "DRAFT_HASH_DIFFERS",
                            "DECISION_SAME_PERSON",
                            "DECISION_BY_WITNESS",
                            "DECISION_WITHOUT_EFFECT",
                            "ALREADY_LIFTED",
                            "LIFT_SAME_PERSON",
                            "PROPOSAL_OPEN",
                            "PROPOSAL_WITHDRAWN",
                            "PROPOSAL_OF_ANOTHER",
                            "NOTICE_ALREADY_DELIVERED",
                            "NOTICE_ATTEMPTS_MISSING",
                            "APPEAL_ALREADY_LODGED",
                            "APPEAL_WINDOW_CLOSED",
                            "APPEAL_ALREADY_DECIDED",
                            "SAME_PERSON",
                            "PUPIL_ROW_ENDED",
                            "PUPIL_MATCH_ENDED",
                            "SCHOOL_LINKS_TOO_MANY",
                            "SCHOOL_LINK_USED_UP",
                            "REPLAY_NOT_POSSIBLE"),
                    422,
                    List.of(
                            "FORM_NOT_A_SCHOOL_FORM",
                            "FORM_NOT_A_HEALTH_FORM",
                            "FORM_NOT_A_SOCIAL_FORM",
                            "FORM_OF_OTHER_KIND",
                            "FORM_QUARTER_MISSING",
                            "FORM_SERVICE_POINT_MISSING",
                            "FORM_MONTHS_UNREADABLE",
                            "FORM_MONTH_NOT_OF_QUARTER",
                            "FORM_WITHOUT_ROWS",
                            "CORRECTION_REASON_MISSING",
                            "ROW_TWICE",
                            "ROWS_CONTRADICT",
                            "MEMBER_UNKNOWN",
                            "MEMBER_ID_UNKNOWN",
                            "FORM_MONTH_TWICE",
                            "QUARTER_NOT_OPEN",
                            "PUPIL_TO_SETTLE",
                            "NISN_INVALID",
                            "PUPIL_NOT_A_CANDIDATE",
                            "COMPONENT_IS_NOT_SCHOOL",
                            "COMPONENT_IS_NOT_HEALTH",
                            "COMPONENT_IS_NOT_SOCIAL",
                            "DAYS_IMPOSSIBLE",
                            "PERCENT_DISAGREES",
                            "VISITS_UNREADABLE",
                            "LINE_NOT_OF_CONTRADICTION",
                            "DECISION_DOES_NOT_FIT",
                            "EFFECT_DOES_NOT_FIT",
                            "REASON_UNKNOWN",
                            "DRAFT_SIZE_INVALID",
                            "ITEM_TWICE",
                            "EXCLUSION_UNKNOWN",
                            "LIFT_REASON_DOES_NOT_FIT",
                            "EFFECTIVE_DAY_INVALID",
                            "NOTICE_DAY_INVALID",
                            "NOTICE_ROUTE_DOES_NOT_COUNT",
                            "APPEAL_SUBJECT_UNCLEAR",
                            "GROUNDS_UNKNOWN",
                            "EXEMPTION_REASON_UNKNOWN",
                            "EXEMPTION_SPAN_INVALID",
                            "LADDER_CHARGES_FAMILY",
                            "LADDER_NOT_ASCENDING",
                            "REPLAY_RANGE_INVALID",
                            "TOO_MANY_LETTERS"));

    @Override
    public Map<Integer, List<String>> codes() {
        return CODES;
    }
}
