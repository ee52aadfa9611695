package id.pkh.registry;

import id.pkh.platform.web.RefusalStatuses;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** The refusals of this service, each with its HTTP status. */
@ApplicationScoped
class RegistryRefusals implements RefusalStatuses {

    private static final Map<Integer, List<String>> CODES =
            Map.of(
                    400,
                    List.of(
                            "ACCOUNT_CHANGES_INVALID",
                            "FAMILY_IDS_INVALID",
                            "NOTIFICATION_IDS_INVALID",
                            "PURPOSE_REQUIRED",
                            "REVEAL_UNKNOWN"),
                    403,
                    List.of("ACCOUNT_CHANGE_NAME_NOT_SHOWN", "REVEAL_NOT_ALLOWED"),
                    409,
                    List.of(
                            "ACCOUNT_CHANGE_DECIDED",
                            "ACCOUNT_CHANGE_DIFFERS",
                            "ACCOUNT_CHANGE_NOT_WAITING",
                            "ACCOUNT_CHANGE_SAME_PERSON",
                            "ACCOUNT_CHANGE_SUPERSEDED",
                            "ASSIGNMENT_HANDED_OVER",
                            "ASSIGNMENT_OVERLAPS",
                            "CONTACT_CHANGED_MEANWHILE",
                            "CONTACT_CHANGE_NOT_WAITING",
                            "CONTACT_CHANGE_SAME_PERSON",
                            "EFFECTIVE_BEFORE_CURRENT_COMPONENT",
                            "FACILITATOR_CODE_TAKEN",
                            "FAMILY_CARD_DUPLICATE",
                            "INVALID_STATUS_TRANSITION",
                            "KPM_CLOSED",
                            "KPM_LEFT_REINSTATE",
                            "NIK_DUPLICATE",
                            "NOBODY_ON_DUTY",
                            "NOTIFICATION_CLOSED",
                            "NOTIFICATION_NOT_YOURS",
                            "NO_COMPONENT_TO_END",
                            "PREDECESSOR_CHANGED",
                            "ROSTER_AREA_TAKEN",
                            "ROSTER_NOT_OPEN",
                            "ROSTER_SAME_PERSON",
                            "STATUS_SAME_PERSON",
                            "VERSION_CONFLICT"),
                    422,
                    List.of(
                            "ACCOUNT_NOT_DIGITS",
                            "ACCOUNT_STATUS_UNKNOWN",
                            "AREA_NOT_YOURS",
                            "AREA_PARENT_UNKNOWN",
                            "AREA_UNKNOWN",
                            "BANK_UNKNOWN",
                            "BIRTH_DATE_MISSING",
                            "CARETAKER_AMBIGUOUS",
                            "CARETAKER_NOT_ADULT",
                            "COMPONENT_DISAGREES_WITH_SEX",
                            "COMPONENT_UNKNOWN",
                            "CONTACT_ROUTE_UNKNOWN",
                            "DATE_RANGE_INVALID",
                            "DATE_UNREADABLE",
                            "FACILITATOR_CODE_INVALID",
                            "FACILITATOR_UNKNOWN",
                            "FAMILY_CARD_INVALID",
                            "FAMILY_UNKNOWN",
                            "FILE_HEADER_UNKNOWN",
                            "GROUP_CODE_INVALID",
                            "HOLDER_UNKNOWN",
                            "MEMBER_WITHOUT_COMPONENT",
                            "NAME_MISSING",
                            "NIK_DISAGREES_WITH_BIRTH_DATE",
                            "NIK_DISAGREES_WITH_SEX",
                            "NISN_INVALID",
                            "NOTICE_AFTER_HAND_OVER",
                            "NOTIFICATION_STATE_UNKNOWN",
                            "NOT_A_MEMBER",
                            "NPSN_INVALID",
                            "OUTSIDE_ROSTER_AREA",
                            "OVERLAP_MISSING",
                            "REASON_UNKNOWN",
                            "RECEIVER_ROLE_UNKNOWN",
                            "ROLE_UNKNOWN",
                            "SEX_UNKNOWN",
                            "SHA256_INVALID",
                            "STATUS_NEEDS_DECISION",
                            "STATUS_UNKNOWN",
                            "SUCCESSOR_IS_SAME",
                            "TELEPHONE_INVALID",
                            "TEXT_TOO_LONG",
                            "VILLAGE_UNKNOWN"));

    @Override
    public Map<Integer, List<String>> codes() {
        return CODES;
    }
}
