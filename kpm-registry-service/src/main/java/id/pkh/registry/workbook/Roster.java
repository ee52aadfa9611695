package id.pkh.registry.workbook;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import id.pkh.platform.web.Refused;
import id.pkh.registry.area.CallerAreas;
import id.pkh.registry.identity.Disclosure;
import id.pkh.registry.identity.Identities;
import id.pkh.registry.identity.PersonalField;
import id.pkh.registry.identity.Reveals;
import id.pkh.registry.workbook.WorkbookFacts.Holder;
import id.pkh.registry.workbook.WorkbookFacts.RosterFamily;
import id.pkh.registry.workbook.WorkbookFacts.RosterMember;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The facilitator of a workbook and the families of the villages for which the facilitator answers
 * in the month, as far as they lie in the areas of the caller.
 */
@ApplicationScoped
public class Roster {

    private static final String PURPOSE = "workbook";
    private static final String CARETAKERS = "caretaker.name";
    private static final String EVERYBODY = "caretaker.name,members.name";

    private static final String HOLDER = "SELECT id, code, name FROM facilitator WHERE ";

    private static final String VILLAGES =
            "SELECT DISTINCT a.village_code FROM facilitator_assignment a WHERE ";

    private static final String FAMILIES =
            "SELECT k.id AS kpm_id, k.village_code, k.group_code, m.name_cipher FROM kpm k"
                    + " JOIN family_member m ON m.id = k.caretaker_member_id"
                    + " WHERE k.village_code = ANY (:villages)"
                    + " AND k.status NOT IN ('INELIGIBLE', 'GRADUATED', 'MOVED', 'DECEASED', 'TERMINATED')";

    private static final String MEMBERS =
            "SELECT m.id AS member_id, m.kpm_id, m.name_cipher, m.component FROM family_member m"
                    + " WHERE m.kpm_id = ANY (:families) AND m.former_since IS NULL AND m.died_on IS NULL"
                    + " ORDER BY m.kpm_id, m.id";

    private static final Comparator<RosterFamily> ORDER =
            Comparator.comparing(
                            RosterFamily::groupCode,
                            Comparator.nullsLast(Comparator.naturalOrder()))
                    .thenComparing(RosterFamily::caretaker)
                    .thenComparing(RosterFamily::kpmId);

    private final Database database;
    private final Identities identities;
    private final Reveals reveals;
    private final CallerAreas areas;

    Roster(Database database, Identities identities, Reveals reveals, CallerAreas areas) {
        this.database = database;
        this.identities = identities;
        this.reveals = reveals;
        this.areas = areas;
    }

    /** A member as stored. */
    public record MemberRow(UUID memberId, UUID kpmId, byte[] nameCipher, String component) {}

    /** A facilitator as stored. */
    public record HolderRow(UUID id, String code, String name) {}

    /** A family as stored. */
    public record FamilyRow(UUID kpmId, String villageCode, String groupCode, byte[] nameCipher) {}

    /**
     * Refuses a facilitator who is unknown, or has no village of the caller's areas in the month,
     * as if there were none.
     *
     * @param idOrCode as people sign in
     */
    @Transactional
    public Holder holder(String idOrCode, YearMonth month) {
        HolderRow row =
                database.query(
                                HOLDER + "code = :one OR id::text = :one",
                                q ->
                                        q.bind("one", idOrCode)
                                                .map(database.rowsAs(HolderRow.class))
                                                .findFirst())
                        .orElseThrow(() -> Refused.because("NOT_FOUND"));
        Conditions assigned =
                areas.visible("a.village_code")
                        .and("a.facilitator_id = ?", row.id())
                        .and("a.role = 'FACILITATOR'")
                        .and("a.valid_from <= ?", month.atEndOfMonth())
                        .and("a.valid_until IS NULL OR a.valid_until >= ?", month.atDay(1));
        List<String> villages =
                database.query(
                        VILLAGES + assigned.sql() + " ORDER BY 1",
                        q -> q.bindMap(assigned.values()).mapTo(String.class).list());
        if (villages.isEmpty()) {
            throw Refused.because("NOT_FOUND");
        }
        return new Holder(row.id(), row.code(), row.name(), villages);
    }

    /**
     * The families with the names of their caretakers; each of them is in the read log.
     *
     * @param withMembers whether the members are named as well
     */
    @Transactional
    List<RosterFamily> families(Holder holder, boolean withMembers) {
        List<FamilyRow> rows =
                database.query(
                        FAMILIES,
                        q ->
                                q.bind("villages", SqlArrays.texts(holder.villages()))
                                        .map(database.rowsAs(FamilyRow.class))
                                        .list());
        reveals.log(
                rows.stream().map(FamilyRow::kpmId).toList(),
                withMembers ? EVERYBODY : CARETAKERS,
                new Disclosure(true, PURPOSE));
        return rows.stream()
                .map(
                        row ->
                                new RosterFamily(
                                        row.kpmId(),
                                        row.villageCode(),
                                        row.groupCode(),
                                        identities.open(PersonalField.NAME, row.nameCipher())))
                .sorted(ORDER)
                .toList();
    }

    /** The living members of families that were read with them, in the order of the families. */
    @Transactional
    List<RosterMember> members(List<RosterFamily> families) {
        List<UUID> ids = families.stream().map(RosterFamily::kpmId).toList();
        Map<UUID, List<MemberRow>> rows =
                database
                        .query(
                                MEMBERS,
                                q ->
                                        q.bind("families", SqlArrays.uuids(ids))
                                                .map(database.rowsAs(MemberRow.class))
                                                .list())
                        .stream()
                        .collect(Collectors.groupingBy(MemberRow::kpmId));
        return ids.stream()
                .flatMap(kpmId -> rows.getOrDefault(kpmId, List.of()).stream())
                .map(
                        row ->
                                new RosterMember(
                                        row.memberId(),
                                        row.kpmId(),
                                        identities.open(PersonalField.NAME, row.nameCipher()),
                                        row.component()))
                .toList();
    }
}
