package id.pkh.verification.kpm;

import static id.pkh.verification.Database.column;
import static id.pkh.verification.Database.ids;

import id.pkh.verification.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The copy of the registry's families: upserts by version, so that order and repeats do not matter.
 */
@ApplicationScoped
public class Kpms {

    private static final String UPSERT =
            "INSERT INTO kpm (kpm_id, status, village_code, group_code, version, recorded_at)"
                    + " SELECT * FROM unnest(?, ?, ?, ?::text[], ?, ?)"
                    + " ON CONFLICT (kpm_id) DO UPDATE SET status = excluded.status,"
                    + " village_code = excluded.village_code, group_code = excluded.group_code,"
                    + " version = excluded.version, recorded_at = excluded.recorded_at"
                    + " WHERE kpm.version < excluded.version RETURNING kpm_id";

    private static final String ADD_MEMBERS =
            "INSERT INTO kpm_member (kpm_id, member_id, component, component_since, component_until, birth_month,"
                    + " school_id, nik_token)"
                    + " SELECT * FROM unnest(?, ?, ?, ?, ?::date[], ?::date[], ?::text[], ?)";

    private final Database database;

    Kpms(Database database) {
        this.database = database;
    }

    /**
     * Where families live as far as the registry told; families it did not tell of are left out.
     */
    public Map<UUID, String> villagesOf(Collection<UUID> kpmIds) {
        return database
                .query(
                        "SELECT kpm_id, village_code FROM kpm WHERE kpm_id = ANY (?)",
                        row -> Map.entry(Database.id(row, "kpm_id"), row.getString("village_code")),
                        (Object) ids(kpmIds))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Where a family lives; empty when the registry did not tell of it. */
    public Optional<String> villageOf(UUID kpmId) {
        return Optional.ofNullable(villagesOf(Set.of(kpmId)).get(kpmId));
    }

    public Map<UUID, KpmRow> find(Collection<UUID> kpmIds) {
        Map<UUID, Set<KpmRow.MemberRow>> members = new HashMap<>();
        database.query(
                        "SELECT * FROM kpm_member WHERE kpm_id = ANY (?)",
                        Kpms::member,
                        (Object) ids(kpmIds))
                .forEach(
                        member ->
                                members.computeIfAbsent(member.kpmId(), any -> new HashSet<>())
                                        .add(member));
        return database
                .query(
                        "SELECT * FROM kpm WHERE kpm_id = ANY (?)",
                        row ->
                                new KpmRow(
                                        Database.id(row, "kpm_id"),
                                        row.getString("status"),
                                        row.getString("village_code"),
                                        row.getString("group_code"),
                                        row.getLong("version"),
                                        Database.instant(row, "recorded_at"),
                                        members.getOrDefault(Database.id(row, "kpm_id"), Set.of())),
                        (Object) ids(kpmIds))
                .stream()
                .collect(Collectors.toMap(KpmRow::kpmId, family -> family));
    }

    /** Puts in what is newer than what is known; gives the families that changed. */
    public Set<UUID> upsert(Collection<KpmRow> families) {
        return new HashSet<>(
                database.query(
                        UPSERT,
                        row -> Database.id(row, "kpm_id"),
                        column(families, KpmRow::kpmId),
                        column(families, KpmRow::status),
                        column(families, KpmRow::villageCode),
                        column(families, KpmRow::groupCode),
                        column(families, KpmRow::version),
                        column(families, KpmRow::recordedAt)));
    }

    public void replaceMembers(Collection<KpmRow> families) {
        if (families.isEmpty()) {
            return;
        }
        database.update(
                "DELETE FROM kpm_member WHERE kpm_id = ANY (?)",
                (Object) ids(families.stream().map(KpmRow::kpmId).toList()));
        List<KpmRow.MemberRow> members =
                families.stream().flatMap(family -> family.members().stream()).toList();
        if (members.isEmpty()) {
            return;
        }
        database.update(
                ADD_MEMBERS,
                column(members, KpmRow.MemberRow::kpmId),
                column(members, KpmRow.MemberRow::memberId),
                column(members, KpmRow.MemberRow::component),
                column(members, KpmRow.MemberRow::since),
                column(members, KpmRow.MemberRow::until),
                column(members, m -> m.birthMonth() == null ? null : m.birthMonth().atDay(1)),
                column(members, KpmRow.MemberRow::schoolId),
                column(members, KpmRow.MemberRow::nikToken));
    }

    private static KpmRow.MemberRow member(ResultSet row) throws SQLException {
        LocalDate birth = Database.date(row, "birth_month");
        return new KpmRow.MemberRow(
                Database.id(row, "kpm_id"),
                Database.id(row, "member_id"),
                row.getString("component"),
                Database.date(row, "component_since"),
                Database.date(row, "component_until"),
                birth == null ? null : YearMonth.from(birth),
                row.getString("school_id"),
                row.getString("nik_token"));
    }
}
