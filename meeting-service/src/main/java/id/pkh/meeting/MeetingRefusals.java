package id.pkh.meeting;

import id.pkh.platform.web.RefusalStatuses;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** The refusals of this service, with their statuses. */
@ApplicationScoped
class MeetingRefusals implements RefusalStatuses {

    private static final Map<Integer, List<String>> CODES =
            Map.of(
                    400,
                    List.of(
                            "MONTH_INVALID",
                            "PLAN_RANGE_INVALID",
                            "CORRECTION_REASON_MISSING",
                            "CORRECTION_REASON_UNFIT"),
                    403,
                    List.of("EXCUSE_NEEDS_COORDINATOR"),
                    404,
                    List.of("GROUP_UNKNOWN"),
                    409,
                    List.of(
                            "MEETING_ALREADY_RECORDED",
                            "CORRECTION_WITHOUT_MEETING",
                            "CORRECTION_OF_WHICH",
                            "MEETING_WAS_HELD",
                            "FACILITATOR_IS_ASSIGNED",
                            "GROUP_ALREADY_FORMED",
                            "PROPOSAL_OPEN",
                            "PROPOSAL_CLOSED",
                            "PROPOSAL_CHANGED",
                            "PROPOSAL_OUTDATED",
                            "PLACEMENT_WAITS",
                            "PLACEMENT_IN_CLOSED_MONTH",
                            "FAMILY_HAS_LEFT",
                            "OFFICER_TERM_OVERLAPS",
                            "OFFICER_TERM_ENDED",
                            "MONTH_NOT_OVER",
                            "PLAN_CHANGED",
                            "PLAN_OVERLAPS",
                            "PLAN_ITEM_DONE",
                            "PLAN_ITEM_PAST",
                            "PLAN_DONE_BY_RECORD",
                            "CALENDAR_TOKENS_TOO_MANY",
                            "PHOTOS_TOO_MANY",
                            "PHOTO_STORE_MISSING",
                            "CLOSING_STOPPED"),
                    413,
                    List.of("PHOTO_TOO_LARGE"),
                    422,
                    List.of(
                            "PHOTO_NOT_AN_IMAGE",
                            "PHOTO_TOO_MANY_PIXELS",
                            "PHOTO_WITHOUT_POSITION",
                            "PHOTO_OUTSIDE_COUNTRY",
                            "PHOTO_WITHOUT_TIME",
                            "PHOTO_OF_OTHER_DAY",
                            "FILE_NOT_A_LIST_OF_GROUPS",
                            "GROUP_CODE_INVALID",
                            "GROUP_CODE_OF_OTHER_VILLAGE",
                            "GROUP_NAME_INVALID",
                            "GROUP_DATE_INVALID",
                            "GROUP_TWICE_IN_FILE",
                            "VILLAGE_OUTSIDE_AREAS",
                            "DATE_IN_FUTURE",
                            "OFFICERS_NOT_DISTINCT",
                            "OFFICER_NOT_IN_GROUP",
                            "OFFICE_UNKNOWN",
                            "OFFICER_TERM_ENDS_EARLY",
                            "NO_FAMILY_WITHOUT_GROUP",
                            "FAMILY_NOT_PROPOSED",
                            "GROUP_NOT_PROPOSED",
                            "GROUP_OF_OTHER_VILLAGE",
                            "GROUP_WITHOUT_FAMILIES",
                            "MERGE_WITH_ITSELF",
                            "SPLIT_LEAVES_EMPTY_GROUP",
                            "PLACEMENT_BEFORE_GROUP_FORMED",
                            "SESSION_UNKNOWN",
                            "MAKE_UP_OF_UNKNOWN",
                            "MAKE_UP_OF_MAKE_UP",
                            "MAKE_UP_TOO_EARLY",
                            "CATEGORY_UNKNOWN",
                            "MEETING_ENDS_EARLY",
                            "NARRATIVE_TOO_LONG",
                            "SHEET_NOT_AN_ATTENDANCE_SHEET",
                            "SHEET_OF_OTHER_KIND",
                            "SHEET_GROUP_MISSING",
                            "SHEET_MONTH_MISSING",
                            "SHEET_DATE_MISSING",
                            "SHEET_DATE_NOT_IN_MONTH",
                            "SHEET_DATE_IN_FUTURE",
                            "SHEET_WITHOUT_ROWS",
                            "NOT_IN_GROUP",
                            "MARK_UNKNOWN",
                            "NIK_TWICE_ON_SHEET",
                            "KPM_TWICE_ON_LIST",
                            "MEETING_KIND_UNKNOWN",
                            "MEETING_BEFORE_GROUP_FORMED",
                            "NOT_HELD_REASON_UNKNOWN",
                            "NOT_HELD_MONTH_IN_FUTURE",
                            "MONTH_PAST_RETENTION",
                            "PLAN_DAY_PAST",
                            "PLAN_DAY_TOO_FAR",
                            "PLAN_OUTSIDE_PERIOD",
                            "PLAN_AREA_TOO_LARGE",
                            "PURPOSE_UNKNOWN",
                            "FACILITATOR_UNKNOWN",
                            "AREA_WITHOUT_GROUPS"));

    @Override
    public Map<Integer, List<String>> codes() {
        return CODES;
    }
}
