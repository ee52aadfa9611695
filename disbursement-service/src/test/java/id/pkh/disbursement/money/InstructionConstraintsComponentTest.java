package id.pkh.disbursement.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import id.pkh.disbursement.BankComponentTest;
import id.pkh.disbursement.instruction.domain.InstructionStatus;
import id.pkh.disbursement.money.domain.InstructionPage;
import id.pkh.disbursement.report.domain.LineOutcome;
import id.pkh.disbursement.support.BankApi;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database itself keeps of where instructions stand and of how they came there. */
@QuarkusTest
class InstructionConstraintsComponentTest extends BankComponentTest {

    private static final List<InstructionStatus> OF_A_PAGE =
            List.of(
                    InstructionStatus.SENT,
                    InstructionStatus.ACCEPTED,
                    InstructionStatus.REJECTED,
                    InstructionStatus.UNKNOWN,
                    InstructionStatus.CREDITED,
                    InstructionStatus.RETURNED);

    private static final String MOVE =
            """
            WITH moved AS (
                INSERT INTO instruction_move SELECT batch_id, page_no, last_move + 1, 'SILENCE', 'x', now(), '[]' FROM instruction_page)
            UPDATE instruction_page SET states = convert_to(?, 'UTF8'), last_move = last_move + 1
            """;

    @Test
    void theDatabaseLetsAnInstructionGoOnlyWhereTheCodeDoes() {
        familyAt("BRI");
        sentBatch();

        for (InstructionStatus from : OF_A_PAGE) {
            for (InstructionStatus to : OF_A_PAGE) {
                put(from);
                Throwable refused = catchThrowable(() -> tables.execute(MOVE, letter(to)));
                assertThat(refused == null)
                        .as(from + " to " + to)
                        .isEqualTo(from == to || from.leadsTo(to));
            }
        }
    }

    private void put(InstructionStatus state) {
        tables.execute("ALTER TABLE instruction_page DISABLE TRIGGER USER");
        tables.execute("UPDATE instruction_page SET states = convert_to(?, 'UTF8')", letter(state));
        tables.execute("ALTER TABLE instruction_page ENABLE TRIGGER USER");
    }

    private static String letter(InstructionStatus state) {
        return String.valueOf(InstructionPage.letterOf(state));
    }

    @Test
    void theLettersOfTheDatabaseAreThoseOfTheCode() {
        assertThat(
                        tables.rows(
                                "SELECT chr(n), money_state_of(n) FROM generate_series(1, 255) n WHERE money_state_of(n) IS NOT NULL"))
                .containsExactlyInAnyOrderElementsOf(
                        OF_A_PAGE.stream().map(state -> letter(state) + " " + state).toList());
        assertThat(
                        tables.rows(
                                "SELECT chr(n), line_outcome_of(n) FROM generate_series(1, 255) n WHERE line_outcome_of(n) IS NOT NULL"))
                .containsExactlyInAnyOrderElementsOf(
                        List.of(LineOutcome.values()).stream()
                                .map(outcome -> outcome.letter() + " " + outcome)
                                .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // a step that nothing remembers
                "UPDATE instruction_page SET states = 'C'",
                "UPDATE instruction_page SET states = 'C', last_move = last_move + 1",
                // a letter that is no state, an instruction too many, none at all
                "WITH m AS (INSERT INTO instruction_move SELECT batch_id, page_no, 2, 'SILENCE', 'x', now(), '[]' FROM instruction_page)"
                        + " UPDATE instruction_page SET states = 'X', last_move = 2",
                "WITH m AS (INSERT INTO instruction_move SELECT batch_id, page_no, 2, 'SILENCE', 'x', now(), '[]' FROM instruction_page)"
                        + " UPDATE instruction_page SET states = 'SS', last_move = 2",
                "WITH m AS (INSERT INTO instruction_move SELECT batch_id, page_no, 2, 'SILENCE', 'x', now(), '[]' FROM instruction_page)"
                        + " UPDATE instruction_page SET states = '', last_move = 2",
                "INSERT INTO instruction_page (batch_id, page_no, states, last_move) SELECT batch_id, 1, 'C', 1 FROM instruction_page",
                "INSERT INTO instruction_page (batch_id, page_no, states, last_move) SELECT batch_id, 1, 'S', 1 FROM instruction_page",
                "DELETE FROM instruction_page",
                "DELETE FROM instruction_move",
                "DELETE FROM instruction_names",
                "UPDATE instruction_names SET names = decode(repeat('00', 40), 'hex')",
                "INSERT INTO instruction_names SELECT batch_id, 7, names FROM instruction_names",
                "UPDATE instruction_move SET cause = 'SILENCE', content = '[]'",
                "INSERT INTO instruction_move SELECT batch_id, page_no, 2, 'SENDING', 'x', now(), '[]' FROM instruction_page",
                "INSERT INTO instruction_move SELECT batch_id, page_no, 2, 'SILENCE', 'x', now(), NULL FROM instruction_page",
                "INSERT INTO instruction_move SELECT batch_id, 7, 1, 'SILENCE', 'x', now(), '[]' FROM instruction_page",
                "UPDATE payment_instruction SET amount_idr = 1"
            })
    void theDatabaseKeepsWhereTheMoneyIs(String sql) {
        familyAt("BRI");
        sentBatch();

        assertThat(catchThrowable(() -> tables.execute(sql))).as(sql).isNotNull();
        assertThat(states()).containsExactly("SENT 1");
    }

    @Test
    void theDatabaseLetsNoBatchBeSentWithoutAPlaceForEachInstruction() {
        familiesAt("BRI", 2);
        String batch = preparedBatch();
        BankApi.approve(batch, BankApi.hashOf(batch), BankApi.CHECKER).statusCode(200);
        String send =
                "UPDATE payment_batch SET status = 'SENT', sent_by = 'third', sent_at = now()";
        String withPage =
                "WITH p AS (INSERT INTO instruction_page (batch_id, page_no, states, last_move) SELECT batch_id, 0, convert_to(?, 'UTF8'), 1"
                        + " FROM payment_batch), m AS (INSERT INTO instruction_move SELECT batch_id, 0, 1, 'SENDING', 'x', now() FROM payment_batch),"
                        + " n AS (INSERT INTO instruction_names SELECT batch_id, 0, decode(repeat('00', ?), 'hex') FROM payment_batch) "
                        + send;

        assertThat(catchThrowable(() -> tables.execute(send)))
                .hasStackTraceContaining("without a place");
        assertThat(catchThrowable(() -> tables.execute(withPage, "S", 80)))
                .hasStackTraceContaining("without a place");
        assertThat(catchThrowable(() -> tables.execute(withPage, "SSS", 80)))
                .hasStackTraceContaining("without a place");
        assertThat(catchThrowable(() -> tables.execute(withPage, "SS", 40)))
                .hasStackTraceContaining("without a place");
        assertThat(states()).containsExactly("APPROVED 2");
        tables.execute(withPage, "SS", 80);
        assertThat(states()).containsExactly("SENT 2");
    }

    /** Below REJECTED, RETURNED and VOIDED nothing makes room for another attempt. */
    @Test
    void theDatabaseLetsNoAttemptStandBesideOneThatMayBePaid() {
        UUID kpm = familyAt("BRI");
        sentBatch();
        sealedBatchOf(kpm);

        for (InstructionStatus state : OF_A_PAGE) {
            put(state);
            Throwable refused = catchThrowable(this::secondAttempt);
            assertThat(refused == null).as(state.name()).isEqualTo(!state.isOpen());
            if (refused == null) {
                assertThat(catchThrowable(this::secondAttempt)).as("the same again").isNotNull();
                forgetSecondAttempt();
            } else {
                assertThat(refused).hasStackTraceContaining("may still be paid");
            }
        }
    }

    /** A second batch that is being prepared, as a preparation begins one. */
    private void sealedBatchOf(UUID kpm) {
        tables.execute(
                "INSERT INTO payment_batch (batch_id, cycle_id, run_id, bank, bic, funding_account, debtor_name, kind, file_no,"
                        + " message_id, status, makers, created_at) SELECT '019d5000-0000-7000-8000-000000000009', cycle_id, run_id, bank,"
                        + " bic, funding_account, debtor_name, 'SUPPLEMENTARY', 2, 'PKH-2', 'PREPARING', makers, now() FROM payment_batch"
                        + " WHERE EXISTS (SELECT 1 FROM payment WHERE kpm_id = ?)",
                kpm);
    }

    private void secondAttempt() {
        tables.execute(
                "INSERT INTO payment_instruction SELECT gen_random_uuid(), payment_id, 2, '019d5000-0000-7000-8000-000000000009', 1,"
                        + " kpm_id, cycle_id, village_code, amount_idr, payee_cipher, account_cipher FROM payment_instruction"
                        + " WHERE attempt = 1");
    }

    private void forgetSecondAttempt() {
        tables.execute("ALTER TABLE payment_instruction DISABLE TRIGGER USER");
        tables.execute("DELETE FROM payment_instruction WHERE attempt = 2");
        tables.execute("ALTER TABLE payment_instruction ENABLE TRIGGER USER");
    }
}
