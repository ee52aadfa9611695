package id.pkh.disbursement.payment.persistence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import id.pkh.disbursement.cycle.domain.PaymentCycle;
import id.pkh.disbursement.entitlement.domain.ComponentSpell;
import id.pkh.disbursement.kpm.domain.KpmFacts;
import id.pkh.disbursement.kpm.domain.KpmStatus;
import id.pkh.disbursement.payment.LockedFamilies;
import id.pkh.disbursement.payment.PaymentFamilies;
import id.pkh.disbursement.payment.domain.FamilyFacts;
import id.pkh.disbursement.sanction.domain.Decision;
import id.pkh.disbursement.sanction.domain.Effect;
import id.pkh.disbursement.sanction.domain.LadderStep;
import id.pkh.disbursement.sanction.domain.LiftReason;
import id.pkh.disbursement.sanction.domain.Reinstatement;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * The facts about many families, with one query per kind of fact. A calculation reads millions of
 * these rows, so they are mapped by hand.
 */
@ApplicationScoped
class JdbcPaymentFamilies implements PaymentFamilies {

    private static final String ADD_MISSING =
            "INSERT INTO payment_family (kpm_id) SELECT id FROM unnest(:kpms) AS id ORDER BY id"
                    + " ON CONFLICT DO NOTHING";
    private static final String LOCK =
            "SELECT kpm_id, version FROM payment_family WHERE kpm_id = ANY (:kpms) ORDER BY kpm_id FOR UPDATE";
    private static final String SAVE_VERSIONS =
            "UPDATE payment_family SET version = v.version"
                    + " FROM unnest(:kpms, :versions) AS v (kpm_id, version)"
                    + " WHERE payment_family.kpm_id = v.kpm_id";
    private static final String RAISE_VERSIONS =
            "UPDATE payment_family f SET version = f.version + v.events"
                    + " FROM unnest(:kpms, :events) AS v (kpm_id, events) WHERE f.kpm_id = v.kpm_id"
                    + " RETURNING f.kpm_id, f.version - v.events AS version";
    private static final String MEMBERS =
            "SELECT kpm_id, member_id, component, component_since, component_until"
                    + " FROM kpm_member WHERE kpm_id = ANY (:kpms)"
                    + " ORDER BY kpm_id, component_since, member_id, component";
    private static final String KPMS =
            "SELECT kpm_id, status, base_status, village_code, paying_bank, account_known FROM kpm"
                    + " WHERE kpm_id = ANY (:kpms) ORDER BY kpm_id";
    private static final String STEPS =
            "SELECT kpm_id, step, cause, period, rung, is_protected FROM sanction_step"
                    + " WHERE kpm_id = ANY (:kpms) AND standing";
    private static final String DECISIONS =
            """
            SELECT d.decision_id, d.kpm_id, coalesce(d.in_effect, d.effect) AS effect,
                   coalesce(d.in_effect_from, d.effective_from) AS effective_from,
                   coalesce(d.in_effect_at, d.decided_at) AS decided_at, d.lift_reason, d.lifted_at,
                   coalesce(d.in_effect_sequence, d.decided_sequence) AS sequence,
                   CASE WHEN d.in_effect_sequence IS NULL AND d.on_notice THEN 'AWAITS_NOTICE'
                        WHEN EXISTS (SELECT FROM sanction_stay s
                                      WHERE s.decision_id = d.decision_id AND s.ended_at IS NULL) THEN 'STAYED'
                        ELSE 'TOOK_EFFECT' END AS stage
              FROM sanction_decision d
             WHERE d.kpm_id = ANY (:kpms) AND (d.decided_sequence IS NOT NULL OR d.in_effect_sequence IS NOT NULL)
            """;
    private static final String REINSTATEMENTS =
            "SELECT kpm_id, decision_id, effective_from, sequence FROM reinstatement"
                    + " WHERE kpm_id = ANY (:kpms)";

    /**
     * Members of the programme, and families that left by a decision, which may lie in the future
     * or be undone. A bank cycle also assesses families that are now paid by the post office,
     * because their payments in it may have to be removed.
     */
    private static final String POPULATION =
            " FROM kpm WHERE coalesce(base_status, status) IN ('ACTIVE', 'SUSPENDED', 'TERMINATED')"
                    + " AND (NOT :pos OR paying_bank = 'POS')";

    private static final Comparator<UUID> AS_THE_DATABASE_SORTS =
            Comparator.comparing(UUID::getMostSignificantBits, Long::compareUnsigned)
                    .thenComparing(UUID::getLeastSignificantBits, Long::compareUnsigned);

    private final Database database;

    JdbcPaymentFamilies(Database database) {
        this.database = database;
    }

    @Override
    public LockedFamilies lock(Collection<UUID> kpmIds) {
        database.lookUpByKey();
        database.update(ADD_MISSING, u -> u.bind("kpms", SqlArrays.uuids(kpmIds)));
        return new LockedFamilies(
                keyed(rows(LOCK, kpmIds, (row, context) -> entry(row, row.getLong("version")))));
    }

    /** In the order of the ids: rows are updated in the order in which the keys are given. */
    @Override
    public LockedFamilies raiseVersions(Map<UUID, Integer> eventsOf) {
        if (eventsOf.isEmpty()) {
            return new LockedFamilies(Map.of());
        }
        database.lookUpByKey();
        List<UUID> kpmIds = eventsOf.keySet().stream().sorted(AS_THE_DATABASE_SORTS).toList();
        return new LockedFamilies(
                keyed(
                        database.query(
                                RAISE_VERSIONS,
                                q ->
                                        q.bind("kpms", SqlArrays.uuids(kpmIds))
                                                .bind(
                                                        "events",
                                                        SqlArrays.numbers(kpmIds, eventsOf::get))
                                                .map(
                                                        (row, context) ->
                                                                entry(row, row.getLong("version")))
                                                .list())));
    }

    @Override
    public void saveVersions(LockedFamilies families) {
        Map<UUID, Long> advanced = families.advanced();
        if (!advanced.isEmpty()) {
            database.update(
                    SAVE_VERSIONS,
                    u ->
                            u.bind("kpms", SqlArrays.uuids(advanced.keySet()))
                                    .bind("versions", SqlArrays.numbers(advanced.values())));
        }
    }

    @Override
    public Map<UUID, FamilyFacts> factsOf(Collection<UUID> kpmIds) {
        Map<UUID, List<ComponentSpell>> spells =
                grouped(rows(MEMBERS, kpmIds, (row, context) -> entry(row, spell(row))));
        Map<UUID, List<LadderStep>> steps =
                grouped(rows(STEPS, kpmIds, (row, context) -> entry(row, step(row))));
        Map<UUID, List<Decision>> decisions =
                grouped(rows(DECISIONS, kpmIds, (row, context) -> entry(row, decision(row))));
        Map<UUID, List<Reinstatement>> reinstatements =
                grouped(
                        rows(
                                REINSTATEMENTS,
                                kpmIds,
                                (row, context) -> entry(row, reinstatement(row))));
        return keyed(
                rows(
                        KPMS,
                        kpmIds,
                        (row, context) -> {
                            UUID kpmId = row.getObject("kpm_id", UUID.class);
                            return Map.entry(
                                    kpmId,
                                    new FamilyFacts(
                                            kpm(row, kpmId, spells.getOrDefault(kpmId, List.of())),
                                            decisions.getOrDefault(kpmId, List.of()),
                                            reinstatements.getOrDefault(kpmId, List.of()),
                                            steps.getOrDefault(kpmId, List.of()),
                                            false));
                        }));
    }

    @Override
    public Map<UUID, Decision> decisionsOn(Collection<UUID> kpmIds) {
        return rows(DECISIONS, kpmIds, (row, context) -> decision(row)).stream()
                .collect(toMap(Decision::decisionId, Function.identity()));
    }

    @Override
    public List<UUID> toCalculate(PaymentCycle cycle, UUID after, int limit) {
        return database.query(
                "SELECT kpm_id" + POPULATION + " AND kpm_id > :after ORDER BY kpm_id LIMIT :limit",
                q ->
                        q.bind("pos", cycle.isPos())
                                .bind("after", after == null ? new UUID(0, 0) : after)
                                .bind("limit", limit)
                                .mapTo(UUID.class)
                                .list());
    }

    @Override
    public long countToCalculate(PaymentCycle cycle) {
        return database.query(
                "SELECT count(*)" + POPULATION,
                q -> q.bind("pos", cycle.isPos()).mapTo(Long.class).one());
    }

    private <T> List<T> rows(String sql, Collection<UUID> kpmIds, RowMapper<T> mapper) {
        return database.query(sql, q -> q.bind("kpms", SqlArrays.uuids(kpmIds)).map(mapper).list());
    }

    private static <V> Map.Entry<UUID, V> entry(ResultSet row, V value) throws SQLException {
        return Map.entry(row.getObject("kpm_id", UUID.class), value);
    }

    private static <V> Map<UUID, List<V>> grouped(List<Map.Entry<UUID, V>> entries) {
        return entries.stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    /** Keeps the order of the rows. */
    private static <V> Map<UUID, V> keyed(List<Map.Entry<UUID, V>> entries) {
        Map<UUID, V> values = new LinkedHashMap<>();
        entries.forEach(entry -> values.put(entry.getKey(), entry.getValue()));
        return values;
    }

    private static KpmFacts kpm(ResultSet row, UUID kpmId, List<ComponentSpell> spells)
            throws SQLException {
        String base = row.getString("base_status");
        return new KpmFacts(
                kpmId,
                new KpmStatus(row.getString("status")),
                base == null ? null : new KpmStatus(base),
                row.getString("village_code"),
                row.getString("paying_bank"),
                row.getBoolean("account_known"),
                spells);
    }

    private static ComponentSpell spell(ResultSet row) throws SQLException {
        return new ComponentSpell(
                row.getObject("member_id", UUID.class),
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
                row.getObject("decision_id", UUID.class),
                Effect.valueOf(row.getString("effect")),
                row.getObject("effective_from", LocalDate.class),
                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                Decision.Stage.valueOf(row.getString("stage")),
                liftedAt == null
                        ? null
                        : new Decision.Lift(
                                LiftReason.valueOf(row.getString("lift_reason")),
                                liftedAt.toInstant()),
                row.getLong("sequence"));
    }

    private static Reinstatement reinstatement(ResultSet row) throws SQLException {
        return new Reinstatement(
                row.getObject("decision_id", UUID.class),
                row.getObject("effective_from", LocalDate.class),
                row.getLong("sequence"));
    }
}
