package id.pkh.meeting.family;

import id.pkh.meeting.Database;
import id.pkh.meeting.family.domain.MembershipHistory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Which families are, or were, in a group. */
@ApplicationScoped
public class Families {

    /** Statuses with which a family is owed its meetings. */
    private static final List<String> OWED_MEETINGS = List.of("ACTIVE", "SUSPENDED");

    private final Database database;

    Families(Database database) {
        this.database = database;
    }

    /** Every family that was in the group on that day. */
    public FamiliesOnDay onDay(String groupCode, LocalDate day) {
        List<UUID> kpmIds =
                database.query(
                        "SELECT kpm_id FROM group_membership WHERE group_code = ? AND from_date <= ?"
                                + " AND (until_date IS NULL OR until_date >= ?) ORDER BY kpm_id",
                        row -> row.getObject(1, UUID.class),
                        groupCode,
                        day,
                        day);
        Map<String, UUID> byCaretaker = new HashMap<>();
        // the caretaker of today comes last and wins, should two families have had the same one
        database.query(
                "SELECT v.kpm_id, v.caretaker_nik_token FROM family_version v JOIN family f USING (kpm_id)"
                        + " WHERE v.kpm_id = ANY (?) AND v.caretaker_nik_token IS NOT NULL"
                        + " ORDER BY v.caretaker_nik_token IS NOT DISTINCT FROM f.caretaker_nik_token, v.version,"
                        + " v.kpm_id",
                row -> byCaretaker.put(row.getString(2), row.getObject(1, UUID.class)),
                Database.uuids(kpmIds));
        return new FamiliesOnDay(kpmIds, byCaretaker);
    }

    /** The families of each group now; a group without families is left out. */
    public Map<String, List<UUID>> now(Collection<String> groupCodes) {
        Map<String, List<UUID>> members = new HashMap<>();
        database.query(
                "SELECT group_code, kpm_id, status FROM family WHERE group_code = ANY (?) ORDER BY kpm_id",
                row -> {
                    if (MembershipHistory.isInProgramme(row.getString("status"))) {
                        members.computeIfAbsent(
                                        row.getString("group_code"), code -> new ArrayList<>())
                                .add(row.getObject("kpm_id", UUID.class));
                    }
                    return null;
                },
                Database.texts(groupCodes));
        return members;
    }

    /**
     * The families of each group on that day that were owed a meeting; a group without is left out.
     */
    public Map<String, List<UUID>> owedMeetings(Collection<String> groupCodes, LocalDate day) {
        Map<String, List<UUID>> members = new HashMap<>();
        database.query(
                "SELECT group_code, kpm_id FROM group_membership WHERE group_code = ANY (?) AND from_date <= ?"
                        + " AND (until_date IS NULL OR until_date >= ?) AND status = ANY (?) ORDER BY kpm_id",
                row ->
                        members.computeIfAbsent(
                                        row.getString("group_code"), code -> new ArrayList<>())
                                .add(row.getObject("kpm_id", UUID.class)),
                Database.texts(groupCodes),
                day,
                day,
                Database.texts(OWED_MEETINGS));
        return members;
    }
}
