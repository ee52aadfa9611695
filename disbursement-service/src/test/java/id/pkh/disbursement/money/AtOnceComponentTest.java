package id.pkh.disbursement.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import id.pkh.disbursement.BankComponentTest;
import id.pkh.disbursement.support.BankApi;
import id.pkh.disbursement.support.Pain002;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** An act that several requests perform at the same time takes effect once. */
@QuarkusTest
class AtOnceComponentTest extends BankComponentTest {

    private static final int AT_ONCE = 4;
    private static final int PATIENCE_SECONDS = 60;

    private static List<Integer> atOnce(Callable<Integer> one) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                answers.add(threads.submit(one));
            }
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            }
            return statuses.stream().sorted().toList();
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void severalPreparationsMakeOneAttemptOfEachPayment() throws Exception {
        familiesAt("BRI", 9);
        sealedCycle();

        List<Integer> statuses = atOnce(() -> BankApi.prepare(CYCLE).extract().statusCode());

        assertThat(statuses).allMatch(status -> status == 200 || status == 202);
        BankApi.prepare(CYCLE).statusCode(200);
        assertThat(states()).containsExactly("SEALED 9");
        assertThat(tables.number("SELECT count(*) FROM payment_instruction WHERE attempt > 1"))
                .isZero();
        BankApi.money(CYCLE).body("balanced", equalTo(true));
    }

    @Test
    void ofSeveralSimultaneousApprovalsAndSendingsOneSucceeds() throws Exception {
        List<UUID> families = familiesAt("BRI", 3);
        String batch = preparedBatch();
        String hash = BankApi.hashOf(batch);

        assertThat(
                        atOnce(
                                () ->
                                        BankApi.approve(batch, hash, BankApi.CHECKER)
                                                .extract()
                                                .statusCode()))
                .containsExactly(200, 409, 409, 409);
        assertThat(atOnce(() -> BankApi.send(batch, BankApi.SENDER).extract().statusCode()))
                .containsExactly(200, 409, 409, 409);

        for (UUID kpm : families) {
            assertThat(tables.publishedNames(kpm))
                    .containsExactly("entitlement-calculated", "payment-sent");
        }
    }

    @Test
    void theSameReportInSeveralSimultaneousRequestsIsAppliedOnce() throws Exception {
        List<UUID> families = familiesAt("BRI", 4);
        sentBatch();
        Pain002 report = Pain002.answering("PKH-2026T2-BRI-001");
        families.forEach(kpm -> report.line(paymentOf(kpm), "ACCC"));
        byte[] bytes = report.bytes();

        List<Integer> statuses = atOnce(() -> BankApi.report("BRI", bytes).extract().statusCode());

        assertThat(statuses).allMatch(status -> status == 200 || status == 201);
        assertThat(states()).containsExactly("CREDITED 4");
        assertThat(tables.number("SELECT count(*) FROM bank_report")).isEqualTo(1);
        assertThat(tables.number("SELECT count(*) FROM bank_exception")).isZero();
        assertThat(
                        tables.number(
                                "SELECT count(*) FROM outbox WHERE event_type LIKE '%payment-credited%'"))
                .isEqualTo(4);
    }

    @Test
    void ofTwoContradictingSimultaneousReportsOneCountsAndTheOtherOpensAnException()
            throws Exception {
        UUID kpm = familyAt("BRI");
        sentBatch();
        List<byte[]> reports = new ArrayList<>();
        for (String status : List.of("ACCC", "RJCT", "ACCC", "RJCT")) {
            reports.add(
                    Pain002.answering("PKH-2026T2-BRI-001")
                            .line(paymentOf(kpm), status, "AC04")
                            .bytes());
        }
        Iterator<byte[]> next = reports.iterator();

        List<Integer> statuses =
                atOnce(
                        () -> {
                            byte[] report;
                            synchronized (next) {
                                report = next.next();
                            }
                            return BankApi.report("BRI", report).extract().statusCode();
                        });

        assertThat(statuses).containsExactly(201, 201, 201, 201);
        assertThat(states()).hasSize(1);
        assertThat(
                        tables.number(
                                "SELECT count(*) FROM instruction_history WHERE source = 'BANK_REPORT'"))
                .isEqualTo(1);
        assertThat(
                        tables.number(
                                "SELECT count(*) FROM bank_exception WHERE exception_class IN ('STATUS_CONTRADICTS', 'CREDIT_NOT_INSTRUCTED')"))
                .isEqualTo(2);
        BankApi.prepare(CYCLE, true).statusCode(200).body("instructed", equalTo(0));
    }
}
