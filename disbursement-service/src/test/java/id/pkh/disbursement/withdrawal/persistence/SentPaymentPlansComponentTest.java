package id.pkh.disbursement.withdrawal.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.disbursement.BankComponentTest;
import id.pkh.disbursement.support.BankApi;
import id.pkh.disbursement.withdrawal.SentPayments.Position;
import id.pkh.disbursement.withdrawal.SentPayments.Selection;
import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.AreaScope;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How a window of the walk is read among many payments, nine in ten of them reported. */
@QuarkusTest
class SentPaymentPlansComponentTest extends BankComponentTest {

    private static final int PAYMENTS = 50_000;

    private static final List<String> TABLES =
            List.of("payment", "payment_instruction", "withdrawal_report");

    private static final List<String> FILL =
            List.of(
                    "INSERT INTO payment_family (kpm_id) SELECT md5('kpm' || n)::uuid FROM generate_series(1, %1$d) n",
                    """
                    INSERT INTO payment (payment_id, kpm_id, cycle_id, kind, village_code, amount_idr, status, warned, reasons,
                                         blocked_by, lines, steps, created_at, changed_at)
                    SELECT md5('payment' || n)::uuid, md5('kpm' || n)::uuid, cycle_id, kind,
                           (11 + n %% 34) || '.' || (10 + n %% 47) || '.01.1001', amount_idr, status, false, reasons,
                           '{}', lines, steps, created_at, changed_at
                      FROM payment, generate_series(1, %1$d) n
                    """,
                    """
                    INSERT INTO payment_instruction (instruction_id, payment_id, attempt, batch_id, line_no, kpm_id, cycle_id,
                           village_code, amount_idr, payee_cipher, account_cipher, status, status_at)
                    SELECT gen_random_uuid(), p.payment_id, 1, batch_id, n + 1, p.kpm_id, p.cycle_id, p.village_code,
                           p.amount_idr, payee_cipher, account_cipher, 'CREDITED', status_at
                      FROM payment_instruction i, generate_series(1, %1$d) n
                      JOIN payment p ON p.payment_id = md5('payment' || n)::uuid
                    """,
                    """
                    INSERT INTO withdrawal_report (report_id, payment_id, revision, kpm_id, cycle_id, village_code, outcome,
                           amount_idr, occurred_on, channel, evidence_kind, is_sampled, reported_by, recorded_at)
                    SELECT gen_random_uuid(), p.payment_id, 1, p.kpm_id, p.cycle_id, p.village_code, 'WITHDRAWN', p.amount_idr,
                           current_date, 'ATM', 'NONE', false, 'somebody', now() + interval '1 day'
                      FROM generate_series(1, %1$d) n JOIN payment p ON p.payment_id = md5('payment' || n)::uuid
                     WHERE n %% 10 > 0
                    """,
                    "VACUUM (ANALYZE) payment, payment_instruction, withdrawal_report");

    @Inject Database database;

    @Test
    void aWindowIsReadByIndexWithItsReports() {
        UUID cycleId = manyPayments();
        for (Position from :
                new Position[] {
                    null, new Position("28.10.01.1001", new UUID(0, 0), new UUID(0, 0))
                }) {
            for (AreaScope scope :
                    List.of(AreaScope.everywhere(), AreaScope.of(List.of("17.18", "28.10")))) {
                assertThat(plan(new Selection(cycleId, null, scope), from))
                        .as("%s %s", scope, from)
                        .contains(" payment_instruction_list ")
                        .contains("using withdrawal_report_payment_id_revision_key")
                        .doesNotContain("Seq Scan on payment_instruction")
                        .doesNotContain("Seq Scan on withdrawal_report");
            }
        }
    }

    private UUID manyPayments() {
        familyAt("BRI");
        BankApi.approveAndSend(preparedBatch());
        TABLES.forEach(table -> tables.execute("ALTER TABLE " + table + " DISABLE TRIGGER USER"));
        FILL.forEach(sql -> tables.execute(sql.formatted(PAYMENTS)));
        TABLES.forEach(table -> tables.execute("ALTER TABLE " + table + " ENABLE TRIGGER USER"));
        return UUID.fromString(tables.text("SELECT cycle_id::text FROM payment_cycle"));
    }

    private String plan(Selection selection, Position from) {
        Conditions where = SqlSentPayments.from(selection, from);
        List<String> plan =
                database.queryWithFreshPlan(
                        "EXPLAIN " + SqlSentPayments.windowOf(where),
                        q ->
                                q.bindMap(where.values())
                                        .bind("limit", 5_000)
                                        .mapTo(String.class)
                                        .list());
        return String.join("\n", plan);
    }
}
