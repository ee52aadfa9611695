package id.pkh.meeting.family;

import id.pkh.meeting.family.domain.FamilyStatus;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which families are, or were, in a group. */
@ApplicationScoped
public class GroupFamilies {

    private final Database database;

    GroupFamilies(Database database) {
        this.database = database;
    }

    /** Every family that was in the group on that day. */
    public FamiliesOnDay onDay(String groupCode, LocalDate day) {
        List<UUID> kpmIds =
                database.query(
                        "SELECT kpm_id FROM group_membership WHERE group_code = :group AND from_date <= :day"
                                + " AND (until_date IS NULL OR until_date >= :day) ORDER BY kpm_id",
                        q -> q.bind("group", groupCode).bind("day", day).mapTo(UUID.class).list());
        Map<String, UUID> byCaretaker = new HashMap<>();
        // today's caretaker comes last and has priority if two families have had the same caretaker
        database.query(
                        "SELECT v.kpm_id, v.caretaker_nik_token FROM family_version v JOIN family f USING (kpm_id)"
                                + " WHERE v.kpm_id = ANY (:families) AND v.caretaker_nik_token IS NOT NULL"
                                + " ORDER BY v.caretaker_nik_token IS NOT DISTINCT FROM f.caretaker_nik_token, v.version,"
                                + " v.kpm_id",
                        q ->
                                q.bind("families", SqlArrays.uuids(kpmIds))
                                        .map(database.rowsAs(Caretaker.class))
                                        .list())
                .forEach(row -> byCaretaker.put(row.caretakerNikToken(), row.kpmId()));
        return new FamiliesOnDay(kpmIds, byCaretaker);
    }

    /** Who is or was caretaker of a family. */
    private record Caretaker(UUID kpmId, String caretakerNikToken) {}

    /** The families of each group now; a group without families is left out. */
    public Map<String, List<UUID>> now(Collection<String> groupCodes) {
        return byGroup(
                database
                        .query(
                                "SELECT group_code, kpm_id, status FROM family WHERE group_code = ANY (:groups)"
                                        + " ORDER BY kpm_id",
                                q ->
                                        q.bind("groups", SqlArrays.texts(groupCodes))
                                                .map(database.rowsAs(Member.class))
                                                .list())
                        .stream()
                        .filter(member -> new FamilyStatus(member.status()).isInProgramme()));
    }

    /**
     * The families of each group on that day to which a meeting was due; a group without any is
     * left out.
     */
    public Map<String, List<UUID>> owedMeetings(Collection<String> groupCodes, LocalDate day) {
        return byGroup(
                database
                        .query(
                                "SELECT group_code, kpm_id, status FROM group_membership"
                                        + " WHERE group_code = ANY (:groups) AND from_date <= :day"
                                        + " AND (until_date IS NULL OR until_date >= :day)"
                                        + " AND status = ANY (:statuses) ORDER BY kpm_id",
                                q ->
                                        q.bind("groups", SqlArrays.texts(groupCodes))
                                                .bind("day", day)
                                                .bind(
                                                        "statuses",
                                                        SqlArrays.texts(FamilyStatus.OWED_MEETINGS))
                                                .map(database.rowsAs(Member.class))
                                                .list())
                        .stream());
    }

    /** A family in a group. */
    private record Member(String groupCode, UUID kpmId, String status) {}

    private static Map<String, List<UUID>> byGroup(Stream<Member> members) {
        return members.collect(
                Collectors.groupingBy(
                        Member::groupCode, Collectors.mapping(Member::kpmId, Collectors.toList())));
    }
}
