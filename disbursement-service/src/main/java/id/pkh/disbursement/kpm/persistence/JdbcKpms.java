package id.pkh.disbursement.kpm.persistence;

import id.pkh.disbursement.entitlement.domain.ComponentSpell;
import id.pkh.disbursement.kpm.KpmSnapshot;
import id.pkh.disbursement.kpm.Kpms;
import id.pkh.disbursement.kpm.domain.KpmStatus;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Versioned upserts: a few statements per batch. */
@ApplicationScoped
class JdbcKpms implements Kpms {

    private static final String UPSERT =
            """
            INSERT INTO kpm (kpm_id, status, base_status, village_code, paying_bank, account_known, occurred_on, recorded_at,
                             state_sequence)
            SELECT * FROM unnest(:ids, :statuses, :baseStatuses, :villages, :banks, :accountsKnown, :days, :times, :sequences)
            ON CONFLICT (kpm_id) DO UPDATE
               SET status = excluded.status, base_status = excluded.base_status, village_code = excluded.village_code,
                   paying_bank = excluded.paying_bank, account_known = excluded.account_known, occurred_on = excluded.occurred_on,
                   recorded_at = excluded.recorded_at, state_sequence = excluded.state_sequence
             WHERE kpm.state_sequence < excluded.state_sequence
            RETURNING kpm_id
            """;

    private static final String DELETE_MEMBERS = "DELETE FROM kpm_member WHERE kpm_id = ANY (:ids)";

    /** A state may name a member, component and first day twice. The longer spell counts. */
    private static final String INSERT_MEMBERS =
            """
            INSERT INTO kpm_member (kpm_id, member_id, component, component_since, component_until)
            SELECT DISTINCT ON (kpm_id, member_id, component, component_since) *
              FROM unnest(:kpmIds, :memberIds, :components, :firstDays, :lastDays)
                   AS m (kpm_id, member_id, component, component_since, component_until)
             ORDER BY kpm_id, member_id, component, component_since, component_until DESC NULLS FIRST
            """;

    private final Database database;

    JdbcKpms(Database database) {
        this.database = database;
    }

    @Override
    public Set<UUID> recordNewer(Collection<KpmSnapshot> rows) {
        Set<UUID> changed =
                database.query(
                        UPSERT,
                        q ->
                                q.bind("ids", SqlArrays.uuids(rows, s -> s.facts().kpmId()))
                                        .bind(
                                                "statuses",
                                                SqlArrays.texts(
                                                        rows, s -> s.facts().status().code()))
                                        .bind(
                                                "baseStatuses",
                                                SqlArrays.texts(rows, JdbcKpms::baseStatus))
                                        .bind(
                                                "villages",
                                                SqlArrays.texts(rows, s -> s.facts().villageCode()))
                                        .bind(
                                                "banks",
                                                SqlArrays.texts(rows, s -> s.facts().payingBank()))
                                        .bind(
                                                "accountsKnown",
                                                SqlArrays.flags(
                                                        rows, s -> s.facts().accountKnown()))
                                        .bind("days", SqlArrays.days(rows, KpmSnapshot::occurredOn))
                                        .bind(
                                                "times",
                                                SqlArrays.instants(rows, KpmSnapshot::recordedAt))
                                        .bind(
                                                "sequences",
                                                SqlArrays.numbers(rows, KpmSnapshot::sequence))
                                        .mapTo(UUID.class)
                                        .set());
        if (!changed.isEmpty()) {
            replaceMembers(changed, rows);
        }
        return changed;
    }

    private static String baseStatus(KpmSnapshot state) {
        KpmStatus base = state.facts().baseStatus();
        return base == null ? null : base.code();
    }

    private record Member(UUID kpmId, ComponentSpell spell) {}

    private void replaceMembers(Set<UUID> changed, Collection<KpmSnapshot> snapshots) {
        database.update(DELETE_MEMBERS, u -> u.bind("ids", SqlArrays.uuids(changed)));
        List<Member> members =
                snapshots.stream()
                        .map(KpmSnapshot::facts)
                        .filter(facts -> changed.contains(facts.kpmId()))
                        .flatMap(
                                facts ->
                                        facts.spells().stream()
                                                .map(spell -> new Member(facts.kpmId(), spell)))
                        .toList();
        database.update(
                INSERT_MEMBERS,
                u ->
                        u.bind("kpmIds", SqlArrays.uuids(members, Member::kpmId))
                                .bind(
                                        "memberIds",
                                        SqlArrays.uuids(members, m -> m.spell().memberId()))
                                .bind(
                                        "components",
                                        SqlArrays.texts(members, m -> m.spell().component()))
                                .bind("firstDays", SqlArrays.days(members, m -> m.spell().since()))
                                .bind("lastDays", SqlArrays.days(members, m -> m.spell().until())));
    }
}
