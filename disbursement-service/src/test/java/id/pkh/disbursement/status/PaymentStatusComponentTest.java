package id.pkh.disbursement.status;

import static id.pkh.testsupport.time.Days.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import id.pkh.disbursement.support.BankApi;
import id.pkh.disbursement.support.FactEvents;
import id.pkh.disbursement.support.Pain002;
import id.pkh.disbursement.withdrawal.WithdrawalComponentTest;
import id.pkh.localstack.TestTokens;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What another system reads about the payments of many families. */
@QuarkusTest
class PaymentStatusComponentTest extends WithdrawalComponentTest {

    private static final String LIST =
            "/payment-status?cycle=" + CYCLE + "&purpose=poverty monitoring";

    private UUID collected;
    private UUID forgotten;
    private UUID closed;
    private UUID held;
    private UUID nothing;
    private UUID far;

    @BeforeEach
    void theBankHasAnswered() {
        collected = familyIn(HERE);
        forgotten = familyIn(HERE);
        closed = familyIn(BESIDE);
        held = familyIn(HERE);
        far = familyIn(FAR);
        nothing = UUID.randomUUID();
        tell(FactEvents.familyIn(nothing, "ACTIVE", HERE, "BRI"), 1);
        tell(FactEvents.decision(held, UUID.randomUUID(), "HOLD"), 2);
        sent();
        credited(List.of(collected, forgotten));
        BankApi.report(
                        "BRI",
                        Pain002.answering(
                                        tables.text(
                                                "SELECT message_id FROM instruction_status WHERE kpm_id = ?",
                                                closed))
                                .line(paymentOf(closed), "RJCT", "AC04")
                                .bytes())
                .statusCode(201);
        creditedDaysAgo(20, forgotten);
        reports(collected, withdrawn(AMOUNT_OF_SD));
    }

    @Test
    void saysWhereTheMoneyOfEachFamilyIsInPagesAndInAFile() {
        Caller system = system("*");
        assertThat(paged(system))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                collected + " REGULAR", "COLLECTED " + AMOUNT_OF_SD,
                                forgotten + " REGULAR", "NOT_COLLECTED " + AMOUNT_OF_SD,
                                closed + " REGULAR", "REFUSED " + AMOUNT_OF_SD,
                                held + " REGULAR", "HELD " + AMOUNT_OF_SD,
                                nothing + " REGULAR", "NOT_ELIGIBLE 0",
                                far + " REGULAR", "SENT " + AMOUNT_OF_SD))
                .isEqualTo(file(system));
        one(system, closed)
                .statusCode(200)
                .body("items.reasons", contains(List.of("ACCOUNT_CLOSED")))
                .body("items.since", contains(today().toString()))
                .body("items.channel", contains("BANK"));
        // a hold has no reason here: it is one of the family's compliance
        one(system, held).body("items.reasons", contains(empty()));

        statisticsAreWhatTheListAddsUpTo(system);

        UUID later = UUID.randomUUID();
        tell(FactEvents.familyIn(later, "ACTIVE", HERE, "BRI"), 1);
        one(system, later)
                .statusCode(200)
                .body("items.status", contains("NOT_KNOWN"))
                .body("items.amount_idr", contains(0));
        assertThat(
                        tables.number(
                                "SELECT sum(families) FROM client_activity WHERE client = 'bulk-*'"
                                        + " AND operation = 'exportPaymentStatus'"))
                .isEqualTo(6);
    }

    @Test
    void showsTheFamiliesOfTheAreasOfTheSystemAndNeedsItsScopeAndAPurpose() {
        Caller system = system(HERE);
        system.get(LIST)
                .statusCode(200)
                .body("items", hasSize(4))
                .body("items.village_code", everyItem(equalTo(HERE)));
        system.get(LIST + "&area=" + FAR).statusCode(200).body("items", empty());
        one(system, far).statusCode(404);
        one(system, UUID.randomUUID()).statusCode(404);
        system.post(
                        "/payment-status/queries",
                        Map.of(
                                "cycle_code",
                                CYCLE,
                                "purpose",
                                "poverty monitoring",
                                "kpm_ids",
                                List.of(held, nothing, far, UUID.randomUUID())))
                .statusCode(200)
                .body("items.status", containsInAnyOrder("HELD", "NOT_ELIGIBLE"));

        system.get("/payment-status?cycle=2031-T1&purpose=x").statusCode(404);
        system.get("/payment-status?purpose=x").statusCode(400);
        system.get("/payment-status?cycle=" + CYCLE)
                .statusCode(422)
                .body("code", equalTo("PURPOSE_MISSING"));
        Caller.withToken(
                        TestTokens.withClaims(
                                List.of("EXTERNAL_SYSTEM"), Map.of("scope", "\"compliance.read\"")))
                .get(LIST)
                .statusCode(403)
                .body("code", equalTo("CLIENT_SCOPE_MISSING"));
        Caller.officer().get(LIST).statusCode(403);
    }

    private void statisticsAreWhatTheListAddsUpTo(Caller system) {
        String job =
                Caller.officer()
                        .post("/statistics/" + CYCLE + "/counts")
                        .statusCode(202)
                        .extract()
                        .path("job_id");
        await().atMost(Duration.ofSeconds(30))
                .until(
                        () ->
                                tables.text("SELECT status FROM job WHERE job_id = ?::uuid", job)
                                        .equals("DONE"));
        Map<String, Long> listed = new TreeMap<>();
        paged(system).values().forEach(line -> listed.merge(line.split(" ")[0], 1L, Long::sum));
        Map<String, Long> counted = new TreeMap<>();
        tables.read(
                "SELECT status, sum(families) FROM statistic_count WHERE period = ? GROUP BY 1",
                row -> counted.put(row.getString(1), row.getLong(2)),
                CYCLE);
        assertThat(counted).isEqualTo(listed);
        // six families, each of another status: nothing but their number is shown
        system.get("/statistics/" + CYCLE)
                .statusCode(200)
                .body("areas[0].families", equalTo(6))
                .body("areas[0].statuses.families", everyItem(nullValue()));
    }

    private static Caller system(String areas) {
        return Caller.named("bulk-" + areas, "EXTERNAL_SYSTEM", areas);
    }

    private static ValidatableResponse one(Caller system, UUID family) {
        return system.get(LIST.replace("?", "/" + family + "?"));
    }

    private static Map<String, String> paged(Caller system) {
        List<Map<String, ?>> items = new ArrayList<>();
        JsonPath page = system.read(LIST + "&limit=2");
        items.addAll(page.getList("items"));
        while (page.getString("next") != null) {
            page = system.read(LIST + "&limit=2&after={after}", page.getString("next"));
            items.addAll(page.getList("items"));
        }
        Map<String, String> found = new TreeMap<>();
        items.forEach(
                item ->
                        found.put(
                                item.get("kpm_id") + " " + item.get("kind"),
                                item.get("status") + " " + item.get("amount_idr")));
        return found;
    }

    private static Map<String, String> file(Caller system) {
        Map<String, String> found = new TreeMap<>();
        system.get(LIST.replace("?", "/csv?"))
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .skip(1)
                .map(line -> line.split(";"))
                .forEach(cells -> found.put(cells[0] + " " + cells[4], cells[5] + " " + cells[7]));
        return found;
    }
}
