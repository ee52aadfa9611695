package id.pkh.disbursement.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import id.pkh.disbursement.BankComponentTest;
import id.pkh.disbursement.support.BankApi;
import id.pkh.disbursement.support.Camt054;
import id.pkh.disbursement.support.Pain002;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a bank tells again, or late: none of it may free a payment that the family has. */
@QuarkusTest
class RepeatedBookingComponentTest extends BankComponentTest {

    private static final String AMOUNT = "225000.00";

    private Camt054 notice() {
        return Camt054.of(
                tables.text(
                        "SELECT DISTINCT funding_account FROM payment_batch WHERE bank = 'BRI'"));
    }

    /** Taken for the new attempt, it would free a payment that has just been paid. */
    @Test
    void aReturnThatIsNotifiedAgainAfterThePaymentWasSentAgainIsOfTheFormerAttempt() {
        UUID kpm = familyAt("BRI");
        sentBatch();
        BankApi.report(
                        "BRI",
                        notice().credit(paymentOf(kpm), AMOUNT, "R1")
                                .back(paymentOf(kpm), AMOUNT, "R2", "AC04")
                                .bytes())
                .statusCode(201);
        accountConfirmed(kpm);
        BankApi.prepare(CYCLE, true).statusCode(200).body("instructed", equalTo(1));
        BankApi.approveAndSend(BankApi.batchIds(CYCLE).get(1));
        BankApi.report("BRI", notice().credit(paymentOf(kpm), AMOUNT, "R3").bytes())
                .statusCode(201);

        BankApi.report(
                        "BRI",
                        notice().credit(paymentOf(kpm), AMOUNT, "R1")
                                .back(paymentOf(kpm), AMOUNT, "R2", "AC04")
                                .credit(paymentOf(kpm), AMOUNT, "R3")
                                .bytes())
                .statusCode(201)
                .body("outcomes.DUPLICATE", equalTo(3));

        assertThat(tables.lines("SELECT attempt, status FROM instruction_status ORDER BY 1"))
                .containsExactly("1 RETURNED", "2 CREDITED");
        BankApi.exceptions("?open=true").body("items", hasSize(0));
        BankApi.prepare(CYCLE, true).statusCode(200).body("instructed", equalTo(0));
    }

    /** Credited, returned and credited: the return is told last, and the family has the money. */
    @Test
    void aReturnThatIsToldAfterASecondCreditFreesNothingBeforePeopleHaveAsked() {
        UUID kpm = familyAt("BRI");
        sentBatch();
        BankApi.report("BRI", notice().credit(paymentOf(kpm), AMOUNT, "R1").bytes())
                .statusCode(201);
        BankApi.report("BRI", notice().credit(paymentOf(kpm), AMOUNT, "R3").bytes())
                .statusCode(201);
        BankApi.report("BRI", notice().back(paymentOf(kpm), AMOUNT, "R2", "AC04").bytes())
                .statusCode(201);
        assertThat(states()).containsExactly("RETURNED 1");

        BankApi.prepare(CYCLE, true).statusCode(200).body("instructed", equalTo(0));
        BankApi.resolve(BankApi.openOf("DUPLICATE_CREDIT"), "one", "{\"reason\":\"asked\"}")
                .statusCode(422)
                .body("code", equalTo("FINDING_INVALID"));
        BankApi.twoFind("PAID", BankApi.openOf("DUPLICATE_CREDIT"));
        BankApi.prepare(CYCLE, true).statusCode(200).body("instructed", equalTo(0));
    }

    /** A clear refusal follows one that is asked about, and the bank had paid. */
    @Test
    void aRefusalThatIsAskedAboutFreesNothingWhateverFollows() {
        UUID kpm = familyAt("BRI");
        sentBatch();
        for (String reason : List.of("XX99", "AC04")) {
            BankApi.report(
                            "BRI",
                            Pain002.answering("PKH-2026T2-BRI-001")
                                    .line(paymentOf(kpm), "RJCT", reason)
                                    .bytes())
                    .statusCode(201);
        }
        assertThat(states()).containsExactly("REJECTED 1");

        BankApi.prepare(CYCLE, true).statusCode(200).body("instructed", equalTo(0));
        BankApi.twoFind("PAID", BankApi.openOf("REFUSAL_UNCLEAR"));
        BankApi.prepare(CYCLE, true).statusCode(200).body("instructed", equalTo(0));
    }
}
