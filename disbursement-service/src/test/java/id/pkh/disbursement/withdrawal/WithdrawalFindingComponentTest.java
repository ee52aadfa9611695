package id.pkh.disbursement.withdrawal;

import static id.pkh.testsupport.time.Days.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import id.pkh.disbursement.support.BankApi;
import id.pkh.platform.figures.FigureSource;
import id.pkh.platform.figures.Regencies;
import id.pkh.platform.security.Roles;
import id.pkh.testsupport.rest.Caller;
import id.pkh.testsupport.rest.Figures;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is listed for review, what the list of withdrawals shows, and its figures. */
@QuarkusTest
class WithdrawalFindingComponentTest extends WithdrawalComponentTest {

    @Inject @All List<FigureSource> sources;

    private static final String FINDINGS = "/cycles/" + CYCLE + "/withdrawal-findings";
    private static final String LIST = "/cycles/" + CYCLE + "/withdrawals";

    @Inject Regencies regencies;

    private UUID agrees;
    private UUID forgotten;
    private UUID blocked;
    private UUID saysNothingCame;
    private UUID gotLess;
    private UUID refusedByBank;
    private UUID fresh;

    /** Seven families; the bank credited five of them and refused one, the last has no answer. */
    @BeforeEach
    void theBankAndTheFieldHaveReported() {
        agrees = familyIn(HERE);
        forgotten = familyIn(HERE);
        blocked = familyIn(BESIDE);
        saysNothingCame = familyIn(HERE);
        gotLess = familyIn(FAR);
        refusedByBank = familyIn(HERE);
        fresh = familyIn(BESIDE);
        sent();
        credited(List.of(agrees, forgotten, blocked, saysNothingCame, gotLess));
        answered(List.of(refusedByBank), "RJCT");
        creditedDaysAgo(14, forgotten);
        creditedDaysAgo(105, blocked);
        reports(agrees, withdrawn(AMOUNT_OF_SD));
        reports(blocked, notWithdrawn("PIN_BLOCKED"));
        reports(saysNothingCame, notWithdrawn("NO_TRANSFER"));
        reports(gotLess, withdrawn(175_000));
        reports(refusedByBank, withdrawn(AMOUNT_OF_SD));
    }

    @Test
    void listsWhereBankAndFieldDiffer() {
        assertThat(findings(Caller.officer(), ""))
                .containsExactlyInAnyOrder(
                        forgotten + " CREDITED_NOT_REPORTED",
                        blocked + " CREDITED_NOT_WITHDRAWN",
                        saysNothingCame + " NO_TRANSFER_BUT_CREDITED",
                        gotLess + " LESS_THAN_CREDITED",
                        refusedByBank + " WITHDRAWN_NOT_CREDITED");
        assertThat(findings(Caller.officer(), "?kind=LESS_THAN_CREDITED"))
                .containsExactly(gotLess + " LESS_THAN_CREDITED");
        assertThat(findings(Caller.officer(), "?examined=true"))
                .containsExactly(blocked + " CREDITED_NOT_WITHDRAWN");
        assertThat(findings(Caller.officer(), "?village=18"))
                .containsExactly(gotLess + " LESS_THAN_CREDITED");
        Caller.officer()
                .get(FINDINGS + "?kind=CREDITED_NOT_WITHDRAWN")
                .body("items.reason_code", contains("PIN_BLOCKED"))
                .body("items.bank_status", contains("CREDITED"))
                .body("items.examined", contains(true))
                .body("items.examined_from", contains(today().toString()))
                .body("items.payment_idr", contains(AMOUNT_OF_SD))
                .body("next", nullValue());
    }

    @Test
    void theFiguresOfTheMonthAreThoseOfThePayments() {
        String month = tables.text("SELECT to_char(covers_until, 'YYYY-MM') FROM payment_cycle");
        assertThat(Figures.of(Caller.facilitator(HERE), month, HERE))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "PAYMENTS_SENT", 4L,
                                "PAYMENTS_SENT_IDR", 4L * AMOUNT_OF_SD,
                                "PAYMENTS_CREDITED", 3L,
                                "PAYMENTS_CREDITED_IDR", 3L * AMOUNT_OF_SD,
                                "WITHDRAWN", 2L,
                                "WITHDRAWN_IDR", 2L * AMOUNT_OF_SD,
                                "NOT_WITHDRAWN NO_TRANSFER", 1L,
                                "WITHDRAWAL_NOT_REPORTED", 1L));
        assertThat(Figures.of(Caller.facilitator(HERE), "2020-01", HERE)).isEmpty();
        assertThat(regencies.of(YearMonth.parse(month), "", 10)).containsExactly("17.71", "18.01");
        assertThat(regencies.of(YearMonth.parse(month), "17.71", 1)).containsExactly("18.01");
    }

    @Test
    void thePageOfTheRulesNamesEveryFigure() {
        assertThat(sources.stream().flatMap(source -> source.figures().stream()))
                .containsExactlyInAnyOrderElementsOf(Figures.ofPage("disbursement"));
    }

    @Test
    void everyoneSeesTheFindingsOfTheirAreas() {
        assertThat(findings(Caller.facilitator(HERE), ""))
                .containsExactlyInAnyOrder(
                        forgotten + " CREDITED_NOT_REPORTED",
                        saysNothingCame + " NO_TRANSFER_BUT_CREDITED",
                        refusedByBank + " WITHDRAWN_NOT_CREDITED");
        assertThat(findings(Caller.as(Roles.FACILITATOR), "")).isEmpty();
        Caller.as(Roles.BANK, "*").get(FINDINGS).statusCode(403);
        Caller.officer().get("/cycles/2031-T1/withdrawal-findings").statusCode(404);
        Caller.officer()
                .get(FINDINGS + "?kind=NONSENSE")
                .statusCode(422)
                .body("code", equalTo("FINDING_KIND_UNKNOWN"));
    }

    @Test
    void withinARegencyAFilteredPageIsFullAndHasWhatTheWalkFinds() {
        facilitatorOf(agrees).post(path(paymentOf(agrees)), retracted(1)).statusCode(201);
        for (String filter :
                List.of(
                        "reported=WITHDRAWN",
                        "reported=NOT_WITHDRAWN",
                        "reported=NOT_REPORTED",
                        "reason=NO_TRANSFER",
                        "credited=false",
                        "credited=true&reported=NOT_REPORTED")) {
            List<String> walked =
                    Caller.officer()
                            .read(LIST + "?" + filter)
                            .getList(
                                    "items.findAll { it.village_code == '%s' }.payment_id"
                                            .formatted(HERE));
            assertThat(walked).as(filter).isNotEmpty();
            List<String> found = new ArrayList<>();
            String next = "";
            while (next != null) {
                JsonPath page = Caller.facilitator(HERE).read(LIST + "?limit=1&" + filter + next);
                found.addAll(page.getList("items.payment_id"));
                next = page.getString("next") == null ? null : "&after=" + page.getString("next");
                assertThat(page.getList("items")).as(filter).hasSize(1);
            }
            assertThat(found).as(filter).containsExactlyElementsOf(walked);
        }
    }

    @Test
    void aRetractedReportCountsAsNone() {
        creditedDaysAgo(20, gotLess);
        facilitatorOf(gotLess).post(path(paymentOf(gotLess)), retracted(1)).statusCode(201);
        assertThat(findings(Caller.officer(), "?village=18"))
                .containsExactly(gotLess + " CREDITED_NOT_REPORTED");
    }

    @Test
    void aPaymentInASecondAttemptIsNotPaid() {
        accountConfirmed(refusedByBank);
        BankApi.prepare(CYCLE, true).statusCode(200);
        assertThat(findings(Caller.officer(), "?kind=WITHDRAWN_NOT_CREDITED"))
                .containsExactly(refusedByBank + " WITHDRAWN_NOT_CREDITED");
    }

    @Test
    void theListShowsEveryPaymentThatWasSent() {
        assertThat(reported("")).hasSize(7);
        assertThat(reported("?reported=NOT_REPORTED"))
                .containsExactlyInAnyOrder(forgotten + " NOT_REPORTED", fresh + " NOT_REPORTED");
        assertThat(reported("?reported=NOT_REPORTED&credited=true"))
                .containsExactly(forgotten + " NOT_REPORTED");
        assertThat(reported("?reason=NO_TRANSFER"))
                .containsExactly(saysNothingCame + " NOT_WITHDRAWN");
        Caller.officer()
                .get(LIST + "?reported=RETRACTED")
                .statusCode(422)
                .body("code", equalTo("WITHDRAWAL_OUTCOME_UNKNOWN"));
        Caller.facilitator(FAR)
                .get(LIST)
                .body("items.kpm_id", contains(gotLess.toString()))
                .body("items.withdrawn_idr", contains(175_000))
                .body("items.evidence", contains("RECEIPT"));
    }

    /** Page by page, so that a page of a filter may be empty. */
    private List<String> reported(String query) {
        return pages(Caller.officer(), LIST, query, "it.kpm_id + ' ' + it.reported");
    }

    private static List<String> findings(Caller caller, String query) {
        return pages(caller, FINDINGS, query, "it.kpm_id + ' ' + it.kinds.join(' ')");
    }

    private static List<String> pages(Caller caller, String list, String query, String line) {
        List<String> whole = caller.read(list + query).getList("items.collect { " + line + " }");
        List<String> found = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonPath page =
                    caller.read(list + (query.isEmpty() ? "?" : query + "&") + "limit=1" + next);
            found.addAll(page.getList("items.collect { " + line + " }"));
            next = page.getString("next") == null ? null : "&after=" + page.getString("next");
        }
        assertThat(found).isEqualTo(whole);
        return found;
    }

    @Test
    void theFiguresAreThoseOfTheList() {
        for (String area : List.of("", "?village=17", "?village=17.71", "?village=17.71.08")) {
            for (int limit : List.of(1, 100)) {
                assertThat(sums(area, limit, "sent.payments")).isEqualTo(reported(area).size());
                for (String kind : List.of("WITHDRAWN", "NOT_WITHDRAWN", "NOT_REPORTED")) {
                    assertThat(sums(area, limit, field(kind) + ".payments"))
                            .as(kind + area)
                            .isEqualTo(reported(and(area, "reported=" + kind)).size());
                }
                assertThat(sums(area, limit, "credited.payments"))
                        .isEqualTo(reported(and(area, "credited=true")).size());
                assertThat(sums(area, limit, "credited_not_reported.payments"))
                        .isEqualTo(
                                reported(and(area, "credited=true&reported=NOT_REPORTED")).size());
                assertThat(sums(area, limit, "withdrawn.withdrawn_idr"))
                        .isEqualTo(listed(area, "withdrawn_idr"));
                assertThat(sums(area, limit, "sent.payment_idr"))
                        .isEqualTo(listed(area, "payment_idr"));
            }
        }
        Caller.officer()
                .get(LIST + "/summary?village=17.71.08")
                .body("items.area_code", contains(HERE, BESIDE))
                .body("items[0].reasons.reason_code", contains("NO_TRANSFER"))
                .body("items[1].reasons.reason_code", contains("PIN_BLOCKED"));
        Caller.officer()
                .get(LIST + "/summary")
                .body("items.area_code", containsInAnyOrder("17", "18"));
        Caller.facilitator(HERE).get(LIST + "/summary").body("items.area_code", contains(HERE));
        Caller.as(Roles.FACILITATOR).get(LIST + "/summary").body("items", empty());
    }

    private static String field(String kind) {
        return kind.toLowerCase();
    }

    private static String and(String query, String filter) {
        return (query.isEmpty() ? "?" : query + "&") + filter;
    }

    private static long listed(String area, String field) {
        List<Number> values =
                Caller.officer().read(LIST + and(area, "limit=500")).getList("items." + field);
        return values.stream().filter(value -> value != null).mapToLong(Number::longValue).sum();
    }

    private static long sums(String area, int limit, String field) {
        long sum = 0;
        String next = "";
        while (next != null) {
            JsonPath page =
                    Caller.officer().read(LIST + "/summary" + and(area, "limit=" + limit) + next);
            for (Map<String, Map<String, Number>> item :
                    page.<Map<String, Map<String, Number>>>getList("items")) {
                String[] names = field.split("\\.");
                sum += item.get(names[0]).get(names[1]).longValue();
            }
            next = page.getString("next") == null ? null : "&after=" + page.getString("next");
        }
        return sum;
    }
}
