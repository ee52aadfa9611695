package id.pkh.verification.kpm;

import static id.pkh.platform.persistence.SqlArrays.days;
import static id.pkh.platform.persistence.SqlArrays.instants;
import static id.pkh.platform.persistence.SqlArrays.months;
import static id.pkh.platform.persistence.SqlArrays.numbers;
import static id.pkh.platform.persistence.SqlArrays.texts;
import static id.pkh.platform.persistence.SqlArrays.uuids;

import id.pkh.platform.persistence.Database;
import id.pkh.verification.kpm.KpmRow.MemberRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
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
                    + " SELECT * FROM unnest(:kpms, :statuses, :villages, :groups, :versions, :times)"
                    + " ON CONFLICT (kpm_id) DO UPDATE SET status = excluded.status,"
                    + " village_code = excluded.village_code, group_code = excluded.group_code,"
                    + " version = excluded.version, recorded_at = excluded.recorded_at"
                    + " WHERE kpm.version < excluded.version RETURNING kpm_id";

    private static final String ADD_MEMBERS =
            "INSERT INTO kpm_member (kpm_id, member_id, component, component_since, component_until, birth_month,"
                    + " school_id, nik_token, nisn_token) SELECT * FROM unnest(:kpms, :members, :components, :since, :until,"
                    + " :births, :schools, :tokens, :pupils)";

    private static final String ADD_SCHOOLS =
            "INSERT INTO school_village (school_id, village_code)"
                    + " SELECT DISTINCT m.school_id, k.village_code FROM kpm_member m JOIN kpm k USING (kpm_id)"
                    + " WHERE m.kpm_id = ANY (:kpms) AND m.school_id IS NOT NULL"
                    + " ORDER BY 1, 2 ON CONFLICT DO NOTHING";

    private final Database database;

    Kpms(Database database) {
        this.database = database;
    }

    /** Where families live; families that the registry has not published yet are left out. */
    public Map<UUID, String> villagesOf(Collection<UUID> kpmIds) {
        return database.query(
                "SELECT kpm_id, village_code FROM kpm WHERE kpm_id = ANY (:kpms)",
                q ->
                        q.bind("kpms", uuids(kpmIds))
                                .map(
                                        (row, context) ->
                                                Map.entry(
                                                        row.getObject("kpm_id", UUID.class),
                                                        row.getString("village_code")))
                                .collectToMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Where a family lives; empty when the registry has not published it yet. */
    public Optional<String> villageOf(UUID kpmId) {
        return Optional.ofNullable(villagesOf(Set.of(kpmId)).get(kpmId));
    }

    /** The code of a family's group; empty when it has none. */
    public Optional<String> groupOf(UUID kpmId) {
        return database.query(
                "SELECT group_code FROM kpm WHERE kpm_id = :kpm AND group_code IS NOT NULL",
                q -> q.bind("kpm", kpmId).mapTo(String.class).findOne());
    }

    public Map<UUID, KpmRow> find(Collection<UUID> kpmIds) {
        Map<UUID, Set<MemberRow>> members =
                database.query(
                        "SELECT *, component_since AS since, component_until AS until FROM kpm_member"
                                + " WHERE kpm_id = ANY (:kpms)",
                        q ->
                                q.bind("kpms", uuids(kpmIds))
                                        .map(database.rowsAs(MemberRow.class))
                                        .collect(
                                                Collectors.groupingBy(
                                                        MemberRow::kpmId, Collectors.toSet())));
        return database.query(
                "SELECT * FROM kpm WHERE kpm_id = ANY (:kpms)",
                q ->
                        q.bind("kpms", uuids(kpmIds))
                                .map(
                                        (row, context) -> {
                                            UUID kpmId = row.getObject("kpm_id", UUID.class);
                                            return new KpmRow(
                                                    kpmId,
                                                    row.getString("status"),
                                                    row.getString("village_code"),
                                                    row.getString("group_code"),
                                                    row.getLong("version"),
                                                    row.getTimestamp("recorded_at").toInstant(),
                                                    members.getOrDefault(kpmId, Set.of()));
                                        })
                                .collectToMap(KpmRow::kpmId, family -> family));
    }

    /** Saves states that are newer than the saved ones; returns the families that changed. */
    public Set<UUID> upsert(Collection<KpmRow> families) {
        return database.query(
                UPSERT,
                q ->
                        q.bind("kpms", uuids(families, KpmRow::kpmId))
                                .bind("statuses", texts(families, KpmRow::status))
                                .bind("villages", texts(families, KpmRow::villageCode))
                                .bind("groups", texts(families, KpmRow::groupCode))
                                .bind("versions", numbers(families, KpmRow::version))
                                .bind("times", instants(families, KpmRow::recordedAt))
                                .mapTo(UUID.class)
                                .set());
    }

    public void replaceMembers(Collection<KpmRow> families) {
        if (families.isEmpty()) {
            return;
        }
        database.update(
                "DELETE FROM kpm_member WHERE kpm_id = ANY (:kpms)",
                u -> u.bind("kpms", uuids(families, KpmRow::kpmId)));
        List<MemberRow> members =
                families.stream().flatMap(family -> family.members().stream()).toList();
        database.update(
                ADD_MEMBERS,
                u ->
                        u.bind("kpms", uuids(members, MemberRow::kpmId))
                                .bind("members", uuids(members, MemberRow::memberId))
                                .bind("components", texts(members, MemberRow::component))
                                .bind("since", days(members, MemberRow::since))
                                .bind("until", days(members, MemberRow::until))
                                .bind("births", months(members, MemberRow::birthMonth))
                                .bind("schools", texts(members, MemberRow::schoolId))
                                .bind("tokens", texts(members, MemberRow::nikToken))
                                .bind("pupils", texts(members, MemberRow::nisnToken)));
        database.update(ADD_SCHOOLS, u -> u.bind("kpms", uuids(families, KpmRow::kpmId)));
    }
}
