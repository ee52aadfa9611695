package id.pkh.disbursement.payment.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.disbursement.BankComponentTest;
import id.pkh.disbursement.instruction.domain.StatusAtBank;
import id.pkh.disbursement.payment.PaymentLists.Filter;
import id.pkh.disbursement.payment.PaymentLists.ListPosition;
import id.pkh.disbursement.support.BankApi;
import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.AreaScope;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How the database reads a page of the list when the cycle has many payments. */
@QuarkusTest
class PaymentListPlansComponentTest extends BankComponentTest {

    private static final int PAYMENTS = 20_000;
    private static final List<String> TABLES =
            List.of("payment", "payment_instruction", "payment_batch");

    /** One payment in a hundred is held, and as many have no instruction. */
    private static final List<String> FILL =
            List.of(
                    "INSERT INTO payment_family (kpm_id) SELECT md5('kpm' || n)::uuid FROM generate_series(1, %1$d) n",
                    """
                    INSERT INTO payment (payment_id, kpm_id, cycle_id, kind, village_code, amount_idr, status, warned, reasons,
                                         blocked_by, lines, steps, created_at, changed_at)
                    SELECT md5('payment' || n)::uuid, md5('kpm' || n)::uuid, cycle_id, kind,
                           (11 + n %% 34) || '.' || (10 + n %% 47) || '.01.1001', amount_idr,
                           CASE n %% 100 WHEN 0 THEN 'HELD' ELSE status END, n %% 500 = 1, reasons,
                           CASE n %% 100 WHEN 0 THEN ARRAY[payment_id] ELSE '{}' END, lines, steps, created_at, changed_at
                      FROM payment, generate_series(1, %1$d) n
                    """,
                    """
                    INSERT INTO payment_instruction (instruction_id, payment_id, attempt, batch_id, line_no, kpm_id, cycle_id,
                           village_code, amount_idr, payee_cipher, account_cipher, status, status_at, status_reason)
                    SELECT gen_random_uuid(), md5('payment' || n)::uuid, 1, batch_id, n + 1, p.kpm_id, p.cycle_id, p.village_code,
                           p.amount_idr, payee_cipher, account_cipher, CASE n %% 99 WHEN 1 THEN 'REJECTED' ELSE 'CREDITED' END,
                           status_at, CASE n %% 99 WHEN 1 THEN 'ACCOUNT_CLOSED' END
                      FROM payment_instruction i, generate_series(1, %1$d) n
                      JOIN payment p ON p.payment_id = md5('payment' || n)::uuid
                     WHERE n %% 100 > 1
                    """,
                    "VACUUM (ANALYZE) payment, payment_instruction, payment_batch");

    @Inject Database database;

    @Test
    void noFilterReadsATableFromItsBeginningToItsEnd() {
        UUID cycleId = manyPayments();

        for (ListPosition after : new ListPosition[] {null, inTheMiddle()}) {
            isReadByIndex(new Wanted(cycleId, after));
            isReadByIndex(new Wanted(cycleId, after).status("HELD"));
            isReadByIndex(new Wanted(cycleId, after).status("FORFEITED"));
            isReadByIndex(new Wanted(cycleId, after).warned());
            isReadByIndex(new Wanted(cycleId, after).bank("BRI"));
            isReadByIndex(new Wanted(cycleId, after).area("17.18"));
            isReadByIndex(new Wanted(cycleId, after).refusal("ACCOUNT_CLOSED"));
            isReadByIndex(new Wanted(cycleId, after).refusal("NAME_DIFFERS"));
            for (StatusAtBank status :
                    List.of(
                            StatusAtBank.NOT_INSTRUCTED,
                            StatusAtBank.REJECTED,
                            StatusAtBank.UNKNOWN,
                            StatusAtBank.CREDITED)) {
                isReadByIndex(new Wanted(cycleId, after).atBank(status));
            }
        }
    }

    @Test
    void paymentsInNoBatchAreFoundInTwoIndexes() {
        UUID cycleId = manyPayments();

        assertThat(plan(new Wanted(cycleId, null).atBank(StatusAtBank.NOT_INSTRUCTED).filter()))
                .contains("Index Only Scan using payment_list ")
                .contains("Index Only Scan using payment_instruction_list ");
    }

    private UUID manyPayments() {
        familyAt("BRI");
        String batch = preparedBatch();
        BankApi.approveAndSend(batch);
        TABLES.forEach(table -> tables.execute("ALTER TABLE " + table + " DISABLE TRIGGER USER"));
        FILL.forEach(sql -> tables.execute(sql.formatted(PAYMENTS)));
        TABLES.forEach(table -> tables.execute("ALTER TABLE " + table + " ENABLE TRIGGER USER"));
        return UUID.fromString(tables.lines("SELECT cycle_id FROM payment_cycle").get(0));
    }

    private static ListPosition inTheMiddle() {
        return new ListPosition("28.10.01.1001", new UUID(0, 0), "REGULAR");
    }

    private void isReadByIndex(Wanted wanted) {
        assertThat(plan(wanted.filter()))
                .as(wanted.toString())
                .doesNotContain("Seq Scan on payment p")
                .doesNotContain("Seq Scan on payment_instruction");
    }

    private String plan(Filter filter) {
        List<UUID> batches = List.of();
        if (PaymentListQuery.dependsOnBatches(filter)) {
            Conditions where = PaymentListQuery.batchesOf(filter);
            batches =
                    database.query(
                            "SELECT batch_id FROM payment_batch WHERE " + where.sql(),
                            q -> q.bindMap(where.values()).mapTo(UUID.class).list());
            assertThat(batches).isNotEmpty();
        }
        PaymentListQuery page = new PaymentListQuery(filter, batches);
        List<String> plan =
                database.queryWithFreshPlan(
                        "EXPLAIN " + page.sql(),
                        q ->
                                q.bindMap(page.values())
                                        .bind("limit", filter.limit() + 1)
                                        .mapTo(String.class)
                                        .list());
        return String.join("\n", plan);
    }

    /** A filter, built step by step. */
    private record Wanted(
            UUID cycleId,
            ListPosition after,
            String status,
            String bank,
            StatusAtBank atBank,
            String refusal,
            String area,
            Boolean onlyWarned) {

        Wanted(UUID cycleId, ListPosition after) {
            this(cycleId, after, null, null, null, null, null, null);
        }

        Wanted status(String wanted) {
            return new Wanted(cycleId, after, wanted, null, null, null, null, null);
        }

        Wanted bank(String wanted) {
            return new Wanted(cycleId, after, null, wanted, null, null, null, null);
        }

        Wanted atBank(StatusAtBank wanted) {
            return new Wanted(cycleId, after, null, null, wanted, null, null, null);
        }

        Wanted refusal(String wanted) {
            return new Wanted(cycleId, after, null, null, null, wanted, null, null);
        }

        Wanted area(String wanted) {
            return new Wanted(cycleId, after, null, null, null, null, wanted, null);
        }

        Wanted warned() {
            return new Wanted(cycleId, after, null, null, null, null, null, true);
        }

        Filter filter() {
            return new Filter(
                    cycleId,
                    status,
                    bank,
                    atBank,
                    refusal,
                    area == null ? null : AreaScope.of(List.of(area)),
                    onlyWarned,
                    null,
                    AreaScope.everywhere(),
                    after,
                    100);
        }
    }
}
