package id.pkh.disbursement.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import id.pkh.disbursement.BankComponentTest;
import id.pkh.disbursement.support.Api;
import id.pkh.disbursement.support.BankApi;
import id.pkh.disbursement.support.FactEvents;
import id.pkh.disbursement.support.Pain002;
import id.pkh.disbursement.support.StubRegistry;
import id.pkh.platform.security.Roles;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The status at the bank in the list of payments and in a single payment. */
@QuarkusTest
class PaymentAtBankComponentTest extends BankComponentTest {

    @Test
    void aPaymentShowsItsLatestAttemptFromTheBatchToTheBanksAnswer() {
        UUID kpm = familyAt("BRI");
        sealedCycle();
        Api.payments(CYCLE, "").body("items[0].attempt", nullValue());
        assertThat(families("?bank_status=NOT_INSTRUCTED")).containsExactly(kpm);

        BankApi.prepare(CYCLE).statusCode(200);
        String batch = BankApi.batchIds(CYCLE).get(0);
        shows("SEALED", 1);
        BankApi.approve(batch, BankApi.hashOf(batch), BankApi.CHECKER).statusCode(200);
        shows("APPROVED", 1);
        BankApi.send(batch, BankApi.SENDER).statusCode(200);
        shows("SENT", 1);
        BankApi.report(
                        "BRI",
                        Pain002.answering("PKH-2026T2-BRI-001")
                                .line(null, paymentOf(kpm), "RJCT", "AC04", null, null, "R-1")
                                .bytes())
                .statusCode(201);
        shows("REJECTED", 1);
        Caller.as(Roles.FACILITATOR, FactEvents.VILLAGE)
                .get("/payments/" + paymentOf(kpm))
                .statusCode(200)
                .body("payment.attempt.bank", equalTo("BRI"))
                .body("payment.attempt.status", equalTo("REJECTED"))
                .body("payment.attempt.reason", equalTo("ACCOUNT_CLOSED"))
                .body("payment.attempt.bank_ref", equalTo("R-1"))
                .body("payment.attempt.status_at", notNullValue());
        Caller.as(Roles.FACILITATOR, FactEvents.OTHER_VILLAGE)
                .get("/payments/" + paymentOf(kpm))
                .statusCode(404);

        StubRegistry.knows(kpm, "BRI", "SITI", "009999999999999");
        accountConfirmed(kpm);
        BankApi.prepare(CYCLE, true).statusCode(200);
        shows("SEALED", 2);
        assertThat(families("?bank_reason=ACCOUNT_CLOSED")).isEmpty();
        BankApi.reject(BankApi.batchIds(CYCLE).get(1), BankApi.CHECKER).statusCode(200);
        shows("REJECTED", 1);
    }

    @Test
    void filtersByTheBankItsStatusAndItsReason() {
        UUID closed = familyAt("BRI");
        UUID credited = familyAt("BRI");
        UUID silent = familyAt("BNI");
        UUID withoutAccount = familyWith("BNI", "SITI", null);
        UUID nothing = knownFamily();
        sealedCycle();
        BankApi.prepare(CYCLE).statusCode(200);
        BankApi.batchIds(CYCLE).forEach(BankApi::approveAndSend);
        BankApi.report(
                        "BRI",
                        Pain002.answering("PKH-2026T2-BRI-001")
                                .line(paymentOf(closed), "RJCT", "AC04")
                                .line(paymentOf(credited), "ACCC")
                                .bytes())
                .statusCode(201);

        assertThat(families("?bank_status=REJECTED")).containsExactly(closed);
        assertThat(families("?bank_status=CREDITED")).containsExactly(credited);
        assertThat(families("?bank_status=SENT")).containsExactly(silent);
        assertThat(families("?bank_status=NOT_INSTRUCTED")).containsExactly(withoutAccount);
        assertThat(families("?bank_status=UNKNOWN")).isEmpty();
        assertThat(families("?bank=BRI")).containsExactlyInAnyOrder(closed, credited);
        assertThat(families("?bank=BNI")).containsExactly(silent);
        assertThat(families("?bank=BRI&bank_status=SENT")).isEmpty();
        assertThat(families("?bank=BTN")).isEmpty();
        assertThat(families("?bank=BRI&bank_status=SEALED")).isEmpty();
        assertThat(families("?bank_status=NOT_INSTRUCTED&bank=BNI")).isEmpty();
        assertThat(families("?bank_status=NOT_INSTRUCTED&bank_reason=ACCOUNT_CLOSED")).isEmpty();
        assertThat(families("?bank_status=NOT_INSTRUCTED&village=18")).isEmpty();
        assertThat(families("?bank_reason=ACCOUNT_CLOSED")).containsExactly(closed);
        assertThat(families("?bank_reason=ACCOUNT_BLOCKED")).isEmpty();
        assertThat(families("?bank_reason=ACCOUNT_CLOSED&village=17.71.08"))
                .containsExactly(closed);
        assertThat(families("?bank_reason=ACCOUNT_CLOSED&village=18")).isEmpty();
        assertThat(families("?status=NOT_ELIGIBLE")).containsExactly(nothing);
        assertThat(families("?status=NOT_ELIGIBLE&bank=BRI&bank_status=REJECTED")).isEmpty();
        Caller.officer().post("/bank-reports/overdue").statusCode(200);
        assertThat(families("?bank_status=UNKNOWN")).containsExactly(silent);
    }

    @Test
    void paymentsInNoBatchAreListedPageByPageInTheOrderOfTheList() {
        List<UUID> without =
                IntStream.range(0, 5).mapToObj(i -> familyWith("BRI", "SITI", null)).toList();
        familiesAt("BRI", 2);
        sealedCycle();
        BankApi.prepare(CYCLE).statusCode(200);
        assertThat(families("?bank_status=NOT_INSTRUCTED"))
                .containsExactlyInAnyOrderElementsOf(without);

        List<UUID> seen = new ArrayList<>();
        String next = "";
        while (next != null) {
            String query = "?bank_status=NOT_INSTRUCTED&limit=2" + next;
            seen.addAll(families(query));
            String after = Api.payments(CYCLE, query).extract().path("next");
            next = after == null ? null : "&after=" + after;
        }
        assertThat(seen).containsExactlyElementsOf(families("?bank_status=NOT_INSTRUCTED"));
    }

    @Test
    void aPaymentWhoseOnlyBatchWasRejectedIsInstructedNoMore() {
        UUID kpm = familyAt("BRI");
        String batch = preparedBatch();
        assertThat(families("?bank_status=NOT_INSTRUCTED")).isEmpty();

        BankApi.reject(batch, BankApi.CHECKER).statusCode(200);

        assertThat(families("?bank_status=NOT_INSTRUCTED")).containsExactly(kpm);
        assertThat(families("?bank=BRI")).isEmpty();
    }

    @Test
    void anUnknownBankStatusIsRefused() {
        sealedCycle();

        Caller.officer()
                .get("/cycles/" + CYCLE + "/payments?bank_status=VOIDED")
                .statusCode(422)
                .body("code", equalTo("STATUS_UNKNOWN"))
                .body("bank_status", equalTo("VOIDED"));
    }

    private void shows(String status, int attempt) {
        Api.payments(CYCLE, "?bank_status=" + status)
                .body("items", hasSize(1))
                .body("items[0].attempt.status", equalTo(status))
                .body("items[0].attempt.number", equalTo(attempt));
    }

    private static List<UUID> families(String query) {
        return Api.payments(CYCLE, query)
                .extract()
                .jsonPath()
                .getList("items.kpm_id", String.class)
                .stream()
                .map(UUID::fromString)
                .toList();
    }
}
