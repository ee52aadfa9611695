package id.pkh.disbursement.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import id.pkh.disbursement.BankComponentTest;
import id.pkh.disbursement.instruction.domain.InstructionStatus;
import id.pkh.disbursement.instruction.domain.StatusTrigger;
import id.pkh.disbursement.support.BankApi;
import id.pkh.disbursement.support.Pain002;
import id.pkh.disbursement.support.StubRegistry;
import id.pkh.testsupport.events.PublishedEvent;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Performs random acts of people and banks in a random order, and checks the invariants: every
 * rupiah has one status, no payment has two open attempts, no payment is sent again before the bank
 * has refused it, and every event is published once.
 */
@QuarkusTest
class MoneyModelComponentTest extends BankComponentTest {

    private static final int STEPS = 63;

    /**
     * Ids are new in every run, so the same seed does not always reach the same state in the same
     * number of steps.
     */
    private static final int MOST_STEPS = 4 * STEPS;

    private static final List<String> STATUSES =
            List.of("ACTC", "ACSP", "ACSC", "ACCC", "ACCC", "ACCC", "RJCT", "RJCT", "PDNG", "CANC");
    private static final List<String> REASONS =
            List.of("AC01", "AC04", "BE01", "AC06", "AM05", "XX01", "TM01");

    private final List<UUID> families = new ArrayList<>();
    private final List<byte[]> reports = new ArrayList<>();
    private final List<String> bankOfReport = new ArrayList<>();
    private final Map<String, String> hashes = new HashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theInvariantsAreKept(long seed) {
        Random dice = new Random(seed);
        families.addAll(familiesAt("BRI", 7));
        families.addAll(familiesAt("BNI", 3));
        families.add(familyWith("BTN", "ANI", null));
        sealedCycle();
        for (int step = 1; step <= STEPS || step <= MOST_STEPS && !hasMuchHappened(); step++) {
            String done = act(dice);
            String when = "seed " + seed + ", step " + step + ": " + done;
            check(when);
            if (step % 9 == 0) {
                checkEvents(when);
            }
        }
        checkThatMuchHasHappened();
    }

    private String act(Random dice) {
        return switch (dice.nextInt(14)) {
            case 0, 1 -> {
                BankApi.prepare(CYCLE, dice.nextInt(4) > 0).statusCode(200);
                yield "prepare";
            }
            case 2, 3 -> onBatch(dice, "PREPARED", this::approve);
            case 4, 5 -> onBatch(dice, "APPROVED", this::send);
            case 6 ->
                    dice.nextInt(4) == 0 ? onBatch(dice, "PREPARED", this::reject) : silence(dice);
            case 7 -> resolve(dice);
            case 13 -> correct();
            default -> answer(dice);
        };
    }

    private String onBatch(Random dice, String status, Consumer<String> action) {
        List<String> batches =
                tables.lines(
                        "SELECT batch_id FROM payment_batch WHERE status = ? ORDER BY batch_id",
                        status);
        if (!batches.isEmpty()) {
            action.accept(batches.get(dice.nextInt(batches.size())));
        }
        return "on a batch that is " + status;
    }

    private void approve(String batch) {
        hashes.put(batch, BankApi.hashOf(batch));
        BankApi.approve(batch, hashes.get(batch), BankApi.CHECKER).statusCode(200);
    }

    /** The approval or sending is refused if the bank's reports contradict each other by then. */
    private void send(String batch) {
        int status = BankApi.send(batch, BankApi.SENDER).extract().statusCode();
        assertThat(status).isIn(200, 409);
        if (status == 200) {
            assertThat(BankApi.hashOf(batch)).isEqualTo(hashes.get(batch));
        }
    }

    private void reject(String batch) {
        BankApi.reject(batch, BankApi.CHECKER).statusCode(200);
    }

    /** A batch whose file was fetched may be at the bank, so it can no longer be rejected. */
    private void fetchOrReject(String batch) {
        if (batch.charAt(35) % 2 == 0) {
            int status = BankApi.file(Caller.officer(), batch).extract().statusCode();
            assertThat(status).isIn(200, 409);
        }
        boolean given =
                tables.number(
                                "SELECT count(*) FROM payment_batch WHERE batch_id = ?::uuid AND file_given_at IS NOT NULL",
                                batch)
                        == 1;
        BankApi.reject(batch, BankApi.CHECKER).statusCode(given ? 409 : 200);
    }

    private String silence(Random dice) {
        if (dice.nextInt(4) == 0) {
            Caller.officer().post("/bank-reports/overdue").statusCode(200);
            return "silence";
        }
        UUID kpm = families.get(families.size() - 1);
        StubRegistry.knows(kpm, "BRI", "ANI", dice.nextBoolean() ? "0077777777" : null);
        return "another account";
    }

    private String correct() {
        tables.lines(
                        "SELECT kpm_id FROM bank_exception WHERE exception_class = 'CORRECTION_PENDING' AND state <> 'RESOLVED'")
                .forEach(kpm -> accountConfirmed(UUID.fromString(kpm)));
        return "accounts are confirmed";
    }

    private String resolve(Random dice) {
        List<String> open =
                tables.lines(
                        "SELECT exception_id, exception_class FROM bank_exception WHERE state <> 'RESOLVED' ORDER BY exception_id");
        if (!open.isEmpty()) {
            String[] one = open.get(dice.nextInt(open.size())).split(" ");
            boolean disputed =
                    List.of(
                                    "CREDIT_NOT_INSTRUCTED",
                                    "STATUS_CONTRADICTS",
                                    "REFUSAL_UNCLEAR",
                                    "DUPLICATE_CREDIT")
                            .contains(one[1]);
            String finding =
                    disputed
                            ? ",\"finding\":\"" + (dice.nextBoolean() ? "PAID" : "NOT_PAID") + '"'
                            : "";
            BankApi.resolve(
                            one[0],
                            "one",
                            "{\"reason\":\"looked into it\",\"evidence\":\"letter 5\""
                                    + finding
                                    + "}")
                    .statusCode(200);
            BankApi.confirm(one[0], "two").statusCode(200);
        }
        return "resolve";
    }

    private String answer(Random dice) {
        if (!reports.isEmpty() && dice.nextInt(5) == 0) {
            int again = dice.nextInt(reports.size());
            BankApi.report(bankOfReport.get(again), reports.get(again)).statusCode(200);
            return "the same report again";
        }
        List<String> sent =
                tables.lines(
                        "SELECT message_id, bank, batch_id FROM payment_batch WHERE status = 'SENT' ORDER BY message_id");
        if (sent.isEmpty()) {
            return "nothing to answer";
        }
        String[] batch = sent.get(dice.nextInt(sent.size())).split(" ");
        Pain002 report = Pain002.answering(batch[0]);
        List<String> instructions =
                tables.lines(
                        "SELECT instruction_id, payment_id FROM payment_instruction WHERE batch_id = ?::uuid ORDER BY line_no",
                        batch[2]);
        int lines = 1 + dice.nextInt(6);
        for (int i = 0; i < lines; i++) {
            line(report, instructions.get(dice.nextInt(instructions.size())).split(" "), dice);
        }
        reports.add(report.bytes());
        bankOfReport.add(batch[1]);
        BankApi.report(batch[1], report.bytes()).statusCode(201);
        return "a report";
    }

    private static void line(Pain002 report, String[] ids, Random dice) {
        String status = STATUSES.get(dice.nextInt(STATUSES.size()));
        String reason = status.equals("RJCT") ? REASONS.get(dice.nextInt(REASONS.size())) : null;
        String payment = dice.nextInt(12) == 0 ? UUID.randomUUID().toString() : ids[1];
        String amount = dice.nextInt(12) == 0 ? "1.00" : dice.nextBoolean() ? "225000.00" : null;
        report.line(
                dice.nextBoolean() ? ids[0] : null, payment, status, reason, amount, "IDR", null);
    }

    /** A seed after which hardly anything happened must not count as a success. */
    private void checkThatMuchHasHappened() {
        assertThat(statesReached()).isGreaterThanOrEqualTo(4);
        assertThat(linesReported()).isGreaterThan(20);
        assertThat(secondAttempts()).isPositive();
    }

    private boolean hasMuchHappened() {
        return statesReached() >= 4 && linesReported() > 20 && secondAttempts() > 0;
    }

    private long statesReached() {
        return tables.number("SELECT count(DISTINCT new_status) FROM instruction_history");
    }

    private long linesReported() {
        return tables.number("SELECT count(*) FROM bank_report_line");
    }

    private long secondAttempts() {
        return tables.number("SELECT count(*) FROM payment_instruction WHERE attempt > 1");
    }

    private void check(String when) {
        BankApi.money(CYCLE)
                .body("balanced", equalTo(true))
                .body("sealed_payments", equalTo(families.size()));
        assertThat(
                        tables.lines(
                                "SELECT payment_id FROM payment_instruction WHERE status NOT IN ('REJECTED', 'RETURNED', 'VOIDED')"
                                        + " GROUP BY payment_id HAVING count(*) > 1"))
                .as("%s: two open attempts", when)
                .isEmpty();
        assertThat(
                        tables.lines(
                                "SELECT b.payment_id FROM payment_instruction a JOIN payment_instruction b USING (payment_id)"
                                        + " WHERE a.attempt < b.attempt AND a.status NOT IN ('REJECTED', 'RETURNED', 'VOIDED')"))
                .as("%s: an attempt after one that was not refused", when)
                .isEmpty();
        assertThat(
                        tables.lines(
                                "SELECT i.payment_id FROM payment_instruction i JOIN bank_exception e USING (payment_id)"
                                        + " JOIN payment_batch b ON b.batch_id = i.batch_id"
                                        + " WHERE e.finding = 'PAID' AND e.state = 'RESOLVED' AND b.file_given_at IS NULL AND b.sent_at > e.resolved_at"))
                .as("%s: sent although found to be paid", when)
                .isEmpty();
        assertThat(
                        tables.lines(
                                "SELECT a.payment_id FROM payment_instruction a JOIN payment_instruction b USING (payment_id)"
                                        + " JOIN bank_reason_correction r ON r.reason = a.status_reason"
                                        + " JOIN payment_batch p ON p.batch_id = b.batch_id"
                                        + " WHERE a.attempt < b.attempt AND a.status IN ('REJECTED', 'RETURNED')"
                                        + " AND NOT EXISTS (SELECT FROM bank_exception e WHERE e.instruction_id = a.instruction_id"
                                        + " AND e.exception_class = 'CORRECTION_PENDING' AND e.resolved_at <= p.created_at)"))
                .as("%s: sent again before it was corrected", when)
                .isEmpty();
        checkHistories(when);
    }

    private void checkHistories(String when) {
        Map<String, String> reached = new HashMap<>();
        for (String row :
                tables.lines(
                        "SELECT instruction_id, old_status, new_status FROM instruction_history ORDER BY instruction_history_id")) {
            String[] step = row.split(" ");
            assertThat(reached.getOrDefault(step[0], "PLANNED")).as(when).isEqualTo(step[1]);
            assertThat(
                            Arrays.stream(StatusTrigger.values())
                                    .map(InstructionStatus.valueOf(step[1])::on)
                                    .flatMap(Optional::stream)
                                    .map(Enum::name))
                    .as(when)
                    .contains(step[2]);
            reached.put(step[0], step[2]);
        }
        assertThat(reached)
                .as(when)
                .isEqualTo(
                        tables
                                .lines(
                                        "SELECT instruction_id, status FROM payment_instruction WHERE status <> 'PLANNED'")
                                .stream()
                                .map(row -> row.split(" "))
                                .collect(Collectors.toMap(row -> row[0], row -> row[1])));
    }

    private void checkEvents(String when) {
        for (UUID kpm : families) {
            List<PublishedEvent> told = tables.published(kpm);
            for (int i = 0; i < told.size(); i++) {
                assertThat(told.get(i).sequence()).as(when).isEqualTo(i + 1);
            }
            for (String[] pair :
                    new String[][] {
                        {"payment-sent", "SENT"},
                        {"payment-credited", "CREDITED"},
                        {"payment-rejected", "REJECTED"},
                        {"payment-outcome-unknown", "UNKNOWN"}
                    }) {
                assertThat(told.stream().filter(event -> event.name().equals(pair[0])).count())
                        .as("%s: %s", when, pair[0])
                        .isEqualTo(
                                tables.number(
                                        "SELECT count(*) FROM instruction_history h JOIN payment_instruction i USING (instruction_id)"
                                                + " WHERE i.kpm_id = ? AND h.new_status = ?",
                                        kpm,
                                        pair[1]));
            }
        }
    }
}
