package id.pkh.disbursement.payment.persistence;

import id.pkh.disbursement.batch.domain.BatchStatus;
import id.pkh.disbursement.instruction.domain.StatusAtBank;
import id.pkh.disbursement.payment.PaymentLists.FamilyPosition;
import id.pkh.disbursement.payment.PaymentLists.Filter;
import id.pkh.disbursement.payment.PaymentLists.ListPosition;
import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.SqlArrays;
import id.pkh.platform.security.AreaScope;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The statement for one page of the payment list. A filter may select every payment of a cycle or a
 * handful; the statement is written so that the database knows which of both before it begins.
 */
final class PaymentListQuery {

    private static final String NOT_ELIGIBLE = "NOT_ELIGIBLE";

    static final String PAYMENTS =
            """
            SELECT p.payment_id, p.kpm_id, p.village_code, c.cycle_code, p.kind,
                   c.status = 'SEALED' AND p.kind = 'REGULAR' AS sealed, p.amount_idr, p.status, p.warned, p.reasons,
                   p.blocked_by, p.lines, p.steps, p.compensates, i.bank, i.attempt, i.status AS bank_status,
                   i.status_reason, i.bank_ref, i.status_at
              FROM payment p JOIN payment_cycle c USING (cycle_id)
              LEFT JOIN latest_attempt i ON i.payment_id = p.payment_id AND i.cycle_id = p.cycle_id
            """;

    private static final String FAMILIES_WITH_NOTHING =
            """
            SELECT p.payment_id, p.kpm_id, p.village_code, c.cycle_code, p.kind,
                   c.status = 'SEALED' AS sealed, 0 AS amount_idr, p.status, p.warned, p.reasons,
                   '{}'::uuid[] AS blocked_by, p.lines, '[]'::jsonb AS steps, NULL::uuid AS compensates,
                   i.bank, i.attempt, i.status AS bank_status, i.status_reason, i.bank_ref, i.status_at
              FROM (SELECT *, NULL::uuid AS payment_id, 'REGULAR' AS kind, 'NOT_ELIGIBLE' AS status, false AS warned
                      FROM ineligible_family) p
              JOIN payment_cycle c USING (cycle_id)
              LEFT JOIN latest_attempt i ON false
            """;

    /**
     * An attempt that is neither open nor unsettled was voided. The village and the family are
     * those of the payment; with them both tables are read side by side, in the order of the list,
     * from their indexes alone.
     */
    private static final String NOT_INSTRUCTED =
            """
            NOT EXISTS (SELECT 1 FROM payment_instruction live
                         WHERE live.cycle_id = p.cycle_id AND live.village_code = p.village_code
                           AND live.kpm_id = p.kpm_id AND live.payment_id = p.payment_id
                           AND (live.is_open OR live.is_unsettled))
            """;

    private static final String ORDER = " ORDER BY p.village_code, p.kpm_id, p.kind";
    private static final String LIMIT = " LIMIT :limit";

    private final Conditions where;
    private final String sql;

    /**
     * @param batches batches that contain the payments, as {@link #batchesOf} selects them
     */
    PaymentListQuery(Filter filter, List<UUID> batches) {
        this.where = conditions(filter);
        if (areNotEligible(filter)) {
            atBank(filter);
            this.sql = FAMILIES_WITH_NOTHING + " WHERE " + where.sql() + ORDER + LIMIT;
            return;
        }
        where.and("p.status <> 'NOT_ELIGIBLE'");
        if (filter.atBank() == StatusAtBank.NOT_INSTRUCTED) {
            where.and(NOT_INSTRUCTED);
            this.sql =
                    PAYMENTS
                            + " WHERE p.payment_id IN (SELECT p.payment_id FROM payment p WHERE "
                            + where.sql()
                            + ORDER
                            + LIMIT
                            + ")"
                            + ORDER;
            return;
        }
        atBank(filter);
        if (dependsOnBatches(filter)) {
            // the planner knows how many payments each batch has
            where.and("i.batch_id = ANY (?)", SqlArrays.uuids(batches));
        }
        this.sql = PAYMENTS + " WHERE " + where.sql() + ORDER + LIMIT;
    }

    private static boolean areNotEligible(Filter filter) {
        return NOT_ELIGIBLE.equals(filter.status());
    }

    /** Whether no payment can have what the filter asks for, whatever the tables contain. */
    static boolean excludesAll(Filter filter) {
        return filter.atBank() == StatusAtBank.NOT_INSTRUCTED
                && (filter.bank() != null || filter.refusal() != null);
    }

    /** Whether the filter selects batches. When it selects none of them, the list is empty. */
    static boolean dependsOnBatches(Filter filter) {
        return !areNotEligible(filter)
                && (filter.bank() != null
                        || filter.atBank() != null
                                && filter.atBank() != StatusAtBank.NOT_INSTRUCTED);
    }

    /** The batches in which payments are at the bank and in the status of the filter. */
    static Conditions batchesOf(Filter filter) {
        Conditions batches =
                new Conditions()
                        .and("cycle_id = ?", filter.cycleId())
                        .andIfGiven("bank = ?", filter.bank());
        return filter.atBank() == null
                ? batches
                : batches.and("status = ?", statusOfBatch(filter.atBank()).name());
    }

    private static BatchStatus statusOfBatch(StatusAtBank status) {
        return switch (status) {
            case PLANNED -> BatchStatus.PREPARING;
            case SEALED -> BatchStatus.PREPARED;
            case APPROVED -> BatchStatus.APPROVED;
            case SENT, ACCEPTED, REJECTED, UNKNOWN, CREDITED, RETURNED -> BatchStatus.SENT;
            case NOT_INSTRUCTED -> throw new IllegalArgumentException("in no batch");
        };
    }

    String sql() {
        return sql;
    }

    Map<String, Object> values() {
        return where.values();
    }

    private static Conditions conditions(Filter filter) {
        Conditions where =
                inCycle(filter.cycleId(), filter.scope())
                        .andIfGiven("p.status = ?", filter.status())
                        .andIfGiven("p.warned = ?", filter.warned())
                        .andIfGiven("p.kpm_id = ?", filter.kpmId());
        if (filter.area() != null) {
            within(filter.area(), where);
        }
        if (filter.after() != null) {
            ListPosition after = filter.after();
            where.and(
                    "(p.village_code, p.kpm_id, p.kind) > (?, ?, ?)",
                    after.villageCode(),
                    after.kpmId(),
                    after.kind());
        }
        return where;
    }

    static Conditions inCycle(UUID cycleId, AreaScope scope) {
        return within(scope, new Conditions().and("p.cycle_id = ?", cycleId));
    }

    /** The payments of one family, of a table or view with the alias {@code p}. */
    static Conditions ofFamily(UUID kpmId, AreaScope scope, FamilyPosition after) {
        Conditions where = within(scope, new Conditions().and("p.kpm_id = ?", kpmId));
        return after == null
                ? where
                : where.and("(c.cycle_code, p.kind) < (?, ?)", after.cycleCode(), after.kind());
    }

    /** A cycle in which the family is not eligible is shown once, also if it lost a payment. */
    static String familyPage(Conditions where) {
        return "SELECT * FROM ("
                + PAYMENTS
                + " WHERE p.status <> 'NOT_ELIGIBLE' AND "
                + where.sql()
                + " UNION ALL "
                + FAMILIES_WITH_NOTHING
                + " WHERE "
                + where.sql()
                + ") line ORDER BY line.cycle_code DESC, line.kind DESC LIMIT :limit";
    }

    private static Conditions within(AreaScope scope, Conditions where) {
        return scope.isEverywhere()
                ? where
                : where.andAnyAreaCollatedC("p.village_code", scope.codes());
    }

    /** The status is a literal, so that the planner knows how many instructions have it. */
    private void atBank(Filter filter) {
        StatusAtBank status = filter.atBank();
        if (status != null) {
            where.and(isShownAs(status));
        }
        where.andIfGiven("i.bank = ?", filter.bank());
        if (filter.refusal() != null) {
            where.and("i.status_reason = ? AND i.is_unsettled", filter.refusal());
        }
    }

    /**
     * Uses the stored status where possible, because the planner has no statistics on the derived
     * status.
     */
    private static String isShownAs(StatusAtBank status) {
        String own = "i.own_status = '" + status + "'";
        String planned = "i.own_status = 'PLANNED' AND i.status = '" + status + "'";
        return switch (status) {
            case PLANNED, SEALED, APPROVED -> planned;
            case SENT -> own + " OR " + planned;
            case REJECTED, RETURNED, UNKNOWN -> own + " AND i.is_unsettled";
            case ACCEPTED, CREDITED -> own;
            case NOT_INSTRUCTED -> "i.instruction_id IS NULL";
        };
    }
}
