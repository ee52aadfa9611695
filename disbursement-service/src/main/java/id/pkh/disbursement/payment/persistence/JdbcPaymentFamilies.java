package id.pkh.disbursement.payment.persistence;

import id.pkh.disbursement.cycle.domain.PaymentCycle;
import id.pkh.disbursement.entitlement.domain.ComponentSpell;
import id.pkh.disbursement.jdbc.Database;
import id.pkh.disbursement.kpm.domain.KpmFacts;
import id.pkh.disbursement.payment.LockedFamilies;
import id.pkh.disbursement.payment.PaymentFamilies;
import id.pkh.disbursement.payment.domain.FamilyFacts;
import id.pkh.disbursement.sanction.domain.Decision;
import id.pkh.disbursement.sanction.domain.Effect;
import id.pkh.disbursement.sanction.domain.LadderStep;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The facts about many families, one query a kind of fact. */
@ApplicationScoped
class JdbcPaymentFamilies implements PaymentFamilies {

    private static final String ADD_MISSING =
            "INSERT INTO payment_family (kpm_id) SELECT id FROM unnest(?::uuid[]) AS id ORDER BY id"
                    + " ON CONFLICT DO NOTHING";
    private static final String LOCK =
            "SELECT kpm_id, version FROM payment_family WHERE kpm_id = ANY (?) ORDER BY kpm_id FOR UPDATE";
    private static final String SAVE_VERSIONS =
            "UPDATE payment_family SET version = v.version"
                    + " FROM unnest(?::uuid[], ?::bigint[]) AS v (kpm_id, version)"
                    + " WHERE payment_family.kpm_id = v.kpm_id";
    private static final String RAISE_VERSIONS =
            "UPDATE payment_family f SET version = f.version + v.events"
                    + " FROM unnest(?::uuid[], ?::bigint[]) AS v (kpm_id, events) WHERE f.kpm_id = v.kpm_id"
                    + " RETURNING f.kpm_id, f.version - v.events AS version";
    private static final String MEMBERS =
            "SELECT kpm_id, member_id, component, component_since, component_until"
                    + " FROM kpm_member WHERE kpm_id = ANY (?)"
                    + " ORDER BY kpm_id, component_since, member_id, component";
    private static final String KPMS =
            "SELECT kpm_id, status, village_code, paying_bank, account_known FROM kpm"
                    + " WHERE kpm_id = ANY (?) ORDER BY kpm_id";
    private static final String STEPS =
            "SELECT kpm_id, step, cause, period, rung, is_protected FROM sanction_step"
                    + " WHERE kpm_id = ANY (?) AND standing";
    private static final String DECISIONS =
            "SELECT decision_id, kpm_id, effect, effective_from, decided_at, lift_reason, lifted_at"
                    + " FROM sanction_decision WHERE kpm_id = ANY (?) AND decided_sequence IS NOT NULL";

    /**
     * Members of the programme, and families whose termination may lie in the future. A bank cycle
     * also assesses families that are now paid by the post office, because their payments in it may
     * have to be removed.
     */
    private static final String POPULATION =
            " FROM kpm WHERE status IN ('ACTIVE', 'SUSPENDED', 'TERMINATED')"
                    + " AND (NOT ? OR paying_bank = 'POS')";

    private static final Comparator<UUID> AS_THE_DATABASE_SORTS =
            Comparator.comparing(UUID::getMostSignificantBits, Long::compareUnsigned)
                    .thenComparing(UUID::getLeastSignificantBits, Long::compareUnsigned);

    private final Database database;

    JdbcPaymentFamilies(Database database) {
        this.database = database;
    }

    @Override
    public LockedFamilies lock(Collection<UUID> kpmIds) {
        database.update(ADD_MISSING, p -> p.uuids(kpmIds));
        Map<UUID, Long> versions = new LinkedHashMap<>();
        database.each(
                LOCK,
                p -> p.uuids(kpmIds),
                row -> versions.put(id(row, "kpm_id"), row.getLong("version")));
        return new LockedFamilies(versions);
    }

    /** In the order of the ids: rows are updated in the order in which the keys are given. */
    @Override
    public LockedFamilies raiseVersions(Map<UUID, Integer> eventsOf) {
        if (eventsOf.isEmpty()) {
            return new LockedFamilies(Map.of());
        }
        database.lookUpByKey();
        List<UUID> kpmIds = eventsOf.keySet().stream().sorted(AS_THE_DATABASE_SORTS).toList();
        Map<UUID, Long> before = new HashMap<>();
        database.each(
                RAISE_VERSIONS,
                p ->
                        p.uuids(kpmIds)
                                .numbers(
                                        kpmIds.stream()
                                                .map(id -> (long) eventsOf.get(id))
                                                .toList()),
                row -> before.put(id(row, "kpm_id"), row.getLong("version")));
        return new LockedFamilies(before);
    }

    @Override
    public void saveVersions(LockedFamilies families) {
        Map<UUID, Long> advanced = families.advanced();
        if (!advanced.isEmpty()) {
            database.update(
                    SAVE_VERSIONS, p -> p.uuids(advanced.keySet()).numbers(advanced.values()));
        }
    }

    @Override
    public Map<UUID, FamilyFacts> factsOf(Collection<UUID> kpmIds) {
        Map<UUID, List<ComponentSpell>> spells = new HashMap<>();
        database.each(MEMBERS, p -> p.uuids(kpmIds), row -> put(spells, row, spell(row)));
        Map<UUID, List<LadderStep>> steps = new HashMap<>();
        database.each(STEPS, p -> p.uuids(kpmIds), row -> put(steps, row, step(row)));
        Map<UUID, List<Decision>> decisions = new HashMap<>();
        database.each(DECISIONS, p -> p.uuids(kpmIds), row -> put(decisions, row, decision(row)));
        Map<UUID, FamilyFacts> facts = new LinkedHashMap<>();
        database.each(
                KPMS,
                p -> p.uuids(kpmIds),
                row -> {
                    UUID kpmId = id(row, "kpm_id");
                    facts.put(
                            kpmId,
                            new FamilyFacts(
                                    kpm(row, spells.getOrDefault(kpmId, List.of())),
                                    decisions.getOrDefault(kpmId, List.of()),
                                    steps.getOrDefault(kpmId, List.of()),
                                    false));
                });
        return facts;
    }

    @Override
    public Map<UUID, Decision> decisionsOn(Collection<UUID> kpmIds) {
        Map<UUID, Decision> decisions = new HashMap<>();
        database.each(
                DECISIONS,
                p -> p.uuids(kpmIds),
                row -> decisions.put(id(row, "decision_id"), decision(row)));
        return decisions;
    }

    @Override
    public List<UUID> toCalculate(PaymentCycle cycle, UUID after, int limit) {
        return database.list(
                "SELECT kpm_id" + POPULATION + " AND kpm_id > ? ORDER BY kpm_id LIMIT ?",
                p ->
                        p.flag(cycle.isPos())
                                .uuid(after == null ? new UUID(0, 0) : after)
                                .number(limit),
                row -> id(row, "kpm_id"));
    }

    @Override
    public long countToCalculate(PaymentCycle cycle) {
        return database.first(
                        "SELECT count(*)" + POPULATION,
                        p -> p.flag(cycle.isPos()),
                        row -> row.getLong(1))
                .orElse(0L);
    }

    private static <V> void put(Map<UUID, List<V>> lists, ResultSet row, V value)
            throws SQLException {
        lists.computeIfAbsent(id(row, "kpm_id"), kpmId -> new ArrayList<>()).add(value);
    }

    private static KpmFacts kpm(ResultSet row, List<ComponentSpell> spells) throws SQLException {
        return new KpmFacts(
                id(row, "kpm_id"),
                row.getString("status"),
                row.getString("village_code"),
                row.getString("paying_bank"),
                row.getBoolean("account_known"),
                spells);
    }

    private static ComponentSpell spell(ResultSet row) throws SQLException {
        return new ComponentSpell(
                id(row, "member_id"),
                row.getString("component"),
                row.getObject("component_since", LocalDate.class),
                row.getObject("component_until", LocalDate.class));
    }

    private static LadderStep step(ResultSet row) throws SQLException {
        return new LadderStep(
                row.getString("step"),
                row.getString("cause"),
                row.getString("period"),
                row.getInt("rung"),
                row.getBoolean("is_protected"));
    }

    private static Decision decision(ResultSet row) throws SQLException {
        OffsetDateTime liftedAt = row.getObject("lifted_at", OffsetDateTime.class);
        return new Decision(
                id(row, "decision_id"),
                Effect.valueOf(row.getString("effect")),
                row.getObject("effective_from", LocalDate.class),
                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                liftedAt == null
                        ? null
                        : new Decision.Lift(row.getString("lift_reason"), liftedAt.toInstant()));
    }

    private static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }
}
