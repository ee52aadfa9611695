package id.pkh.disbursement.situation;

import static id.pkh.testsupport.time.Days.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import id.pkh.disbursement.support.Api;
import id.pkh.disbursement.support.BankApi;
import id.pkh.disbursement.support.FactEvents;
import id.pkh.disbursement.support.Pain002;
import id.pkh.disbursement.support.StubRegistry;
import id.pkh.disbursement.withdrawal.WithdrawalComponentTest;
import id.pkh.platform.security.Roles;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where the money of payments and families is, in lists and in sums. */
@QuarkusTest
class SituationComponentTest extends WithdrawalComponentTest {

    private static final String SUMS = "/cycles/" + CYCLE + "/situations";

    private UUID collected;
    private UUID forgotten;
    private UUID blocked;
    private UUID fresh;
    private UUID closed;
    private UUID returned;
    private UUID silent;
    private UUID held;
    private UUID unconfirmed;
    private UUID nothing;

    @BeforeEach
    void theBankHasAnswered() {
        collected = familyIn(HERE);
        forgotten = familyIn(HERE);
        blocked = familyIn(BESIDE);
        fresh = familyIn(HERE);
        closed = familyIn(HERE);
        returned = familyIn(BESIDE);
        silent = familyIn(FAR);
        held = familyIn(HERE);
        unconfirmed = familyIn(FAR);
        nothing = UUID.randomUUID();
        tell(FactEvents.familyIn(nothing, "ACTIVE", HERE, "BRI"), 1);
        tell(FactEvents.decision(held, UUID.randomUUID(), "HOLD"), 2);
        StubRegistry.knowsUnconfirmed(unconfirmed, "BRI", "SITI CONTOH");
        sent();
        credited(List.of(collected, forgotten, blocked, fresh, returned));
        refused(closed, "AC04");
        returns("BRI", returned, "AC06");
        creditedDaysAgo(20, forgotten, blocked);
        reports(collected, withdrawn(AMOUNT_OF_SD));
        reports(blocked, notWithdrawn("PIN_BLOCKED"));
    }

    private void refused(UUID family, String reason) {
        BankApi.report(
                        "BRI",
                        Pain002.answering(
                                        tables.text(
                                                "SELECT message_id FROM instruction_status WHERE kpm_id = ?",
                                                family))
                                .line(paymentOf(family), "RJCT", reason)
                                .bytes())
                .statusCode(201);
    }

    @Test
    void explainsWhereEachPaymentIsAndWhatToDoNext() {
        situation(closed)
                .body("situation.situation.code", equalTo("REJECTED"))
                .body("situation.situation.reason", equalTo("ACCOUNT_CLOSED"))
                .body("situation.situation.since", equalTo(today().toString()))
                .body("situation.situation.text", equalTo("The bank refused the payment."))
                .body("situation.situation.reason_text", equalTo("the account is closed"))
                .body("situation.next_step.responsible", equalTo("FACILITATOR"))
                .body("situation.next_step.due_on", equalTo(today().plusDays(14).toString()))
                .body("situation.account", equalTo("***********0123"))
                .body("situation.bank", equalTo("BRI"))
                .body("situation.amount_idr", equalTo(AMOUNT_OF_SD))
                .body("situation.months", equalTo(3))
                .body("situation.rates.component", contains("SD"))
                .body("situation.rates.annual_idr", contains(900_000))
                .body("situation.payment.components.amount_idr", contains(AMOUNT_OF_SD))
                .body("history.new_status", contains("PAYABLE"));
        situation(held)
                .body("situation.situation.code", equalTo("HELD"))
                .body("situation.situation.reason", equalTo("SUSPENSION_DECIDED"))
                .body("situation.next_step.due_on", nullValue())
                .body("situation.payment.decisions", hasSize(1))
                .body("situation.account", nullValue());
        situation(unconfirmed)
                .body("situation.situation.code", equalTo("LEFT_OUT"))
                .body("situation.situation.reason", equalTo("ACCOUNT_NOT_CONFIRMED"))
                .body("situation.next_step.responsible", equalTo("DATA_ADMINISTRATOR"))
                .body("situation.next_step.due_on", equalTo(today().plusDays(3).toString()));
        situation(blocked)
                .body("situation.situation.code", equalTo("UNCOLLECTED"))
                .body("situation.situation.reason", equalTo("PIN_BLOCKED"))
                .body("situation.next_step.due_on", equalTo(today().plusDays(85).toString()));
        situation(fresh)
                .body("situation.situation.code", equalTo("CREDITED"))
                .body("situation.next_step.due_on", equalTo(today().plusDays(14).toString()));
        situation(silent)
                .body("situation.situation.code", equalTo("SENT"))
                .body("situation.next_step.responsible", equalTo("BANK"))
                .body("situation.next_step.due_on", notNullValue());
        situation(collected)
                .body("situation.situation.code", equalTo("WITHDRAWN"))
                .body("situation.next_step.responsible", equalTo("NOBODY"));
    }

    @Test
    void anAnswerIsInTheLanguageOfTheCallerAndAnUnknownReasonIsShownByItsCode() {
        Caller.officer()
                .in("id")
                .get(path(closed))
                .statusCode(200)
                .body("situation.situation.text", equalTo("Bank menolak pembayaran."))
                .body("situation.situation.reason_text", equalTo("rekening sudah ditutup"))
                .body("situation.next_step.text", containsString("Dampingi keluarga ke bank"));
        tables.execute(
                "UPDATE payment_instruction SET status_reason = 'NEW_REASON' WHERE kpm_id = ?",
                closed);
        situation(closed)
                .body("situation.situation.reason", equalTo("NEW_REASON"))
                .body("situation.situation.reason_text", nullValue())
                .body("situation.next_step.responsible", equalTo("DATA_ADMINISTRATOR"));
    }

    @Test
    void showsAFamilyItsCyclesTheLatestFirst() {
        Api.open("2026-T3", "2026-07-01", "2026-09-30", "BANK").statusCode(201);
        Api.calculate("2026-T3").statusCode(200);
        family(Caller.officer(), closed)
                .body("items.cycle_code", contains("2026-T3", CYCLE))
                .body("items.situation.code", contains("PLANNED", "REJECTED"))
                .body("items.account", contains(nullValue(), equalTo("***********0123")))
                .body("next", nullValue());
        family(Caller.officer(), nothing)
                .body("items.situation.code", everyItem(equalTo("NOT_ELIGIBLE")))
                .body("items.situation.reason", hasItem("NO_COMPONENT"))
                .body("items.payment_id", everyItem(nullValue()));
        JsonPath first = Caller.officer().read("/families/" + closed + "/payments?limit=1");
        assertThat(first.getList("items.cycle_code")).containsExactly("2026-T3");
        assertThat(
                        Caller.officer()
                                .read(
                                        "/families/"
                                                + closed
                                                + "/payments?limit=1&after="
                                                + first.getString("next"))
                                .getList("items.cycle_code"))
                .containsExactly(CYCLE);
    }

    @Test
    void aPaymentThatIsMadeUpForLeadsToTheOther() {
        UUID decision =
                UUID.fromString(
                        tables.text(
                                "SELECT blocked_by[1]::text FROM payment WHERE kpm_id = ?", held));
        tell(FactEvents.lift(held, decision, "APPEAL_UPHELD"), 3);
        JsonPath payments = family(Caller.officer(), held).extract().jsonPath();
        assertThat(payments.getList("items.situation.code"))
                .containsExactly("COMPENSATED", "AWAITS_FILE");
        assertThat(payments.getString("items[0].compensated_by"))
                .isEqualTo(payments.getString("items[1].payment_id"));
    }

    @Test
    void callersSeeTheFamiliesOfTheirAreasAndAnotherSystemNoDecisions() {
        Caller.facilitator(HERE).get(path(closed)).statusCode(200);
        Caller.facilitator(FAR).get(path(closed)).statusCode(404);
        Caller.externalSystem().get(path(closed)).statusCode(403);
        Caller.ofBank("BRI").get(path(closed)).statusCode(403);
        Caller.officer().get("/payments/" + UUID.randomUUID() + "/situation").statusCode(404);
        family(Caller.facilitator(FAR), closed).body("items", hasSize(0));
        family(Caller.as(Roles.EXTERNAL_SYSTEM, "*"), held)
                .body("items.situation.code", contains("HELD"))
                .body("items.situation.reason", contains(nullValue()))
                .body("items.situation.reason_text", contains(nullValue()))
                .body("items.next_step", contains(nullValue()))
                .body("items.payment", contains(nullValue()));
        family(Caller.as(Roles.EXTERNAL_SYSTEM, "*"), closed)
                .body("items.account", contains(nullValue()))
                .body("items.amount_idr", contains(AMOUNT_OF_SD));
        Caller.ofBank("BRI").get("/families/" + closed + "/payments").statusCode(403);
    }

    @Test
    void theSumsAreWhatTheListsAddUpTo() {
        Caller.officer().post("/bank-reports/overdue").statusCode(200);
        assertThat(sums(Caller.officer(), "?village=17.71.08"))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "17.71.08.1001 BRI WITHDRAWN", 1L,
                                "17.71.08.1001 BRI UNCOLLECTED", 1L,
                                "17.71.08.1001 BRI CREDITED", 1L,
                                "17.71.08.1001 BRI REJECTED", 1L,
                                "17.71.08.1001 null HELD", 1L,
                                "17.71.08.1002 BRI UNCOLLECTED", 1L,
                                "17.71.08.1002 BRI RETURNED", 1L));
        Map<String, Long> national = sums(Caller.officer(), "");
        assertThat(national)
                .containsEntry("18 null LEFT_OUT", 1L)
                .containsEntry("17 BRI UNCOLLECTED", 2L);

        Map<String, Long> listed = new TreeMap<>();
        lines("/cycles/" + CYCLE + "/unsettled-payments")
                .forEach(line -> listed.merge((String) line.get("status"), 1L, Long::sum));
        lines("/cycles/" + CYCLE + "/uncollected-payments")
                .forEach(line -> listed.merge("UNCOLLECTED", 1L, Long::sum));
        Map<String, Long> summed = new TreeMap<>();
        national.forEach(
                (place, payments) -> summed.merge(place.split(" ")[2], payments, Long::sum));
        assertThat(listed).isNotEmpty();
        listed.forEach(
                (situation, payments) -> assertThat(summed).containsEntry(situation, payments));
        assertThat(summed.values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(lines("/cycles/" + CYCLE + "/payments").size());
        assertThat(amounts(Caller.officer()))
                .isEqualTo(
                        lines("/cycles/" + CYCLE + "/payments").stream()
                                .mapToLong(line -> ((Number) line.get("amount_idr")).longValue())
                                .sum());

        Map<String, Long> explained = new HashMap<>();
        for (Map<String, Object> line : lines("/cycles/" + CYCLE + "/payments")) {
            explained.merge(
                    Caller.officer()
                            .read("/payments/" + line.get("payment_id") + "/situation")
                            .getString("situation.situation.code"),
                    1L,
                    Long::sum);
        }
        assertThat(explained).isEqualTo(new HashMap<>(summed));
    }

    @Test
    void theSumsAreOfTheAreasOfTheCallerPageByPage() {
        assertThat(sums(Caller.facilitator(FAR), ""))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("18.01.01.2001 BRI SENT", 1L, "18.01.01.2001 null LEFT_OUT", 1L));
        JsonPath first = Caller.officer().read(SUMS + "?limit=1");
        assertThat(first.getList("items.area_code")).containsExactly("17");
        assertThat(
                        Caller.officer()
                                .read(SUMS + "?limit=1&after=" + first.getString("next"))
                                .getList("items.area_code"))
                .containsExactly("18");
        Caller.officer().get("/cycles/2031-T1/situations").statusCode(404);
        Caller.officer().get(SUMS + "?village=x").statusCode(422);
    }

    @Test
    void listsWhatWasCreditedAndNotWithdrawnByBankVillageAndReason() {
        String list = "/cycles/" + CYCLE + "/uncollected-payments";
        Caller.officer()
                .get(list)
                .statusCode(200)
                .body("items.kpm_id", contains(forgotten.toString(), blocked.toString()))
                .body("items.reason", contains("NOT_REPORTED", "PIN_BLOCKED"))
                .body("items.bank", everyItem(equalTo("BRI")))
                .body("items.credited_on", everyItem(equalTo(today().minusDays(20).toString())))
                .body("items.listed_on", everyItem(equalTo(today().minusDays(6).toString())))
                .body("items.examined_on", everyItem(equalTo(today().plusDays(85).toString())));
        Caller.officer()
                .get(list + "?reason=PIN_BLOCKED")
                .body("items.kpm_id", contains(blocked.toString()));
        Caller.officer()
                .get(list + "?reason=NOT_REPORTED&village=17.71.08.1001")
                .body("items.kpm_id", contains(forgotten.toString()));
        Caller.officer().get(list + "?bank=BNI").body("items", hasSize(0));
        Caller.facilitator(BESIDE).get(list).body("items.kpm_id", contains(blocked.toString()));
        Caller.ofBank("BRI")
                .get(list)
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items.kpm_id", everyItem(nullValue()));
        Caller.ofBank("BNI").get(list).body("items", hasSize(0));
        Caller.ofBank("BNI").get(list + "?bank=BRI").statusCode(403);
        Caller.officer().get("/cycles/2031-T1/uncollected-payments").statusCode(404);
    }

    private static Map<String, Long> sums(Caller caller, String query) {
        Map<String, Long> sums = new HashMap<>();
        List<Map<String, Object>> areas =
                caller.get(SUMS + query).statusCode(200).extract().jsonPath().getList("items");
        for (Map<String, Object> area : areas) {
            for (Map<String, Object> sum : situationsOf(area)) {
                sums.merge(
                        area.get("area_code") + " " + sum.get("bank") + " " + sum.get("situation"),
                        ((Number) sum.get("payments")).longValue(),
                        Long::sum);
            }
        }
        return sums;
    }

    private static long amounts(Caller caller) {
        List<Map<String, Object>> areas = caller.read(SUMS).getList("items");
        return areas.stream()
                .flatMap(area -> situationsOf(area).stream())
                .mapToLong(sum -> ((Number) sum.get("amount_idr")).longValue())
                .sum();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> situationsOf(Map<String, Object> area) {
        return (List<Map<String, Object>>) area.get("situations");
    }

    /** All items of a list, page by page. */
    private static List<Map<String, Object>> lines(String path) {
        List<Map<String, Object>> lines = new ArrayList<>();
        String next = null;
        do {
            JsonPath page =
                    Caller.officer()
                            .read(path + "?limit=2" + (next == null ? "" : "&after=" + next));
            lines.addAll(page.getList("items"));
            next = page.getString("next");
        } while (next != null);
        return lines;
    }

    private ValidatableResponse situation(UUID family) {
        return Caller.officer().get(path(family)).statusCode(200);
    }

    private String path(UUID family) {
        return "/payments/" + paymentOf(family) + "/situation";
    }

    private static ValidatableResponse family(Caller caller, UUID family) {
        return caller.get("/families/" + family + "/payments").statusCode(200);
    }
}
