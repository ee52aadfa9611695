package id.pkh.registry.dci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import id.pkh.registry.dci.DciClient.Got;
import id.pkh.registry.family.domain.Measure;
import id.pkh.registry.support.Api;
import id.pkh.registry.support.TestPeople;
import id.pkh.testsupport.time.Days;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What other programmes report of their beneficiaries, against the document. */
@QuarkusTest
class DciEnrolmentComponentTest extends DciFamiliesTest {

    private static final String PATH = "sync/enrollment/updates";
    private static final String ITEMS = "/message/enrolled_response/";
    private static final DciClient IBR = DciClient.of("ibr", "dci.ibr dci.enrolments");

    /** As this registry writes a beneficiary. */
    private static String beneficiary(String nik, String programme, String status, String day) {
        return """
               {"@type": "Beneficiary", "member": {"@type": "Member", "demographic_info":
                  {"identifier": [{"identifier_type": "NIK", "identifier_value": "%s"}]}},
                "programme_identifier": [{"programme_identifier": "%s"}],
                "enrolment_status": "%s", "enrolment_date": "%s"}"""
                .formatted(nik, programme, status, day);
    }

    private static String updates(String transaction, String... beneficiaries) {
        return """
               {"transaction_id": "%s", "enrolled_updates": {"beneficiaries": [%s]}}"""
                .formatted(transaction, String.join(",", beneficiaries));
    }

    private static String envelope(DciClient client, int total, String message) {
        return DciClient.envelope(
                client.header("notify", total, ", \"status\": \"succ\""), message);
    }

    private static Got report(DciClient client, String... beneficiaries) {
        return client.send(
                PATH, envelope(client, beneficiaries.length, updates("t-1", beneficiaries)));
    }

    private static ValidatableResponse statusesOf(UUID kpm) {
        return Api.administrator().get("/complementary-statuses?kpm_id=" + kpm).statusCode(200);
    }

    @Test
    void whatAnotherProgrammeReportsIsAFactOfThatSystem() {
        Known family = active();
        Got got =
                report(
                        IBR,
                        beneficiary(family.pupil(), "KIP", "Active", "2026-02-01"),
                        beneficiary(family.nik(), "DCI:BPNT", "4", "2026-03-01T08:00:00+07:00"));
        assertThat(got.at("/header/action")).isEqualTo("on-notify");
        assertThat(got.at(ITEMS + "0/status")).isEqualTo("succ");
        assertThat(got.at(ITEMS + "1/reference_id")).isEqualTo("2");
        statusesOf(family.kpm())
                .body("items", hasSize(2))
                .body("items.find { it.programme == 'KIP' }.status", equalTo("HAS"))
                .body(
                        "items.find { it.programme == 'KIP' }.member_id",
                        equalTo(memberOf(family.pupil()).toString()))
                .body("items.find { it.programme == 'KIP' }.source", equalTo("OTHER_SYSTEM"))
                .body("items.find { it.programme == 'KIP' }.recorded_by", equalTo("system-dci"))
                .body("items.find { it.programme == 'SEMBAKO' }.member_id", nullValue())
                .body("items.find { it.programme == 'SEMBAKO' }.status", equalTo("UNPAID"))
                .body(
                        "items.find { it.programme == 'SEMBAKO' }.effective_on",
                        equalTo("2026-03-01"));

        report(IBR, beneficiary(family.pupil(), "PIP", "1", "2026-02-01"));
        assertThat(facts(family.kpm())).as("what is known is no new fact").isEqualTo(2);
        report(IBR, beneficiary(family.pupil(), "PIP", "3", "2026-02-01"));
        statusesOf(family.kpm())
                .body("items.find { it.programme == 'KIP' }.status", equalTo("LACKS"));
    }

    private long facts(UUID kpm) {
        return tables.number("SELECT count(*) FROM complementary_status WHERE kpm_id = ?", kpm);
    }

    /** A message that is written as the example of the standard's document. */
    @Test
    void theExampleOfTheDocumentIsRead() {
        Known family = active();
        String example =
                """
                {"reference_id": "r-7", "member": {"member_identifier": "HS0205202401",
                  "demographic_info": {"person": {"identifier_type": "NationalID", "identifier_value": "%s"}},
                  "programme_identifier": {"programme": {"programme_identifier": "KIS"},
                    "enrolment_status": "Active", "enrolment_date": "02.02.2024", "status_change_date": ""}}}"""
                        .formatted(family.nik());
        String noTotal =
                envelope(IBR, 1, updates("t-2", example)).replace(", \"total_count\": 1", "");
        assertThat(IBR.send(PATH, noTotal).at(ITEMS + "0/reference_id")).isEqualTo("r-7");
        statusesOf(family.kpm()).body("items[0].effective_on", equalTo("2024-02-02"));
    }

    @Test
    void theAnswerIsTheSameForWhomItDoesNotConcern() {
        Known family = active();
        Known left = active();
        leaves(left.kpm(), Measure.MOVE);
        DciClient elsewhere = DciClient.of("ibr", "dci.ibr dci.enrolments", "17.02");
        for (Got got :
                List.of(
                        report(elsewhere, beneficiary(family.nik(), "KIS", "1", "2026-02-01")),
                        report(IBR, beneficiary(left.nik(), "KIS", "1", "2026-02-01")),
                        report(
                                IBR,
                                beneficiary(
                                        TestPeople.woman("1985-03-02"), "KIS", "1", "2026-02-01")),
                        report(IBR, beneficiary("17", "KIS", "1", "2026-02-01")))) {
            assertThat(got.at(ITEMS + "0/status")).isEqualTo("succ");
            assertThat(got.at("/header/status")).isEqualTo("succ");
        }
        assertThat(facts(family.kpm()) + facts(left.kpm())).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "PKH, 1, 2026-02-01",
        "DCI001, 1, 2026-02-01",
        "KIS, 2, 2026-02-01",
        "KIS, Enrolled, 2026-02-01",
        "KIS, 1, 2026-02-30",
        "KIS, 1, yesterday",
        "KIS, 1, 1969-12-31",
        "KIS, 1, 30.02.2026"
    })
    void whatIsNotUnderstoodIsRejectedForItself(String programme, String status, String day) {
        Known family = family(VILLAGE);
        Got got =
                report(
                        IBR,
                        beneficiary(family.nik(), programme, status, day),
                        beneficiary(family.nik(), "SEMBAKO", "1", Days.today().toString()));
        assertThat(got.at(ITEMS + "0/status")).isEqualTo("rjct");
        assertThat(got.at(ITEMS + "0/status_reason_message")).isNotBlank();
        assertThat(got.at(ITEMS + "1/status")).isEqualTo("succ");
        assertThat(facts(family.kpm())).isEqualTo(1);
    }

    @Test
    void aMemberAPersonAndADayAreNeeded() {
        Known family = family(VILLAGE);
        String good = beneficiary(family.nik(), "KIS", "1", "2026-02-01");
        for (String wrong :
                List.of(
                        good.replace("\"NIK\"", "\"PHONE\""),
                        good.replace("\"NIK\"", "\"HOUSEHOLD_ID\"")
                                .replace(family.nik(), family.card()),
                        good.replace("enrolment_date", "other_date"),
                        good.replace("2026-02-01", Days.today().plusDays(1).toString()))) {
            assertThat(report(IBR, wrong).at(ITEMS + "0/status")).as(wrong).isEqualTo("rjct");
        }
        String twice = good.replaceFirst("\\{", "{\"reference_id\": \"same\", ");
        Got got = report(IBR, twice, twice);
        assertThat(got.at(ITEMS + "1/status_reason_message"))
                .startsWith("rjct.reference_id.duplicate");
        assertThat(facts(family.kpm())).isEqualTo(1);
    }

    @Test
    void aMessageIsRefusedAsTheOthersAre() {
        Known family = family(VILLAGE);
        String good = updates("t", beneficiary(family.nik(), "KIS", "1", "2026-02-01"));
        Got noScope = DciClient.of("ibr", DciClient.SCOPES).sendWrong(PATH, envelope(IBR, 1, good));
        assertThat(noScope.error()).isEqualTo("err.request.forbidden");
        DciClient social = DciClient.of("social", "dci.social dci.enrolments");
        assertThat(social.sendWrong(PATH, envelope(social, 1, good)).error())
                .isEqualTo("err.request.not_found");
        for (String wrong :
                List.of(
                        envelope(IBR, 2, good),
                        envelope(IBR, 1, good).replace("\"succ\"", "\"done\""),
                        IBR.envelope("notify", 1, good),
                        IBR.envelope("search", 1, good),
                        envelope(IBR, 1, "{\"transaction_id\": \"t\"}"),
                        envelope(IBR, 1, updates("t")),
                        envelope(IBR, 1, updates("t", "\"text\"")),
                        envelope(
                                IBR,
                                1,
                                good.replace("\"@type\"", "\"reference_id\": 5, \"@t\"")))) {
            assertThat(IBR.sendWrong(PATH, wrong).error()).as(wrong).isEqualTo("err.request.bad");
        }
        assertThat(facts(family.kpm())).isZero();
    }

    @Test
    void theSameMessageIsAnsweredTheSameAndItsStatusIsKnown() {
        Known family = family(VILLAGE);
        String transaction = UUID.randomUUID().toString();
        String body =
                envelope(
                        IBR,
                        1,
                        updates(transaction, beneficiary(family.nik(), "KIS", "1", "2026-02-01")));
        String first = IBR.send(PATH, body).text();
        assertThat(IBR.send(PATH, body).text()).isEqualTo(first);
        assertThat(facts(family.kpm())).isEqualTo(1);
        String asked =
                """
                {"transaction_id": "t", "txnstatus_request": {"reference_id": "s", "txn_type": "receipt",
                 "attribute_type": "transaction_id", "attribute_value": "%s"}}"""
                        .formatted(transaction);
        assertThat(
                        IBR.send("sync/txn/status", IBR.envelope("txn-status", 1, asked))
                                .at(
                                        "/message/txnstatus_response/txn_status/search_response/0/status"))
                .isEqualTo("succ");
    }
}
