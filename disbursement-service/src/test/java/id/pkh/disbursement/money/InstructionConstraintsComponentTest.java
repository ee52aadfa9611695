package id.pkh.disbursement.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import id.pkh.disbursement.BankComponentTest;
import id.pkh.disbursement.instruction.domain.InstructionStatus;
import id.pkh.disbursement.instruction.domain.StatusTrigger;
import id.pkh.disbursement.support.BankApi;
import id.pkh.disbursement.support.TreasuryApi;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The database constraints on instructions, after all migrations. */
@QuarkusTest
class InstructionConstraintsComponentTest extends BankComponentTest {

    @Test
    void theTableOfStepsInTheDatabaseIsThatOfTheCode() {
        Set<String> inCode = new TreeSet<>();
        for (InstructionStatus status : InstructionStatus.values()) {
            for (StatusTrigger trigger : StatusTrigger.values()) {
                status.on(trigger).ifPresent(next -> inCode.add(status + " " + next));
            }
        }
        assertThat(tables.lines("SELECT old_status, new_status FROM instruction_transition"))
                .containsExactlyInAnyOrderElementsOf(inCode);
    }

    @Test
    void theDatabaseLetsAnInstructionChangeOnlyAsTheCodeDoes() {
        familyAt("BRI");
        sentBatch();
        theReturnIsBooked();

        for (InstructionStatus from : InstructionStatus.values()) {
            for (InstructionStatus to : InstructionStatus.values()) {
                put(from);
                Throwable refused =
                        catchThrowable(
                                () ->
                                        tables.execute(
                                                "UPDATE payment_instruction SET status = ?",
                                                to.name()));
                assertThat(refused == null)
                        .as(from + " to " + to)
                        .isEqualTo(from == to || from.leadsTo(to));
            }
        }
    }

    @Test
    void theDatabaseAndTheCodeDeriveTheSameFlagsFromAStatus() {
        familyAt("BRI");
        sentBatch();

        for (InstructionStatus status : InstructionStatus.values()) {
            put(status);
            assertThat(tables.lines("SELECT is_open, is_unsettled FROM payment_instruction"))
                    .as(status.name())
                    .containsExactly(
                            (status.isOpen() ? "t" : "f")
                                    + " "
                                    + (status.isUnsettled() ? "t" : "f"));
        }
    }

    /** Without it the database refuses RETURNED, whatever the status before. */
    private void theReturnIsBooked() {
        tables.execute(
                "INSERT INTO bank_report (report_id, bank, sha256, bytes, filename, kind, namespace, message_id, status, lines,"
                        + " channel, received_by, received_at, finished_at) VALUES (gen_random_uuid(), 'BRI', repeat('0', 64), 1, 'a',"
                        + " 'CAMT_054', 'n', 'm', 'APPLIED', 0, 'BANK', 'x', now(), now())");
        tables.execute(
                "INSERT INTO payment_booking SELECT instruction_id, 'RETURN', current_date, 'R', bank_report.report_id, 1"
                        + " FROM payment_instruction, bank_report");
    }

    private void put(InstructionStatus status) {
        tables.execute("ALTER TABLE payment_instruction DISABLE TRIGGER USER");
        tables.execute("UPDATE payment_instruction SET status = ?", status.name());
        tables.execute("ALTER TABLE payment_instruction ENABLE TRIGGER USER");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE payment_instruction SET status = 'RETURNED'",
                "UPDATE payment_instruction SET status = 'NONSENSE'",
                "UPDATE payment_instruction SET status = NULL",
                "UPDATE payment_instruction SET amount_idr = 1",
                "UPDATE payment_instruction SET kpm_id = gen_random_uuid()",
                "UPDATE payment_instruction SET account_cipher = payee_cipher",
                "DELETE FROM payment_instruction",
                "TRUNCATE payment_instruction CASCADE",
                "UPDATE instruction_history SET new_status = 'CREDITED'",
                "DELETE FROM instruction_history",
                "TRUNCATE instruction_history",
                "INSERT INTO instruction_history (instruction_id, old_status, new_status, source, source_id, recorded_at)"
                        + " SELECT instruction_id, 'SENT', 'CREDITED', 'NONSENSE', 'x', now() FROM payment_instruction",
                "INSERT INTO instruction_history (instruction_id, old_status, new_status, source, source_id, report_line, recorded_at)"
                        + " SELECT instruction_id, 'SENT', 'UNKNOWN', 'TIMEOUT', 'x', 1, now() FROM payment_instruction"
            })
    void theDatabaseProtectsTheStatusOfInstructions(String sql) {
        familyAt("BRI");
        sentBatch();

        assertThat(catchThrowable(() -> tables.execute(sql))).as(sql).isNotNull();
        assertThat(tables.lines("SELECT status, amount_idr FROM payment_instruction"))
                .containsExactly("SENT " + AMOUNT_OF_SD);
        assertThat(tables.number("SELECT count(*) FROM instruction_history")).isEqualTo(1);
    }

    @Test
    void theDatabaseRefusesToSendABatchWithoutAllItsLines() {
        familiesAt("BRI", 2);
        String batch = preparedBatch();
        BankApi.approve(batch, BankApi.hashOf(batch), BankApi.CHECKER).statusCode(200);
        String send =
                "UPDATE payment_batch SET status = 'SENT', sent_by = 'third', sent_at = now()";

        for (String change :
                new String[] {
                    "DELETE FROM payment_instruction WHERE line_no = 2",
                    "UPDATE payment_instruction SET line_no = 3 WHERE line_no = 2",
                    "UPDATE payment_instruction SET status = 'VOIDED' WHERE line_no = 2"
                }) {
            tables.execute("CREATE TABLE kept AS SELECT * FROM payment_instruction");
            tables.execute("ALTER TABLE payment_instruction DISABLE TRIGGER USER");
            tables.execute(change);
            assertThat(catchThrowable(() -> tables.execute(send)))
                    .as(change)
                    .hasStackTraceContaining("without all its lines");
            tables.execute("DELETE FROM payment_instruction");
            tables.execute(
                    "INSERT INTO payment_instruction (instruction_id, payment_id, attempt, batch_id, line_no, kpm_id, cycle_id,"
                            + " village_code, amount_idr, payee_cipher, account_cipher, status, status_at) SELECT instruction_id,"
                            + " payment_id, attempt, batch_id, line_no, kpm_id, cycle_id, village_code, amount_idr, payee_cipher,"
                            + " account_cipher, status, status_at FROM kept");
            tables.execute("ALTER TABLE payment_instruction ENABLE TRIGGER USER");
            tables.execute("DROP TABLE kept");
        }
        assertThat(states()).containsExactly("APPROVED 2");
        TreasuryApi.give(CYCLE, "BRI", 2 * AMOUNT_OF_SD);
        tables.execute(send);
        assertThat(states()).containsExactly("SENT 2");
    }

    @Test
    void theDatabaseRefusesToRejectABatchWithLinesThatMayStillBeSent() {
        familiesAt("BRI", 2);
        preparedBatch();
        String reject =
                "UPDATE payment_batch SET status = 'REJECTED', rejected_by = 'c', rejected_at = now(), rejection_reason = 'r'";

        tables.execute("UPDATE payment_instruction SET status = 'VOIDED' WHERE line_no = 1");
        assertThat(catchThrowable(() -> tables.execute(reject)))
                .hasStackTraceContaining("may still be sent");
        tables.execute("UPDATE payment_instruction SET status = 'VOIDED' WHERE line_no = 2");
        tables.execute(reject);
    }

    /** Only REJECTED, RETURNED and VOIDED allow another attempt. */
    @Test
    void theDatabaseRefusesASecondAttemptBesideOneThatMayBePaid() {
        UUID kpm = familyAt("BRI");
        sentBatch();
        preparingBatchOf(kpm);

        for (InstructionStatus status : InstructionStatus.values()) {
            put(status);
            Throwable refused = catchThrowable(this::secondAttempt);
            assertThat(refused == null).as(status.name()).isEqualTo(!status.isOpen());
            if (refused == null) {
                assertThat(catchThrowable(this::secondAttempt)).as("the same again").isNotNull();
                forgetSecondAttempt();
            } else {
                assertThat(refused).hasStackTraceContaining("payment_instruction_open");
            }
        }
    }

    @Test
    void theDatabaseRefusesAnInstructionInAnotherVillageThanItsPayment() {
        UUID kpm = familyAt("BRI");
        sentBatch();
        preparingBatchOf(kpm);
        put(InstructionStatus.REJECTED);
        tables.execute("ALTER TABLE payment_instruction DISABLE TRIGGER USER");
        tables.execute("UPDATE payment_instruction SET village_code = '18.01.01.1001'");
        tables.execute("ALTER TABLE payment_instruction ENABLE TRIGGER USER");

        assertThat(catchThrowable(this::secondAttempt))
                .hasStackTraceContaining("not that of its payment");
    }

    /** Inserts a second batch as a preparation does. */
    private void preparingBatchOf(UUID kpm) {
        tables.execute(
                "INSERT INTO payment_batch (batch_id, cycle_id, run_id, bank, bic, funding_account, debtor_name, kind, file_no,"
                        + " message_id, status, makers, created_at) SELECT '019d5000-0000-7000-8000-000000000009', cycle_id, run_id, bank,"
                        + " bic, funding_account, debtor_name, 'SUPPLEMENTARY', 2, 'PKH-2', 'PREPARING', makers, now() FROM payment_batch"
                        + " WHERE EXISTS (SELECT 1 FROM payment WHERE kpm_id = ?)",
                kpm);
    }

    private void secondAttempt() {
        tables.execute(
                "INSERT INTO payment_instruction (instruction_id, payment_id, attempt, batch_id, line_no, kpm_id, cycle_id, village_code,"
                        + " amount_idr, payee_cipher, account_cipher, status, status_at) SELECT gen_random_uuid(), payment_id, 2,"
                        + " '019d5000-0000-7000-8000-000000000009', 1, kpm_id, cycle_id, village_code, amount_idr, payee_cipher,"
                        + " account_cipher, 'PLANNED', now() FROM payment_instruction WHERE attempt = 1");
    }

    private void forgetSecondAttempt() {
        tables.execute("ALTER TABLE payment_instruction DISABLE TRIGGER USER");
        tables.execute("DELETE FROM payment_instruction WHERE attempt = 2");
        tables.execute("ALTER TABLE payment_instruction ENABLE TRIGGER USER");
    }
}
