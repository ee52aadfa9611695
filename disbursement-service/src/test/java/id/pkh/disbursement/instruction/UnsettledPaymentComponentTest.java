package id.pkh.disbursement.instruction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import id.pkh.disbursement.BankComponentTest;
import id.pkh.disbursement.support.BankApi;
import id.pkh.disbursement.support.FactEvents;
import id.pkh.disbursement.support.Pain002;
import id.pkh.disbursement.support.StubRegistry;
import id.pkh.platform.security.Roles;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which callers see which payments that a bank refused, returned or did not respond to. */
@QuarkusTest
class UnsettledPaymentComponentTest extends BankComponentTest {

    private static final String PATH = "/cycles/" + CYCLE + "/unsettled-payments";
    private static final String HERE = "17.71.08.1001";
    private static final String BESIDE = "17.71.08.1002";
    private static final String FAR = "18.01.01.2001";

    private UUID closed;
    private UUID returned;
    private UUID wrongNumber;
    private UUID silent;

    /**
     * At BRI one payment is credited, one refused and one returned. At BNI one is refused and one
     * has no response.
     */
    @BeforeEach
    void twoBanksHaveAnswered() {
        closed = familyIn(HERE, "BRI");
        returned = familyIn(BESIDE, "BRI");
        UUID credited = familyIn(HERE, "BRI");
        wrongNumber = familyIn(FAR, "BNI");
        silent = familyIn(BESIDE, "BNI");
        sealedCycle();
        BankApi.prepare(CYCLE).statusCode(200);
        BankApi.batchIds(CYCLE).forEach(BankApi::approveAndSend);
        BankApi.report(
                        "BRI",
                        Pain002.answering("PKH-2026T2-BRI-001")
                                .line(null, paymentOf(closed), "RJCT", "AC04", null, null, "R-4711")
                                .line(paymentOf(returned), "ACCC")
                                .line(paymentOf(credited), "ACCC")
                                .bytes())
                .statusCode(201);
        BankApi.report(
                        "BNI",
                        Pain002.answering("PKH-2026T2-BNI-001")
                                .line(paymentOf(wrongNumber), "RJCT", "AC01")
                                .bytes())
                .statusCode(201);
        returns("BRI", returned, "AC06");
        Caller.officer().post("/bank-reports/overdue").statusCode(200);
    }

    @Test
    void officersSeeAllPaymentsAndFacilitatorsThoseOfTheirAreas() {
        assertThat(familiesSeenBy(Caller.officer(), ""))
                .containsExactlyInAnyOrder(closed, returned, wrongNumber, silent);
        assertThat(familiesSeenBy(Caller.as(Roles.FACILITATOR, HERE), "")).containsExactly(closed);
        assertThat(familiesSeenBy(Caller.as(Roles.FACILITATOR, HERE, FAR), ""))
                .containsExactly(closed, wrongNumber);
        assertThat(familiesSeenBy(Caller.as(Roles.COORDINATOR, "17.71.08"), ""))
                .containsExactlyInAnyOrder(closed, returned, silent);
        assertThat(familiesSeenBy(Caller.as(Roles.FACILITATOR), "")).isEmpty();
        assertThat(familiesSeenBy(Caller.as(Roles.FACILITATOR, HERE), "?village=" + FAR)).isEmpty();
        Caller.as(Roles.FACILITATOR, HERE)
                .get(PATH)
                .body("items.status", contains("REJECTED"))
                .body("items.reason", contains("ACCOUNT_CLOSED"))
                .body("items.bank", contains("BRI"))
                .body("items.bank_ref", contains("R-4711"))
                .body("items.message_id", contains("PKH-2026T2-BRI-001"))
                .body("items.payment_id", contains(paymentOf(closed)))
                .body("items.attempt", contains(1))
                .body("items.amount_idr", contains(AMOUNT_OF_SD))
                .body("items.status_at", everyItem(notNullValue()));
    }

    @Test
    void aBankSeesItsOwnPaymentsWithoutTheFamilies() {
        Caller.ofBank("BRI")
                .get(PATH)
                .statusCode(200)
                .body("items.payment_id", contains(paymentOf(closed), paymentOf(returned)))
                .body("items.kpm_id", everyItem(nullValue()));
        Caller.ofBank("BNI")
                .get(PATH + "?bank=BNI&status=UNKNOWN")
                .statusCode(200)
                .body("items.payment_id", contains(paymentOf(silent)));
        Caller.ofBank("BNI")
                .get(PATH + "?bank=BRI")
                .statusCode(403)
                .body("code", equalTo("FORBIDDEN"));
        String all = Caller.officer().get(PATH).extract().asString();
        assertThat(all).doesNotContain("SITI").doesNotContain("001234567890123");
    }

    @Test
    void filtersByStatusBankVillageAndReason() {
        assertThat(familiesSeenBy(Caller.officer(), "?status=REJECTED"))
                .containsExactly(closed, wrongNumber);
        assertThat(familiesSeenBy(Caller.officer(), "?status=RETURNED")).containsExactly(returned);
        assertThat(familiesSeenBy(Caller.officer(), "?status=UNKNOWN")).containsExactly(silent);
        assertThat(familiesSeenBy(Caller.officer(), "?bank=BRI")).containsExactly(closed, returned);
        assertThat(familiesSeenBy(Caller.officer(), "?bank=BTN")).isEmpty();
        assertThat(familiesSeenBy(Caller.officer(), "?village=18")).containsExactly(wrongNumber);
        assertThat(familiesSeenBy(Caller.officer(), "?village=17.71.08.1001"))
                .containsExactly(closed);
        assertThat(familiesSeenBy(Caller.officer(), "?reason=ACCOUNT_NUMBER_WRONG"))
                .containsExactly(wrongNumber);
        assertThat(familiesSeenBy(Caller.officer(), "?reason=ACCOUNT_CLOSED&bank=BNI")).isEmpty();
    }

    @Test
    void listsAllPaymentsPageByPageByVillage() {
        List<UUID> seen = new ArrayList<>();
        List<String> villages = new ArrayList<>();
        String next = null;
        int pages = 0;
        do {
            JsonPath page =
                    Caller.officer()
                            .get(PATH + "?limit=1" + (next == null ? "" : "&after=" + next))
                            .statusCode(200)
                            .extract()
                            .jsonPath();
            page.getList("items.kpm_id", String.class).forEach(id -> seen.add(UUID.fromString(id)));
            villages.addAll(page.getList("items.village_code"));
            next = page.getString("next");
            pages++;
        } while (next != null);

        assertThat(pages).isEqualTo(4);
        assertThat(seen).containsExactlyInAnyOrder(closed, returned, wrongNumber, silent);
        assertThat(villages).isSorted();
    }

    @Test
    void aPaymentThatIsTriedAgainIsListedOnlyAfterTheNewAttemptIsVoided() {
        StubRegistry.knows(closed, "BRI", "SITI", "009999999999999");
        accountConfirmed(closed);
        BankApi.prepare(CYCLE, true).statusCode(200);
        assertThat(familiesSeenBy(Caller.officer(), "")).doesNotContain(closed).contains(silent);

        tables.lines(
                        "SELECT batch_id FROM payment_instruction WHERE kpm_id = ? AND attempt = 2",
                        closed)
                .forEach(batch -> BankApi.reject(batch, BankApi.CHECKER).statusCode(200));
        assertThat(familiesSeenBy(Caller.officer(), "?status=REJECTED")).contains(closed);
    }

    @Test
    void refusesCallersWithoutTheRightAndInvalidFilters() {
        Caller.anonymous().get(PATH).statusCode(401);
        Caller.as(Roles.OPERATIONS, "*").get(PATH).statusCode(403);
        Caller.officer()
                .get("/cycles/2031-T1/unsettled-payments")
                .statusCode(404)
                .body("code", equalTo("NOT_FOUND"));
        for (String status : List.of("CREDITED", "SEALED", "NONSENSE")) {
            Caller.officer()
                    .get(PATH + "?status=" + status)
                    .statusCode(422)
                    .body("code", equalTo("STATUS_UNKNOWN"));
        }
        for (String query : List.of("?limit=0", "?limit=501", "?after=x")) {
            Caller.officer().get(PATH + query).statusCode(400);
        }
    }

    private static List<UUID> familiesSeenBy(Caller caller, String query) {
        ValidatableResponse response = caller.get(PATH + query).statusCode(200);
        return response.extract().jsonPath().getList("items.kpm_id", String.class).stream()
                .map(UUID::fromString)
                .toList();
    }

    private UUID familyIn(String village, String bank) {
        UUID kpm = UUID.randomUUID();
        tell(FactEvents.familyIn(kpm, "ACTIVE", village, bank, "SD"), 1);
        StubRegistry.knows(kpm, bank, "SITI CONTOH", "001234567890123");
        return kpm;
    }
}
