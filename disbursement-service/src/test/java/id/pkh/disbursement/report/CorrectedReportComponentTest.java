package id.pkh.disbursement.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import id.pkh.disbursement.BankComponentTest;
import id.pkh.disbursement.support.BankApi;
import id.pkh.disbursement.support.Camt053;
import id.pkh.disbursement.support.Pain002;
import id.pkh.platform.security.Roles;
import id.pkh.testsupport.RuleTable;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A file with the number of an earlier one and other bytes corrects it, after two people. */
@QuarkusTest
class CorrectedReportComponentTest extends BankComponentTest {

    private static final String MESSAGE = "PKH-2026T2-BRI-001";
    private static final Caller ONE = Caller.officer("officer-21");
    private static final Caller TWO = Caller.officer("officer-22");

    private List<UUID> families;
    private Pain002 first;

    private Pain002 answer() {
        return Pain002.answering(MESSAGE);
    }

    private String payment(int number) {
        return paymentOf(families.get(number));
    }

    /** Two are credited, one is accepted, and nothing is stated of the fourth. */
    private String firstReport() {
        families = familiesAt("BRI", 4);
        sentBatch();
        first = answer().line(payment(0), "ACCC").line(payment(1), "ACCC").line(payment(2), "ACSP");
        return BankApi.report("BRI", first.bytes()).statusCode(201).extract().path("report_id");
    }

    /** Accepted becomes credited, credited becomes refused or is left out, and one line is new. */
    private ExtractableResponse<Response> correction() {
        return BankApi.report(
                        "BRI",
                        answer().correcting(first)
                                .line(payment(0), "RJCT", "AC04")
                                .line(payment(2), "ACCC")
                                .line(payment(3), "ACSP")
                                .bytes())
                .statusCode(202)
                .body("status", equalTo("AWAITING_CONFIRMATION"))
                .extract();
    }

    private static void confirmed(Caller person, ExtractableResponse<Response> report) {
        BankApi.confirmReport(person, report.path("report_id"), report.path("sha256"))
                .statusCode(202);
    }

    static List<List<String>> files() {
        return RuleTable.rows(
                "bank-answers.md", "earlier file with the number", "bytes", "the file");
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFileWithTheNumberOfAnotherIsTreatedAsThePageSays(List<String> row) {
        families = familiesAt("BRI", 1);
        sentBatch();
        first = answer().line(payment(0), "ACSP");
        earlier(row.get(0));
        byte[] bytes =
                row.get(1).equals("the same")
                        ? first.bytes()
                        : answer().correcting(first).line(payment(0), "ACCC").bytes();
        var response = BankApi.report("BRI", bytes);
        switch (row.get(2)) {
            case "applied as usual" ->
                    response.statusCode(201)
                            .body("status", equalTo("APPLIED"))
                            .body("corrects", nullValue());
            case "changes nothing" -> response.statusCode(200).body("repeated", equalTo(true));
            case "a correction, waits for two people" ->
                    response.statusCode(202).body("corrects", notNullValue());
            case "refused: REPORT_CORRECTION_WAITS" ->
                    response.statusCode(409).body("code", equalTo("REPORT_CORRECTION_WAITS"));
            default -> throw new IllegalArgumentException(row.get(2));
        }
    }

    private void earlier(String what) {
        switch (what) {
            case "none" -> assertThat(tables.lines("SELECT 1 FROM bank_report")).isEmpty();
            case "applied" -> BankApi.report("BRI", first.bytes()).statusCode(201);
            case "waits for people" ->
                    BankApi.report(ONE, "?bank=BRI", first.bytes()).statusCode(202);
            case "withheld" ->
                    BankApi.report("BRI", first.totals("7", null).bytes()).statusCode(422);
            case "rejected" -> {
                var report =
                        BankApi.report(ONE, "?bank=BRI", first.bytes()).statusCode(202).extract();
                BankApi.rejectReport(ONE, report.path("report_id"), report.path("sha256"))
                        .statusCode(200);
            }
            default -> throw new IllegalArgumentException(what);
        }
    }

    @Test
    void aCorrectionShowsWhatDiffersAndMovesNothingBeforeTwoPeopleAgree() {
        String earlier = firstReport();
        var report = correction();
        String id = report.path("report_id");
        assertThat(report.<String>path("corrects")).isEqualTo(earlier);
        Caller.ofBank("BRI")
                .get("/bank-reports/" + earlier)
                .body("corrected_by", equalTo(id))
                .body("corrects", nullValue());
        String differences = "/bank-reports/" + id + "/differences";
        Caller.officer()
                .get(differences)
                .statusCode(200)
                .body("items.kind", contains("CHANGED", "CHANGED", "ADDED", "REMOVED"))
                .body("items.former_status_code", contains("ACCC", "ACSP", null, "ACCC"))
                .body("items.status_code", contains("RJCT", "ACCC", "ACSP", null))
                .body("items[0].reason_code", equalTo("AC04"))
                .body("items[3].instruction_id", notNullValue());
        Caller.officer().get(differences + "?limit=3").body("items", hasSize(3));
        Caller.ofBank("BRI").get(differences).body("items", hasSize(4));
        Caller.ofBank("BNI").get(differences).statusCode(404);
        Caller.as(Roles.DATA_ADMINISTRATOR, "17")
                .get(differences)
                .statusCode(403)
                .body("code", equalTo("AREAS_DO_NOT_COVER_PAYMENTS"));
        Caller.officer().get("/bank-reports/" + earlier + "/differences").body("items", empty());
        confirmed(ONE, report);
        assertThat(states()).containsExactly("ACCEPTED 1", "CREDITED 2", "SENT 1");
        BankApi.confirmReport(ONE, id, report.path("sha256"))
                .statusCode(409)
                .body("code", equalTo("REPORT_SAME_PERSON"));
        BankApi.confirmReport(Caller.officer(BankApi.MAKER), id, report.path("sha256"))
                .statusCode(409)
                .body("code", equalTo("REPORT_SAME_PERSON"));
    }

    @Test
    void whatFollowsIsAppliedAndWhatWouldGoBackIsAnException() {
        firstReport();
        var report = correction();
        confirmed(ONE, report);
        confirmed(TWO, report);
        String id = report.path("report_id");
        jobs.await(UUID.fromString(id), java.time.Duration.ofSeconds(20));

        assertThat(states()).containsExactly("ACCEPTED 1", "CREDITED 3");
        assertThat(
                        tables.lines(
                                "SELECT exception_class, reason, payment_id FROM bank_exception ORDER BY exception_id"))
                .containsExactly(
                        "STATUS_CONTRADICTS REFUSED_AFTER_CREDIT " + payment(0),
                        "STATUS_CONTRADICTS LEFT_OUT_BY_CORRECTION " + payment(1));
        Caller.officer()
                .get("/bank-reports/" + id)
                .body("status", equalTo("APPLIED"))
                .body("first_confirmation.by", equalTo("officer-21"))
                .body("confirmation.by", equalTo("officer-22"));
        assertThat(tables.number("SELECT count(*) FROM bank_report_line")).isEqualTo(6);
        BankApi.money(CYCLE).body("balanced", equalTo(true));
    }

    @Test
    void aFurtherCorrectionWaitsForTheDecisionAboutTheOneBefore() {
        firstReport();
        var report = correction();
        byte[] further = answer().correcting(first).line(payment(3), "ACCC").bytes();
        BankApi.report("BRI", further)
                .statusCode(409)
                .body("code", equalTo("REPORT_CORRECTION_WAITS"))
                .body("report_id", equalTo(report.path("report_id")));
        BankApi.rejectReport(ONE, report.path("report_id"), report.path("sha256")).statusCode(200);
        BankApi.report("BRI", further)
                .statusCode(202)
                .body(
                        "corrects",
                        equalTo(
                                tables.text(
                                        "SELECT report_id FROM bank_report WHERE status = 'APPLIED'")));
        assertThat(states()).containsExactly("ACCEPTED 1", "CREDITED 2", "SENT 1");
    }

    @Test
    void theBanksSecondDeliveryDoesNotTakeThePlaceOfPeople() {
        firstReport();
        byte[] bytes = answer().correcting(first).line(payment(2), "ACCC").bytes();
        BankApi.report("BRI", bytes).statusCode(202);
        BankApi.report("BRI", bytes)
                .statusCode(202)
                .body("status", equalTo("AWAITING_CONFIRMATION"));
    }

    @Test
    void whatTheMinistryBringsInNeedsOneMorePerson() {
        firstReport();
        var report =
                BankApi.report(
                                ONE,
                                "?bank=BRI",
                                answer().correcting(first).line(payment(2), "ACCC").bytes())
                        .statusCode(202)
                        .body("corrects", notNullValue())
                        .extract();
        confirmed(TWO, report);
        jobs.await(UUID.fromString(report.path("report_id")), java.time.Duration.ofSeconds(20));
        assertThat(states()).containsExactly("CREDITED 3", "SENT 1");
    }

    @Test
    void aFileAfterOneThatWasNotBelievedCorrectsNothing() {
        families = familiesAt("BRI", 1);
        sentBatch();
        first = answer().totals("7", null).line(payment(0), "ACCC");
        BankApi.report("BRI", first.bytes()).statusCode(422);
        BankApi.report("BRI", answer().correcting(first).line(payment(0), "ACCC").bytes())
                .statusCode(201)
                .body("corrects", nullValue());
        assertThat(states()).containsExactly("CREDITED 1");
    }

    @Test
    void aStatementWithTheNumberOfAnotherCorrectsIt() {
        families = familiesAt("BRI", 1);
        sentBatch();
        String funding = tables.text("SELECT funding_account FROM payment_batch");
        BankApi.report("BRI", Camt053.of(funding).number(7).balances("5.00", "5.00").bytes())
                .statusCode(201);
        BankApi.report("BRI", Camt053.of(funding).number(8).balances("5.00", "5.00").bytes())
                .statusCode(201)
                .body("corrects", nullValue());
        BankApi.report("BRI", Camt053.of(funding).number(7).balances("6.00", "6.00").bytes())
                .statusCode(202)
                .body("corrects", notNullValue());
    }

    @Test
    void theDatabaseAppliesNoCorrectionOfOnePerson() {
        firstReport();
        correction();
        for (String change :
                List.of(
                        "status = 'STAGED'",
                        "status = 'STAGED', confirmed_by = 'officer-21', confirmed_at = now()")) {
            assertThatThrownBy(
                            () ->
                                    tables.change(
                                            "UPDATE bank_report SET "
                                                    + change
                                                    + " WHERE corrects IS NOT NULL"))
                    .hasMessageContaining("bank_report_correction_by_two");
        }
        assertThatThrownBy(
                        () ->
                                tables.change(
                                        "UPDATE bank_report SET first_confirmed_by = '"
                                                + BankApi.MAKER
                                                + "', first_confirmed_at = now() WHERE corrects IS NOT NULL"))
                .hasMessageContaining("a person of the batch");
        assertThatThrownBy(
                        () ->
                                tables.change(
                                        "UPDATE bank_report SET corrects = NULL WHERE corrects IS NOT NULL"))
                .hasMessageContaining("origin of a report");
    }
}
