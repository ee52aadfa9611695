package id.pkh.disbursement.withdrawal;

import static id.pkh.testsupport.time.Days.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Attendance lists of accompanied withdrawals. */
@QuarkusTest
class AccompaniedListComponentTest extends WithdrawalComponentTest {

    private static final String PATH = "/withdrawal-lists";

    private UUID one;
    private UUID two;
    private UUID three;
    private UUID beside;

    @BeforeEach
    void fourFamilies() {
        one = familyIn(HERE);
        two = familyIn(HERE);
        three = familyIn(HERE);
        beside = familyIn(BESIDE);
        sent();
    }

    @Test
    void aListReportsEachFamilyAndACorrectionSupersedesIt() {
        String first = record(list(one, two)).statusCode(201).extract().path("list.list_id");
        Caller.auditor()
                .get(path(paymentOf(one)))
                .body("items.outcome", contains("WITHDRAWN"))
                .body("items.evidence.kind", contains("ATTENDANCE_LIST"))
                .body("items.accompanied_by", contains("FACILITATOR"))
                .body("items.list_id", contains(first));

        String second =
                correct(first, list(two, three))
                        .statusCode(201)
                        .body("list.revision", equalTo(2))
                        .body("list.first_list_id", equalTo(first))
                        .body("list.families", equalTo(2))
                        .body("families", hasSize(2))
                        .extract()
                        .path("list.list_id");
        Caller.auditor()
                .get(path(paymentOf(one)))
                .body("items.outcome", contains("RETRACTED", "WITHDRAWN"));
        Caller.auditor().get(path(paymentOf(two))).body("items.revision", contains(1));
        Caller.auditor().get(path(paymentOf(three))).body("items.list_id", contains(second));
        Caller.auditor().get(PATH + "?latest=true").body("items.list_id", contains(second));
        Caller.auditor()
                .get(PATH + "?cycle=" + CYCLE)
                .body("items.list_id", contains(first, second))
                .body("items.latest", contains(false, true));
        Caller.auditor().get(PATH + "?limit=1").body("items.list_id", contains(first));
        Caller.auditor()
                .get(PATH + "/" + first)
                .body("list.latest", equalTo(false))
                .body("families.amount_idr", contains(AMOUNT_OF_SD, AMOUNT_OF_SD));
        correct(first, list(two)).statusCode(409).body("code", equalTo("WITHDRAWAL_LIST_CHANGED"));
    }

    @Test
    void aCorrectionLeavesWhatWasReportedOtherwiseMeanwhile() {
        String first = record(list(one, two)).statusCode(201).extract().path("list.list_id");
        facilitator()
                .post(
                        path(paymentOf(one)),
                        withdrawn(200_000, today(), ",\"supersedes_revision\":1"))
                .statusCode(201);
        correct(first, list(two)).statusCode(201);
        Caller.auditor()
                .get(path(paymentOf(one)))
                .body("items.amount_idr", contains(200_000, AMOUNT_OF_SD));
    }

    @Test
    void aListIsRecordedAsAWholeOrNotAtAll() {
        refusedLine(list(one, beside), 2, "PAYMENT_UNKNOWN");
        refusedLine(list(one, UUID.randomUUID()), 2, "PAYMENT_UNKNOWN");
        refusedLine(list(one, one), 2, "FAMILY_TWICE");
        refusedLine(
                list(one).replace(today().toString(), today().plusDays(1).toString()),
                1,
                "WITHDRAWAL_DAY_INVALID");
        reports(two, withdrawn(200_000));
        refusedLine(list(one, two), 2, "WITHDRAWAL_ALREADY_REPORTED");
        record(list(one).replace("BRI Sungai Serut", "rekening 001234567890123"))
                .statusCode(422)
                .body("code", equalTo("TEXT_HAS_LONG_NUMBER"));
        assertThat(tables.number("SELECT count(*) FROM withdrawal_list")).isZero();
        assertThat(tables.number("SELECT count(*) FROM withdrawal_report")).isEqualTo(1);
    }

    private void refusedLine(String list, int line, String refusal) {
        record(list)
                .statusCode(422)
                .body("code", equalTo("WITHDRAWAL_LIST_LINE_REFUSED"))
                .body("line", equalTo(line))
                .body("refusal", equalTo(refusal));
    }

    @Test
    void onlyPeopleOfTheVillageRecordAndSeeIt() {
        String id = record(list(one)).statusCode(201).extract().path("list.list_id");
        Caller other = Caller.facilitator(BESIDE).withNewKey();
        other.post(PATH, list(two)).statusCode(404);
        other.post(PATH + "/" + id + "/corrections", list(two)).statusCode(404);
        other.get(PATH + "/" + id).statusCode(404);
        other.get(PATH).body("items", hasSize(0));
        Caller.officer().withNewKey().post(PATH, list(two)).statusCode(403);
        correct(id, list(one).replace(HERE, BESIDE))
                .statusCode(422)
                .body("code", equalTo("WITHDRAWAL_LIST_OF_OTHER_VILLAGE"));
        correct(UUID.randomUUID().toString(), list(one)).statusCode(404);
    }

    private static ValidatableResponse record(String list) {
        return facilitator().withNewKey().post(PATH, list);
    }

    private static ValidatableResponse correct(String listId, String list) {
        return facilitator().withNewKey().post(PATH + "/" + listId + "/corrections", list);
    }

    private static String list(UUID... families) {
        String lines =
                Stream.of(families)
                        .map(
                                family ->
                                        "{\"kpm_id\":\"%s\",\"amount_idr\":%d}"
                                                .formatted(family, AMOUNT_OF_SD))
                        .collect(Collectors.joining(","));
        return """
               {"cycle_code":"%s","village_code":"%s","held_on":"%s","place":"BRI Sungai Serut","channel":"ATM",
                "accompanied_by":"FACILITATOR","families":[%s]}"""
                .formatted(CYCLE, HERE, today(), lines);
    }
}
