package id.pkh.meeting.group;

import id.pkh.meeting.VisibleGroups;
import id.pkh.meeting.duty.ResponsibleFacilitators;
import id.pkh.meeting.family.GroupFamilies;
import id.pkh.meeting.group.domain.GroupSize;
import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Groups as callers see and write them. */
@ApplicationScoped
class GroupReading {

    private final Database database;
    private final GroupFamilies families;
    private final ResponsibleFacilitators facilitators;
    private final GroupSizes sizes;
    private final Clock clock;

    GroupReading(
            Database database,
            GroupFamilies families,
            ResponsibleFacilitators facilitators,
            GroupSizes sizes,
            Clock clock) {
        this.database = database;
        this.families = families;
        this.facilitators = facilitators;
        this.sizes = sizes;
        this.clock = clock;
    }

    /** A group with the number of its families. */
    private record GroupRow(
            UUID groupId,
            String groupCode,
            String name,
            String villageCode,
            String meetingPlace,
            LocalDate formedOn,
            int families) {

        GroupView view(GroupSize size) {
            return new GroupView(
                    groupId,
                    groupCode,
                    name,
                    villageCode,
                    meetingPlace,
                    formedOn,
                    families,
                    size.of(families));
        }
    }

    Page<GroupView> page(String village, AreaScope areas, PageParams page) {
        Conditions where =
                VisibleGroups.in(areas, village)
                        .andIfGiven(
                                "g.code > ?",
                                page.cursor().map(cursor -> cursor.text(0)).orElse(null));
        GroupSize size = sizes.on(BusinessDates.today(clock));
        return Page.of(
                database.query(
                        "SELECT g.id AS group_id, g.code AS group_code, g.name, g.village_code, g.meeting_place,"
                                + " g.formed_on, (SELECT count(*) FROM group_membership m"
                                + " WHERE m.group_code = g.code AND m.from_date <= :today"
                                + " AND (m.until_date IS NULL OR m.until_date >= :today)) AS families"
                                + " FROM kpm_group g WHERE "
                                + where.sql()
                                + " ORDER BY g.code LIMIT :limit",
                        q ->
                                q.bindMap(where.values())
                                        .bind("today", BusinessDates.today(clock))
                                        .bind("limit", page.limit() + 1)
                                        .map(database.rowsAs(GroupRow.class))
                                        .list()),
                page.limit(),
                group -> new Object[] {group.groupCode()},
                group -> group.view(size));
    }

    GroupDetailView detail(GroupEntity group) {
        LocalDate today = BusinessDates.today(clock);
        List<UUID> kpmIds = families.onDay(group.code, today).kpmIds();
        return new GroupDetailView(
                group.id,
                group.code,
                group.name,
                group.villageCode,
                group.meetingPlace,
                group.formedOn,
                kpmIds,
                OfficersEntity.standing(group.id)
                        .map(
                                officers ->
                                        new GroupDetailView.Officers(
                                                officers.chairKpmId,
                                                officers.secretaryKpmId,
                                                officers.treasurerKpmId,
                                                officers.electedOn))
                        .orElse(null),
                facilitators.of(group.villageCode, today).orElse(null),
                sizes.on(today).of(kpmIds.size()));
    }

    /** The group of a request, or a refusal that says what is wrong with it. */
    NewGroup checked(GroupRequest request) {
        String code = GroupCode.normalise(request.groupCode());
        if (!GroupCode.isWellFormed(code)) {
            throw Refused.because("GROUP_CODE_INVALID").with("group_code", code);
        }
        if (request.formedOn().isAfter(BusinessDates.today(clock))) {
            throw Refused.because("DATE_IN_FUTURE").with("date", request.formedOn());
        }
        String place = request.meetingPlace() == null ? "" : request.meetingPlace().strip();
        return new NewGroup(code, request.name().strip(), place, request.formedOn());
    }
}
