package id.pkh.meeting.grouping;

import id.pkh.meeting.grouping.FamilyGroupView.Days;
import id.pkh.meeting.grouping.FamilyGroupView.Latest;
import id.pkh.meeting.grouping.PlaceableFamilies.Placeable;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The group of a family on each day. */
@ApplicationScoped
class FamilyGroups {

    private final Database database;
    private final PlaceableFamilies families;

    FamilyGroups(Database database, PlaceableFamilies families) {
        this.database = database;
        this.families = families;
    }

    FamilyGroupView on(UUID kpmId, LocalDate day, AreaScope areas) {
        Placeable family =
                families.of(List.of(kpmId)).stream()
                        .filter(known -> areas.covers(known.villageCode()))
                        .findFirst()
                        .orElseThrow(() -> Refused.because("NOT_FOUND"));
        String code = groupOn(kpmId, day);
        return new FamilyGroupView(
                kpmId,
                day,
                code,
                code == null ? null : idOf(code),
                history(kpmId),
                family.placementId() == null
                        ? null
                        : new Latest(
                                family.placementId(),
                                family.placedIn(),
                                family.cause(),
                                family.firstDay(),
                                family.waits()));
    }

    /** The code of the group; null when the family was in none. */
    String groupOn(UUID kpmId, LocalDate day) {
        return database.query(
                "SELECT group_code FROM group_membership WHERE kpm_id = :kpm AND from_date <= :day"
                        + " AND (until_date IS NULL OR until_date >= :day)",
                q ->
                        q.bind("kpm", kpmId)
                                .bind("day", day)
                                .mapTo(String.class)
                                .findOne()
                                .orElse(null));
    }

    /** Null while the group is not formed. */
    UUID idOf(String groupCode) {
        return database.query(
                "SELECT id FROM kpm_group WHERE code = :code",
                q -> q.bind("code", groupCode).mapTo(UUID.class).findOne().orElse(null));
    }

    /** A change of the status alone ends no stay in a group. */
    private List<Days> history(UUID kpmId) {
        List<Days> stays = new ArrayList<>();
        database.query(
                        "SELECT group_code, from_date AS first_day, until_date AS last_day"
                                + " FROM group_membership WHERE kpm_id = :kpm ORDER BY from_date",
                        q -> q.bind("kpm", kpmId).map(database.rowsAs(Days.class)).list())
                .forEach(days -> append(stays, days));
        return stays;
    }

    private static void append(List<Days> stays, Days days) {
        Days last = stays.isEmpty() ? null : stays.get(stays.size() - 1);
        boolean continues =
                last != null
                        && last.groupCode().equals(days.groupCode())
                        && last.lastDay() != null
                        && last.lastDay().plusDays(1).equals(days.firstDay());
        if (continues) {
            stays.set(
                    stays.size() - 1, new Days(last.groupCode(), last.firstDay(), days.lastDay()));
        } else {
            stays.add(days);
        }
    }
}
