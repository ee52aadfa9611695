package id.pkh.meeting.monthclose;

import id.pkh.meeting.VisibleGroups;
import id.pkh.meeting.duty.ResponsibleFacilitators;
import id.pkh.meeting.family.domain.FamilyStatus;
import id.pkh.meeting.meeting.domain.MeetingKind;
import id.pkh.meeting.monthclose.MonthPreviewCounts.AreaCountView;
import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import id.pkh.platform.security.AreaLevel;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.statement.Query;

/**
 * What would be missing if a month was closed now: groups that are due and have neither a meeting
 * nor a reason why there was none.
 */
@ApplicationScoped
class MonthPreview {

    /** Looked up group by group, so that a page reads no more than its groups. */
    private static final String OF_EACH =
            ", (SELECT n.id FROM not_held n WHERE n.group_id = g.id AND n.month = :month"
                    + " AND n.superseded_at IS NULL) IS NULL AS unexplained,"
                    + " (SELECT h.id FROM meeting h WHERE h.group_id = g.id AND h.month = :month"
                    + " AND h.kind = 'GROUP_MEETING' AND h.makes_up IS NULL AND h.taken_back_at IS NULL LIMIT 1) IS NULL AS no_meeting,"
                    + " (SELECT h.id FROM meeting h WHERE h.group_id = g.id AND h.month = :month"
                    + " AND h.kind = 'P2K2' AND h.makes_up IS NULL AND h.taken_back_at IS NULL LIMIT 1) IS NULL AS no_session";

    /** The same for all groups at once. */
    private static final String OF_ALL =
            ", NOT EXISTS (SELECT FROM not_held n WHERE n.group_id = g.id AND n.month = :month"
                    + " AND n.superseded_at IS NULL) AS unexplained,"
                    + " NOT EXISTS (SELECT FROM meeting h WHERE h.group_id = g.id AND h.month = :month"
                    + " AND h.kind = 'GROUP_MEETING' AND h.makes_up IS NULL AND h.taken_back_at IS NULL) AS no_meeting,"
                    + " NOT EXISTS (SELECT FROM meeting h WHERE h.group_id = g.id AND h.month = :month"
                    + " AND h.kind = 'P2K2' AND h.makes_up IS NULL AND h.taken_back_at IS NULL) AS no_session";

    private final Database database;
    private final ResponsibleFacilitators facilitators;

    MonthPreview(Database database, ResponsibleFacilitators facilitators) {
        this.database = database;
        this.facilitators = facilitators;
    }

    private record MissingGroup(
            UUID groupId,
            String groupCode,
            String name,
            String villageCode,
            int families,
            boolean noMeeting,
            boolean noSession) {

        MissingGroupView view(UUID facilitatorId) {
            List<MeetingKind> missing = new ArrayList<>();
            if (noMeeting) {
                missing.add(MeetingKind.GROUP_MEETING);
            }
            if (noSession) {
                missing.add(MeetingKind.P2K2);
            }
            return new MissingGroupView(
                    groupId, groupCode, name, villageCode, facilitatorId, families, missing);
        }
    }

    Page<MissingGroupView> groups(YearMonth month, String area, AreaScope areas, PageParams page) {
        return Page.of(
                missing(
                        month,
                        area,
                        areas,
                        page.cursor().map(cursor -> cursor.text(0)).orElse(null),
                        page.limit() + 1),
                page.limit(),
                group -> new Object[] {group.groupCode()},
                Function.identity());
    }

    /**
     * Groups without a record in the order of their codes.
     *
     * @param afterCode code of the one before the first; null at the beginning
     */
    List<MissingGroupView> missing(
            YearMonth month, String area, AreaScope areas, String afterCode, int limit) {
        Conditions where = VisibleGroups.in(areas, area).andIfGiven("g.code > ?", afterCode);
        List<MissingGroup> found =
                database.queryWithFreshPlan(
                        "SELECT group_id, group_code, name, village_code, no_meeting, no_session,"
                                + " (SELECT count(*) FROM group_membership m WHERE m.group_code = due.group_code"
                                + DueGroups.OWED_ON_LAST_DAY
                                + ") AS families FROM (SELECT g.id AS group_id, g.code AS group_code, g.name,"
                                + " g.village_code"
                                + OF_EACH
                                + " FROM kpm_group g WHERE "
                                + where.sql()
                                + DueGroups.NOT_CLOSED
                                + ") due WHERE unexplained AND (no_meeting OR no_session)"
                                + " ORDER BY group_code LIMIT :limit",
                        q ->
                                bind(q, where, month)
                                        .bind("limit", limit)
                                        .map(database.rowsAs(MissingGroup.class))
                                        .list());
        Map<String, UUID> responsible =
                facilitators.ofEach(
                        found.stream().map(MissingGroup::villageCode).toList(),
                        month.atEndOfMonth());
        return found.stream()
                .map(group -> group.view(responsible.get(group.villageCode())))
                .toList();
    }

    /** Counts by the areas one level below. */
    List<AreaCountView> counts(YearMonth month, String area, AreaScope areas) {
        Conditions where = VisibleGroups.in(areas, area);
        return database.queryWithFreshPlan(
                "WITH village AS (SELECT village_code, count(*) AS due,"
                        + " count(*) FILTER (WHERE unexplained AND no_meeting) AS no_meeting,"
                        + " count(*) FILTER (WHERE unexplained AND no_session) AS no_session FROM ("
                        + "SELECT g.village_code"
                        + OF_ALL
                        + " FROM kpm_group g WHERE "
                        + where.sql()
                        + DueGroups.NOT_CLOSED
                        + ") g GROUP BY village_code)"
                        + " SELECT left(v.village_code, :chars) AS area_code, sum(due)::int AS groups_due,"
                        + " sum(no_meeting)::int AS groups_without_meeting,"
                        + " sum(no_session)::int AS groups_without_session,"
                        + " count(DISTINCT r.facilitator_id) FILTER (WHERE no_meeting + no_session > 0)::int"
                        + " AS facilitators_behind FROM village v LEFT JOIN LATERAL ("
                        + ResponsibleFacilitators.OF_VILLAGE
                        + ") r ON true GROUP BY 1 ORDER BY 1",
                q ->
                        bind(q, where, month)
                                .bind("day", month.atEndOfMonth())
                                .bind(
                                        "chars",
                                        AreaLevel.codeCharsBelow(areas, AreaScope.requested(area)))
                                .map(database.rowsAs(AreaCountView.class))
                                .list());
    }

    private static Query bind(Query query, Conditions where, YearMonth month) {
        return query.bindMap(where.values())
                .bind("month", month)
                .bind("end", month.atEndOfMonth())
                .bind("statuses", SqlArrays.texts(FamilyStatus.OWED_MEETINGS));
    }
}
