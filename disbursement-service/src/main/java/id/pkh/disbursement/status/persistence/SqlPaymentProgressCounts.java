package id.pkh.disbursement.status.persistence;

import id.pkh.disbursement.area.persistence.AreasInOrder;
import id.pkh.disbursement.status.PaymentProgressCounts;
import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

@ApplicationScoped
class SqlPaymentProgressCounts implements PaymentProgressCounts {

    private static final int REGENCY_CODE_CHARS = 5;

    private static final String COUNTS =
            """
            SELECT p.village_code, p.status, coalesce(i.status, 'NOT_INSTRUCTED') AS at_bank,
                   p.status <> 'PAYABLE' AND m.compensates IS NOT NULL AS is_compensated,
                   i.instruction_id IS NULL AND e.payment_id IS NOT NULL AS is_left_out,
                   t.payment_id IS NOT NULL AS is_taken_out,
                   coalesce(i.status = 'CREDITED' AND r.outcome = 'WITHDRAWN', false) AS is_withdrawn,
                   coalesce(i.status = 'CREDITED'
                            AND (i.status_at AT TIME ZONE 'Asia/Jakarta')::date <= :listedUntil, false) AS is_listed,
                   count(*) AS families
              FROM payment p
              LEFT JOIN latest_attempt i ON i.payment_id = p.payment_id AND i.cycle_id = p.cycle_id
              LEFT JOIN payment m ON m.compensates = p.payment_id
              LEFT JOIN bank_exception e ON e.payment_id = p.payment_id AND e.exception_class = 'NOT_INSTRUCTED'
                                        AND e.state <> 'RESOLVED'
              LEFT JOIN (SELECT c.payment_id FROM bank_exception c JOIN taken_out_payment USING (instruction_id)
                          WHERE c.cycle_id = :cycle AND c.exception_class = 'CORRECTION_PENDING' AND c.state <> 'RESOLVED') t
                     ON t.payment_id = p.payment_id
              LEFT JOIN latest_withdrawal_report r ON r.payment_id = p.payment_id
             WHERE p.kind = 'REGULAR' AND p.status <> 'NOT_ELIGIBLE' AND %1$s
             GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
            UNION ALL
            SELECT p.village_code, 'NOT_ELIGIBLE', 'NOT_INSTRUCTED', false, false, false, false, false, count(*)
              FROM ineligible_family p WHERE %1$s
             GROUP BY 1
            """;

    private final Database database;
    private final AreasInOrder areas;

    SqlPaymentProgressCounts(Database database, AreasInOrder areas) {
        this.database = database;
        this.areas = areas;
    }

    @Override
    public List<String> regencies(UUID cycleId, String after, int limit) {
        return Stream.of("payment p", "ineligible_family p")
                .flatMap(table -> regencies(table, cycleId, after, limit).stream())
                .distinct()
                .sorted()
                .limit(limit)
                .toList();
    }

    private List<String> regencies(String table, UUID cycleId, String after, int limit) {
        return areas.of(
                table,
                new Conditions().and("p.cycle_id = ?", cycleId),
                REGENCY_CODE_CHARS,
                after.isEmpty() ? null : after,
                limit);
    }

    @Override
    public List<FactCount> of(UUID cycleId, String regency, LocalDate listedUntil) {
        Conditions which =
                new Conditions()
                        .and("p.cycle_id = ?", cycleId)
                        .andAnyAreaCollatedC("p.village_code", List.of(regency));
        return database.queryWithFreshPlan(
                COUNTS.formatted(which.sql()),
                q ->
                        q.bindMap(which.values())
                                .bind("cycle", cycleId)
                                .bind("listedUntil", listedUntil)
                                .map(database.rowsAs(FactCount.class))
                                .list());
    }
}
