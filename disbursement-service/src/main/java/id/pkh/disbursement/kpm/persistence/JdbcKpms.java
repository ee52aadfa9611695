package id.pkh.disbursement.kpm.persistence;

import id.pkh.disbursement.entitlement.domain.ComponentSpell;
import id.pkh.disbursement.jdbc.Database;
import id.pkh.disbursement.kpm.KpmSnapshot;
import id.pkh.disbursement.kpm.Kpms;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Versioned upserts: a few statements per batch. */
@ApplicationScoped
class JdbcKpms implements Kpms {

    private static final String UPSERT =
            """
            INSERT INTO kpm (kpm_id, status, village_code, paying_bank, account_known, occurred_on, recorded_at, state_sequence)
            SELECT * FROM unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::boolean[], ?::date[], ?::timestamptz[], ?::bigint[])
            ON CONFLICT (kpm_id) DO UPDATE
               SET status = excluded.status, village_code = excluded.village_code, paying_bank = excluded.paying_bank,
                   account_known = excluded.account_known, occurred_on = excluded.occurred_on,
                   recorded_at = excluded.recorded_at, state_sequence = excluded.state_sequence
             WHERE kpm.state_sequence < excluded.state_sequence
            RETURNING kpm_id
            """;

    private static final String DELETE_MEMBERS = "DELETE FROM kpm_member WHERE kpm_id = ANY (?)";

    /** A state may name a member, component and first day twice. The longer spell counts. */
    private static final String INSERT_MEMBERS =
            """
            INSERT INTO kpm_member (kpm_id, member_id, component, component_since, component_until)
            SELECT DISTINCT ON (kpm_id, member_id, component, component_since) *
              FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::date[], ?::date[])
                   AS m (kpm_id, member_id, component, component_since, component_until)
             ORDER BY kpm_id, member_id, component, component_since, component_until DESC NULLS FIRST
            """;

    private final Database database;

    JdbcKpms(Database database) {
        this.database = database;
    }

    @Override
    public Set<UUID> recordNewer(Collection<KpmSnapshot> snapshots) {
        List<KpmSnapshot> rows = List.copyOf(snapshots);
        Set<UUID> changed =
                new HashSet<>(
                        database.list(
                                UPSERT,
                                p ->
                                        p.uuids(rows.stream().map(s -> s.facts().kpmId()).toList())
                                                .texts(
                                                        rows.stream()
                                                                .map(s -> s.facts().status())
                                                                .toList())
                                                .texts(
                                                        rows.stream()
                                                                .map(s -> s.facts().villageCode())
                                                                .toList())
                                                .texts(
                                                        rows.stream()
                                                                .map(s -> s.facts().payingBank())
                                                                .toList())
                                                .flags(
                                                        rows.stream()
                                                                .map(s -> s.facts().accountKnown())
                                                                .toList())
                                                .days(
                                                        rows.stream()
                                                                .map(KpmSnapshot::occurredOn)
                                                                .toList())
                                                .instants(
                                                        rows.stream()
                                                                .map(KpmSnapshot::recordedAt)
                                                                .toList())
                                                .numbers(
                                                        rows.stream()
                                                                .map(KpmSnapshot::sequence)
                                                                .toList()),
                                row -> row.getObject(1, UUID.class)));
        replaceMembers(rows.stream().filter(s -> changed.contains(s.facts().kpmId())).toList());
        return changed;
    }

    private void replaceMembers(List<KpmSnapshot> changed) {
        if (changed.isEmpty()) {
            return;
        }
        database.update(
                DELETE_MEMBERS,
                p -> p.uuids(changed.stream().map(s -> s.facts().kpmId()).toList()));
        List<UUID> owners = new ArrayList<>();
        List<ComponentSpell> spells = new ArrayList<>();
        for (KpmSnapshot snapshot : changed) {
            for (ComponentSpell spell : snapshot.facts().spells()) {
                owners.add(snapshot.facts().kpmId());
                spells.add(spell);
            }
        }
        database.update(
                INSERT_MEMBERS,
                p ->
                        p.uuids(owners)
                                .uuids(spells.stream().map(ComponentSpell::memberId).toList())
                                .texts(spells.stream().map(ComponentSpell::component).toList())
                                .days(spells.stream().map(ComponentSpell::since).toList())
                                .days(spells.stream().map(ComponentSpell::until).toList()));
    }
}
