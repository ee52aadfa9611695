package id.pkh.disbursement.cycle.persistence;

import id.pkh.disbursement.cycle.Cycles;
import id.pkh.disbursement.cycle.domain.CycleStatus;
import id.pkh.disbursement.cycle.domain.PaymentCycle;
import id.pkh.platform.persistence.SqlState;
import id.pkh.platform.web.Refused;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

/**
 * Few rows, so one entity each. The locks are written in SQL, because Hibernate's write lock does
 * not conflict with the key locks that prevent sealing.
 */
@ApplicationScoped
class PanacheCycles implements Cycles, PanacheRepositoryBase<CycleEntity, UUID> {

    private static final String CODE_TAKEN = "payment_cycle_cycle_code_key";

    /** A cycle that was reopened has payments too. */
    private static final String KEEP_UNSEALED =
            """
            SELECT * FROM payment_cycle c
             WHERE status <> 'SEALED'
               AND (status <> 'OPEN' OR EXISTS (SELECT 1 FROM calculation_run r WHERE r.cycle_id = c.cycle_id))
             ORDER BY cycle_id FOR KEY SHARE OF c
            """;

    private static final String OVERLAPPING =
            "channel = ?1 and coversFrom <= ?2 and coversUntil >= ?3";

    @Override
    public void add(PaymentCycle cycle, String openedBy, Instant openedAt) {
        if (find("cycleCode", cycle.cycleCode()).firstResultOptional().isPresent()) {
            throw alreadyOpen(cycle.cycleCode());
        }
        overlapping(cycle.channel(), cycle.range().from(), cycle.range().until()).stream()
                .findFirst()
                .ifPresent(
                        other -> {
                            throw overlaps(cycle, other.cycleCode);
                        });
        try {
            persistAndFlush(CycleEntity.of(cycle, openedBy, openedAt));
        } catch (ConstraintViolationException openedMeanwhile) {
            throw SqlState.isViolationOf(openedMeanwhile, CODE_TAKEN)
                    ? alreadyOpen(cycle.cycleCode())
                    : overlaps(cycle, "");
        }
    }

    @Override
    public Optional<PaymentCycle> byCode(String cycleCode) {
        return find("cycleCode", cycleCode).firstResultOptional().map(this::toCycle);
    }

    @Override
    public List<PaymentCycle> page(LocalDate afterCoversFrom, String afterCode, int limit) {
        String order = "order by coversFrom desc, cycleCode desc";
        var found =
                afterCode == null
                        ? find(order)
                        : find(
                                "coversFrom < ?1 or (coversFrom = ?1 and cycleCode < ?2) " + order,
                                afterCoversFrom,
                                afterCode);
        return found.page(0, limit).list().stream().map(this::toCycle).toList();
    }

    @Override
    public Map<UUID, PaymentCycle> byIds(Collection<UUID> cycleIds) {
        Map<UUID, PaymentCycle> cycles = new LinkedHashMap<>();
        if (!cycleIds.isEmpty()) {
            list("cycleId in ?1", cycleIds).forEach(e -> cycles.put(e.cycleId, toCycle(e)));
        }
        return cycles;
    }

    @Override
    public List<PaymentCycle> keepUnsealed() {
        return locked(KEEP_UNSEALED, null).stream().map(this::toCycle).toList();
    }

    @Override
    public PaymentCycle keepUnsealed(UUID cycleId) {
        return locked(
                        "SELECT * FROM payment_cycle WHERE cycle_id = ?1 AND status <> 'SEALED' FOR KEY SHARE",
                        cycleId)
                .stream()
                .findFirst()
                .map(this::toCycle)
                .orElseThrow(() -> new IllegalStateException("cycle is sealed: " + cycleId));
    }

    @Override
    public Optional<PaymentCycle> lockForCalculation(String cycleCode) {
        return lockByCode(cycleCode, "FOR NO KEY UPDATE");
    }

    @Override
    public Optional<PaymentCycle> lockForSealing(String cycleCode) {
        return lockByCode(cycleCode, "FOR UPDATE");
    }

    @Override
    public long changeStatus(UUID cycleId, CycleStatus status) {
        CycleEntity entity = findById(cycleId);
        entity.status = status;
        if (status == CycleStatus.SEALED) {
            entity.version++;
        }
        flush();
        return entity.version;
    }

    @Override
    public void reopenBankCyclesBeside(PaymentCycle posCycle) {
        update(
                "status = ?1 where channel = ?2 and coversFrom <= ?3 and coversUntil >= ?4"
                        + " and status <> ?5",
                CycleStatus.OPEN,
                PaymentCycle.BANK,
                posCycle.range().until(),
                posCycle.range().from(),
                CycleStatus.SEALED);
    }

    private Optional<PaymentCycle> lockByCode(String cycleCode, String lock) {
        return locked("SELECT * FROM payment_cycle WHERE cycle_code = ?1 " + lock, cycleCode)
                .stream()
                .findFirst()
                .map(this::toCycle);
    }

    /**
     * Reads the cycle again after it is locked, because the data read before may be out of date.
     */
    private List<CycleEntity> locked(String sql, Object parameter) {
        getEntityManager().flush();
        getEntityManager().clear();
        var query = getEntityManager().createNativeQuery(sql, CycleEntity.class);
        if (parameter != null) {
            query.setParameter(1, parameter);
        }
        @SuppressWarnings("unchecked")
        List<CycleEntity> entities = query.getResultList();
        return entities;
    }

    private PaymentCycle toCycle(CycleEntity entity) {
        boolean posCycleBeside =
                entity.channel.equals(PaymentCycle.BANK)
                        && !overlapping(PaymentCycle.POS, entity.coversFrom, entity.coversUntil)
                                .isEmpty();
        return entity.toCycle(posCycleBeside);
    }

    private List<CycleEntity> overlapping(String channel, LocalDate from, LocalDate until) {
        return list(OVERLAPPING, channel, until, from);
    }

    private static Refused alreadyOpen(String cycleCode) {
        return Refused.because("CYCLE_ALREADY_OPEN").with("cycle_code", cycleCode);
    }

    private static Refused overlaps(PaymentCycle cycle, String other) {
        return Refused.because("CYCLE_OVERLAPS")
                .with("cycle_code", cycle.cycleCode())
                .with("channel", cycle.channel())
                .with("other_cycle_code", other);
    }
}
