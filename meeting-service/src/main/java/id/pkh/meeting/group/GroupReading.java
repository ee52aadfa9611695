package id.pkh.meeting.group;

import id.pkh.meeting.Database;
import id.pkh.meeting.VillageFilter;
import id.pkh.meeting.duty.ResponsibleFacilitators;
import id.pkh.meeting.family.Families;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;

/** Groups as callers see and write them. */
@ApplicationScoped
class GroupReading {

    private final Database database;
    private final Families families;
    private final ResponsibleFacilitators facilitators;
    private final Clock clock;

    GroupReading(
            Database database,
            Families families,
            ResponsibleFacilitators facilitators,
            Clock clock) {
        this.database = database;
        this.families = families;
        this.facilitators = facilitators;
        this.clock = clock;
    }

    Page<GroupView> page(String village, AreaScope areas, PageParams page) {
        LocalDate today = BusinessDates.today(clock);
        return Page.of(
                database.query(
                        "SELECT g.*, (SELECT count(*) FROM group_membership m WHERE m.group_code = g.code"
                                + " AND m.from_date <= ? AND (m.until_date IS NULL OR m.until_date >= ?)) AS families"
                                + " FROM kpm_group g"
                                + " WHERE g.village_code LIKE ANY (?) AND g.village_code LIKE ANY (?)"
                                + " AND g.code > ? ORDER BY g.code LIMIT ?",
                        row ->
                                new GroupView(
                                        row.getObject("id", UUID.class),
                                        row.getString("code"),
                                        row.getString("name"),
                                        row.getString("village_code"),
                                        row.getString("meeting_place"),
                                        row.getObject("formed_on", LocalDate.class),
                                        row.getInt("families")),
                        today,
                        today,
                        Database.texts(areas.likePatterns()),
                        Database.texts(VillageFilter.patterns(village)),
                        page.cursor().map(cursor -> cursor.text(0)).orElse(""),
                        page.limit() + 1),
                page.limit(),
                group -> new Object[] {group.groupCode()},
                Function.identity());
    }

    GroupDetailView detail(GroupEntity group) {
        LocalDate today = BusinessDates.today(clock);
        return new GroupDetailView(
                group.id,
                group.code,
                group.name,
                group.villageCode,
                group.meetingPlace,
                group.formedOn,
                families.onDay(group.code, today).kpmIds(),
                OfficersEntity.standing(group.id)
                        .map(
                                officers ->
                                        new GroupDetailView.Officers(
                                                officers.chairKpmId,
                                                officers.secretaryKpmId,
                                                officers.treasurerKpmId,
                                                officers.electedOn))
                        .orElse(null),
                facilitators.of(group.villageCode, today).orElse(null));
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
