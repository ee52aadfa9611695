package id.pkh.meeting.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import id.pkh.localstack.OnLocalStack;
import id.pkh.meeting.GroupMeetingComponentTest;
import id.pkh.meeting.support.Api;
import id.pkh.meeting.support.CheckInExamples;
import id.pkh.meeting.support.Family;
import id.pkh.meeting.support.Village;
import id.pkh.platform.security.Roles;
import id.pkh.testsupport.RuleTable;
import id.pkh.testsupport.rest.Caller;
import id.pkh.testsupport.rows.Rows;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Families check in beside the list, with two codes or by the facilitator. */
@QuarkusTest
@OnLocalStack("meeting")
class CheckInComponentTest extends GroupMeetingComponentTest {

    /** Begins a step of 30 seconds, so that a test does not cross one unawares. */
    private static final Instant NOON = Instant.parse("2026-06-10T05:00:00Z");

    @Inject DataSource database;

    private Rows rows;
    private String session;

    @BeforeEach
    void anOpenCheckIn() {
        aGroupOf(3);
        rows = new Rows(database);
        clock.setTo(NOON);
        session = CheckInExamples.open(village, group, "P2K2");
    }

    @Test
    void aCheckInIsOpenedOnceAndClosesByItself() {
        open().statusCode(200)
                .body("check_in_session_id", equalTo(session))
                .body("held_on", equalTo("2026-06-10"))
                .body("session_code", matchesPattern("[0-9A-HJKMNP-TV-Z]{16}"))
                .body("check_ins", hasSize(0));
        clock.setTo(NOON.plus(Duration.ofMinutes(61)));
        Api.facilitator(village)
                .get("/check-in-sessions/" + session)
                .statusCode(200)
                .body("session_code", nullValue());
        String card = card(0);
        scan(card).statusCode(409).body("code", equalTo("CHECK_IN_CLOSED"));
        svg().statusCode(409).body("code", equalTo("CHECK_IN_CLOSED"));
        String again = open().statusCode(201).extract().path("check_in_session_id");
        assertThat(again).isNotEqualTo(session);
    }

    @Test
    void theCodeChangesAndIsAlsoAPicture() {
        String first = shown();
        svg().statusCode(200)
                .contentType("image/svg+xml")
                .body(containsString("<title>" + first + "</title>"));
        clock.setTo(NOON.plusSeconds(30));
        assertThat(shown()).isNotEqualTo(first).startsWith(first.substring(0, 8));
    }

    @Test
    void aFamilyChecksInByTelephoneAndNothingElseIsAccepted() {
        Map<String, Supplier<Response>> sent = new LinkedHashMap<>();
        String card = card(0);
        String replaced = card(1);
        card(1);
        sent.put("both codes", () -> phone(shown(), card));
        sent.put("the same again", () -> phone(shown(), card));
        sent.put(
                "the code of a minute and a half ago",
                () -> {
                    String early = shown();
                    clock.setTo(NOON.plusSeconds(90));
                    Response answer = phone(early, card(2));
                    clock.setTo(NOON);
                    return answer;
                });
        sent.put(
                "the code of another session",
                () -> {
                    String other = village.group(2);
                    Api.formGroup(village, other);
                    String code =
                            CheckInExamples.codeOf(
                                    village, CheckInExamples.open(village, other, "P2K2"));
                    return phone(code, card(2));
                });
        sent.put(
                "a code that no session shows",
                () -> phone(shown().substring(0, 8) + CheckInExamples.random(8), card(2)));
        sent.put("a card that nobody has", () -> phone(shown(), CheckInExamples.random(16)));
        sent.put("a card that was replaced", () -> phone(shown(), replaced));
        sent.put("the card of a family of another group", () -> phone(shown(), ofOtherGroup()));
        sent.put(
                "both codes after the end",
                () -> {
                    clock.setTo(NOON.plus(Duration.ofMinutes(59)).plusSeconds(50));
                    String last = shown();
                    clock.setTo(NOON.plus(Duration.ofMinutes(60)).plusSeconds(1));
                    return phone(last, card(2));
                });

        String refusal = null;
        for (List<String> row :
                RuleTable.rows("check-in.md", "what is sent by telephone", "answer")) {
            Response answer = sent.remove(row.get(0)).get();
            if (row.get(1).equals("204")) {
                assertThat(answer.statusCode()).as(row.get(0)).isEqualTo(204);
            } else {
                assertThat(answer.statusCode()).as(row.get(0)).isEqualTo(422);
                assertThat(answer.<String>path("code")).as(row.get(0)).isEqualTo(row.get(1));
                String body = answer.asString();
                assertThat(refusal == null ? body : refusal).as(row.get(0)).isEqualTo(body);
                refusal = body;
            }
        }
        assertThat(sent).as("cases without a row").isEmpty();
        Api.facilitator(village)
                .get("/check-in-sessions/" + session)
                .body("check_ins.kpm_id", contains(kpm(0)))
                .body("check_ins.way", contains("FAMILY_PHONE"));
    }

    @Test
    void theFacilitatorScansTheCardOfAFamilyWithoutATelephone() {
        String card = card(0);
        scan(card).statusCode(201).body("kpm_id", equalTo(kpm(0)));
        scan(card).statusCode(200).body("way", equalTo("CARD_SCANNED"));
        assertThat(phone(shown(), card).statusCode()).isEqualTo(204);
        scan(ofOtherGroup()).statusCode(422).body("code", equalTo("CHECK_IN_REFUSED"));
        scan("I").statusCode(400);
        Api.facilitator(Village.another())
                .post("/check-in-sessions/" + session + "/check-ins", Map.of("card_code", card))
                .statusCode(404);
        Caller.officer()
                .post("/check-in-sessions/" + session + "/check-ins", Map.of("card_code", card))
                .statusCode(403);
        Api.facilitator(village)
                .get("/check-in-sessions/" + session)
                .body("check_ins.way", contains("CARD_SCANNED"));
    }

    @Test
    void anotherAreaAndAnUnknownKindAreRefused() {
        Api.facilitator(Village.another())
                .post("/check-in-sessions", Map.of("group_code", group, "kind", "P2K2"))
                .statusCode(404)
                .body("code", equalTo("GROUP_UNKNOWN"));
        Api.facilitator(village)
                .post("/check-in-sessions", Map.of("group_code", group, "kind", "ARISAN"))
                .statusCode(422)
                .body("code", equalTo("MEETING_KIND_UNKNOWN"));
    }

    @Test
    void aCheckInChangesNoMarkAndAContradictionIsShown() {
        scan(card(0)).statusCode(201);
        scan(card(1)).statusCode(201);
        String meeting = held("ABSENT", "PRESENT", "PRESENT");
        Api.coordinator(village)
                .get("/meetings/" + meeting + "/check-ins")
                .body("kpm_id", contains(kpm(0), kpm(1)))
                .body("mark", contains("ABSENT", "PRESENT"))
                .body("contradicted", contains(true, false));
        Api.facilitator(Village.another())
                .get("/meetings/" + meeting + "/check-ins")
                .statusCode(404);
        signals().body("items.signals", contains(List.of("CHECKED_IN_ABSENT")));
        Api.coordinator(village)
                .post(
                        "/meetings/" + meeting + "/corrections",
                        Map.of(
                                "reason",
                                "she came late",
                                "attendance",
                                List.of(Map.of("kpm_id", kpm(0), "mark", "PRESENT"))))
                .statusCode(201);
        signals().body("items", hasSize(0));
    }

    @Test
    void aFamilyWithoutACheckInIsNotAbsent() {
        scan(card(0)).statusCode(201);
        held("PRESENT", "PRESENT", "SICK");
        signals().body("items", hasSize(0));
    }

    @Test
    void cardsAreMadeOnceAndReplacedWhenLost() throws Exception {
        byte[] pdf = cards(List.of()).statusCode(200).extract().asByteArray();
        String text = CardText.of(pdf);
        assertThat(text).contains(kpm(0), kpm(1), kpm(2), "Kartu hadir kelompok " + group);
        String code = CardText.codeOf(text, kpm(0));
        assertThat(rows.text("SELECT string_agg(code_sha256, '') FROM check_in_card"))
                .doesNotContain(code);
        scan(code).statusCode(201).body("kpm_id", equalTo(kpm(0)));

        cards(List.of()).statusCode(409).body("code", equalTo("CHECK_IN_CARDS_COMPLETE"));
        String second = CardText.of(cards(List.of(kpm(0))).statusCode(200).extract().asByteArray());
        assertThat(second).contains(kpm(0)).doesNotContain(kpm(1));
        scan(code).statusCode(422);
        scan(CardText.codeOf(second, kpm(0))).statusCode(200);

        cards(List.of(Family.another().kpmId().toString()))
                .statusCode(422)
                .body("code", equalTo("CHECK_IN_FAMILY_NOT_IN_GROUP"));
        Api.facilitator(Village.another())
                .post("/groups/" + group + "/check-in-cards", Map.of("replaced_kpm_ids", List.of()))
                .statusCode(404);
        Api.facilitator(village)
                .get("/groups/" + group + "/check-in-cards")
                .body("kpm_id", hasSize(3))
                .body("findAll { it.issued_at == null }", hasSize(0));
    }

    private ValidatableResponse open() {
        return Api.facilitator(village)
                .post("/check-in-sessions", Map.of("group_code", group, "kind", "P2K2"));
    }

    private String shown() {
        return CheckInExamples.codeOf(village, session);
    }

    private ValidatableResponse svg() {
        return Api.facilitator(village).get("/check-in-sessions/" + session + "/code.svg");
    }

    private String card(int family) {
        return CheckInExamples.card(rows, families.get(family).kpmId());
    }

    private String ofOtherGroup() {
        return CheckInExamples.card(
                rows, registry.families(village, village.group(3), 1).get(0).kpmId());
    }

    private String kpm(int family) {
        return families.get(family).kpmId().toString();
    }

    private ValidatableResponse scan(String card) {
        return Api.facilitator(village)
                .post("/check-in-sessions/" + session + "/check-ins", Map.of("card_code", card));
    }

    private static Response phone(String sessionCode, String cardCode) {
        return Caller.anonymous()
                .post("/check-ins", Map.of("session_code", sessionCode, "card_code", cardCode))
                .extract()
                .response();
    }

    private ValidatableResponse cards(List<String> replaced) {
        return Api.facilitator(village)
                .post("/groups/" + group + "/check-in-cards", Map.of("replaced_kpm_ids", replaced));
    }

    private ValidatableResponse signals() {
        return Caller.named("c-1", Roles.COORDINATOR, village.district())
                .get("/recording-signals?month=2026-06")
                .statusCode(200);
    }

    private String held(String... marks) {
        List<Map<String, String>> list = new ArrayList<>();
        for (int i = 0; i < marks.length; i++) {
            list.add(Map.of("kpm_id", kpm(i), "mark", marks[i]));
        }
        return Caller.named("f-" + village.code(), Roles.FACILITATOR, village.code())
                .post(
                        "/meetings",
                        Map.of(
                                "group_code",
                                group,
                                "kind",
                                "P2K2",
                                "held_on",
                                "2026-06-10",
                                "attendance",
                                list))
                .statusCode(201)
                .extract()
                .path("meeting_id");
    }
}
