package id.pkh.disbursement.snap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import id.pkh.disbursement.BankComponentTest;
import id.pkh.disbursement.batch.domain.MessageId;
import id.pkh.disbursement.support.StubSnapBank;
import id.pkh.platform.security.Roles;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class BankInquiryComponentTest extends BankComponentTest {

    private static final Caller OFFICER = Caller.as(Roles.MINISTRY_OFFICER, "*");

    private String sentPaymentAt(String bank) {
        UUID family = familyAt(bank);
        sentBatch();
        return paymentOf(family);
    }

    private static ValidatableResponse ask(String payment) {
        return OFFICER.post("/payments/" + payment + "/inquiries");
    }

    @Test
    void theBankSaysThatItPaidAndNoMoneyMoves() {
        String payment = sentPaymentAt(StubSnapBank.BANK);
        StubSnapBank.answers(
                200,
                """
                {"responseCode":"2003600","responseMessage":"Successful","originalReferenceNo":"BTN-1","latestTransactionStatus":"00"}""");

        ask(payment)
                .statusCode(201)
                .body("state", equalTo("PAID"))
                .body("bank", equalTo("BTN"))
                .body("response_code", equalTo("2003600"))
                .body("bank_ref", equalTo("BTN-1"));

        assertThat(StubSnapBank.asked()).isEqualTo(MessageId.reference(UUID.fromString(payment)));
        assertThat(states()).containsExactly("SENT 1");
    }

    @Test
    void everyQuestionHasANumberOfItsOwnAndStaysOnRecord() {
        String payment = sentPaymentAt(StubSnapBank.BANK);
        StubSnapBank.answers(
                200, "{\"responseCode\":\"2003600\",\"latestTransactionStatus\":\"03\"}");
        ask(payment).body("state", equalTo("IN_PROGRESS"));
        String first = StubSnapBank.external();
        StubSnapBank.answers(
                200, "{\"responseCode\":\"2003600\",\"latestTransactionStatus\":\"06\"}");
        ask(payment).body("state", equalTo("NOT_PAID"));

        assertThat(StubSnapBank.external()).matches("[0-9]{18}").isNotEqualTo(first);
        OFFICER.get("/payments/" + payment + "/inquiries")
                .statusCode(200)
                .body("state", contains("NOT_PAID", "IN_PROGRESS"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500 | {\"responseCode\":\"5003600\"}",
                "200 | not json",
                "200 | {\"responseCode\":\"2003600\",\"latestTransactionStatus\":\"99\"}",
                "200 | []",
                "302 | {}"
            })
    void anAnswerThatSaysNothingIsNone(int status, String json) {
        String payment = sentPaymentAt(StubSnapBank.BANK);
        StubSnapBank.answers(status, json);

        ask(payment).statusCode(201).body("state", equalTo("NO_ANSWER"));

        assertThat(states()).containsExactly("SENT 1");
    }

    @Test
    void aLongAnswerIsNotRead() {
        String payment = sentPaymentAt(StubSnapBank.BANK);
        StubSnapBank.answers(
                200,
                "{\"responseCode\":\"2003600\",\"latestTransactionStatus\":\"00\",\"more\":\"%s\"}"
                        .formatted("x".repeat(70_000)));

        ask(payment).body("state", equalTo("NO_ANSWER")).body("response_code", nullValue());
    }

    @Test
    void aBankWithoutThisInterfaceCannotBeAsked() {
        String payment = sentPaymentAt("BNI");

        ask(payment).statusCode(409).body("code", equalTo("BANK_NOT_ASKABLE"));
        OFFICER.get("/payments/" + payment + "/inquiries").body("", hasSize(0));
    }

    @Test
    void onlyAPaymentThatIsOpenAtTheBankIsAskedAbout() {
        UUID family = familyAt(StubSnapBank.BANK);
        preparedBatch();

        ask(paymentOf(family)).statusCode(409).body("code", equalTo("PAYMENT_NOT_OPEN_AT_BANK"));
        ask(UUID.randomUUID().toString()).statusCode(404);
        Caller.as(Roles.DATA_ADMINISTRATOR, "*")
                .post("/payments/" + paymentOf(family) + "/inquiries")
                .statusCode(403);
    }

    @Test
    void anAnswerIsFinal() {
        String payment = sentPaymentAt(StubSnapBank.BANK);
        StubSnapBank.answers(
                200, "{\"responseCode\":\"2003600\",\"latestTransactionStatus\":\"00\"}");
        ask(payment);

        assertThatThrownBy(() -> tables.execute("UPDATE bank_inquiry SET state = 'NOT_PAID'"))
                .hasStackTraceContaining("answered once");
    }
}
