package id.pkh.registry.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import id.pkh.platform.security.Roles;
import id.pkh.platform.web.BusinessDates;
import id.pkh.registry.RegistryComponentTest;
import id.pkh.registry.dataupdate.DataUpdateApi;
import id.pkh.registry.family.domain.Measure;
import id.pkh.registry.support.TestPeople;
import id.pkh.registry.support.Workplace;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A child that moves from a family of one sub-district to a family of another one. */
@QuarkusTest
class TransferComponentTest extends RegistryComponentTest {

    private Workplace there;
    private Workplace here;
    private UUID from;
    private UUID to;
    private UUID child;
    private String nik;
    private LocalDate today;
    private LocalDate day;

    @BeforeEach
    void aChildOfOneFamilyAndItsGrandparents() {
        today = BusinessDates.on(Instant.now());
        day = today.withDayOfMonth(1);
        there = Workplace.another();
        here = Workplace.another();
        from = family(there);
        to = family(here);
        nik = TestPeople.man("2014-05-10");
        there.administrator()
                .post(
                        "/kpm/" + from + "/members",
                        Map.of(
                                "member",
                                Map.of(
                                        "nik", nik,
                                        "name", "Bagas",
                                        "birth_date", "2014-05-10",
                                        "component", "SD",
                                        "npsn", "10702345",
                                        "nisn", "0141234567",
                                        "component_since", "2025-07-14")))
                .statusCode(201);
        child = memberOf(nik);
    }

    private UUID family(Workplace where) {
        UUID family = importedFamily();
        tables.execute(
                "UPDATE kpm SET village_code = ?, group_code = NULL, status = 'ACTIVE',"
                        + " base_status = 'ACTIVE' WHERE id = ?",
                where.village(1),
                family);
        return family;
    }

    private long version(UUID family) {
        return tables.number("SELECT version FROM kpm WHERE id = ?", family);
    }

    private Map<String, Object> proposal() {
        Map<String, Object> proposal = new HashMap<>();
        proposal.put("member_id", child);
        proposal.put("from_id", from);
        proposal.put("from_version", version(from));
        proposal.put("to_id", to);
        proposal.put("reason", "LIVES_WITH_RELATIVES");
        proposal.put("releasing_evidence", "SIGNED_STATEMENT");
        proposal.put("receiving_evidence", "VILLAGE_LETTER");
        proposal.put("evidence_reference", "letters in folder 14");
        proposal.put("effective_on", day.toString());
        return proposal;
    }

    private ValidatableResponse propose(Map<String, Object> proposal) {
        return there.coordinator().withNewKey().post("/child-transfers", proposal);
    }

    private String proposed() {
        return propose(proposal())
                .statusCode(201)
                .body("state", equalTo("PROPOSED"))
                .extract()
                .path("transfer_id");
    }

    private ValidatableResponse confirm(Caller who, String transfer) {
        return who.post(
                "/child-transfers/" + transfer + "/confirmation",
                Map.of("to_version", version(to)));
    }

    private static ValidatableResponse reject(Caller who, String transfer) {
        return who.post(
                "/child-transfers/" + transfer + "/rejection",
                Map.of("rejection", "CHILD_NOT_THERE"));
    }

    private void refused(String field, Object value, int status, String code) {
        Map<String, Object> proposal = proposal();
        proposal.put(field, value);
        propose(proposal).statusCode(status).body("code", equalTo(code));
    }

    @Test
    void theChildIsInOneFamilyOnEachDayAndItsSchoolFollows() {
        String transfer = proposed();
        assertThat(memberOf(nik)).isEqualTo(child);
        confirm(here.administrator(), transfer).statusCode(200).body("state", equalTo("CONFIRMED"));

        UUID joined = memberOf(nik);
        assertThat(joined).isNotEqualTo(child);
        there.administrator()
                .get("/kpm/" + from + "/membership")
                .body("former_members.member_id", equalTo(List.of(child.toString())))
                .body("former_members.since", equalTo(List.of(day.toString())));
        there.administrator()
                .get("/kpm/" + from + "/members")
                .body("items.member_id", not(hasItem(child.toString())));
        String member = "items.find { it.member_id == '" + joined + "' }.";
        here.administrator()
                .get("/kpm/" + to + "/members")
                .body(member + "component", equalTo("SD"))
                .body(member + "component_since", equalTo(day.toString()))
                .body(member + "npsn", equalTo("10702345"));
        assertThat(
                        tables.number(
                                "SELECT count(*) FROM notification WHERE event = 'ChildTransferred'"
                                        + " AND receiver_role = 'FAMILY' AND kpm_id IN (?, ?)",
                                from,
                                to))
                .isEqualTo(2);
        confirm(here.administrator(), transfer)
                .statusCode(409)
                .body("code", equalTo("TRANSFER_NOT_OPEN"));

        // and back, as a new fact
        Map<String, Object> back = proposal();
        back.put("member_id", joined);
        back.put("from_id", to);
        back.put("from_version", version(to));
        back.put("to_id", from);
        back.put("reason", "BACK_WITH_PARENTS");
        String returned =
                here.coordinator()
                        .withNewKey()
                        .post("/child-transfers", back)
                        .statusCode(201)
                        .extract()
                        .path("transfer_id");
        there.administrator()
                .post(
                        "/child-transfers/" + returned + "/confirmation",
                        Map.of("to_version", version(from)))
                .statusCode(200);
        assertThat(tables.text("SELECT kpm_id FROM family_member WHERE id = ?", memberOf(nik)))
                .isEqualTo(from.toString());
        there.administrator()
                .get("/child-transfers?kpm_id=" + from)
                .body("items.state", equalTo(List.of("CONFIRMED", "CONFIRMED")));
    }

    @Test
    void theOtherServicesLearnItByTheStateOfBothFamilies() {
        confirm(here.administrator(), proposed()).statusCode(200);
        assertThat(stateOf(from)).contains("\"component_until\":\"" + day.minusDays(1) + "\"");
        assertThat(stateOf(to)).contains("\"component_since\":\"" + day + "\"");
    }

    private String stateOf(UUID family) {
        return tables.text(
                "SELECT convert_from(payload, 'UTF8') FROM outbox WHERE event_key = ?"
                        + " AND event_type LIKE '%kpm-state%' ORDER BY sequence DESC LIMIT 1",
                family.toString());
    }

    @Test
    void theOfficeWhereTheChildLivesDecidesAndNotWhoProposed() {
        Caller both =
                Caller.named(
                        "administrator-b",
                        Roles.DATA_ADMINISTRATOR,
                        there.subDistrict(),
                        here.subDistrict());
        String transfer = proposed();
        for (Caller nobody : List.of(there.administrator(), Workplace.another().administrator())) {
            confirm(nobody, transfer).statusCode(404);
            reject(nobody, transfer).statusCode(404);
        }
        confirm(here.coordinator(), transfer).statusCode(403);
        here.administrator().get("/my-work").body("items.kind", hasItem("TRANSFER_TO_DECIDE"));
        there.administrator()
                .get("/my-work")
                .body("items.kind", not(hasItem("TRANSFER_TO_DECIDE")));
        here.administrator().get("/child-transfers/" + transfer).statusCode(200);
        Workplace.another().administrator().get("/child-transfers/" + transfer).statusCode(404);
        here.coordinator().post("/child-transfers/" + transfer + "/withdrawal").statusCode(404);
        reject(here.administrator(), transfer)
                .statusCode(200)
                .body("rejection", equalTo("CHILD_NOT_THERE"))
                .body("joined_member_id", nullValue());

        String own =
                both.withNewKey()
                        .post("/child-transfers", proposal())
                        .statusCode(201)
                        .extract()
                        .path("transfer_id");
        confirm(both, own).statusCode(409).body("code", equalTo("TRANSFER_SAME_PERSON"));
        reject(both, own).statusCode(409).body("code", equalTo("TRANSFER_SAME_PERSON"));
        there.coordinator()
                .post("/child-transfers/" + own + "/withdrawal")
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"));
        there.coordinator()
                .post("/child-transfers/" + own + "/withdrawal")
                .statusCode(409)
                .body("code", equalTo("TRANSFER_NOT_OPEN"));
        here.coordinator().withNewKey().post("/child-transfers", proposal()).statusCode(404);
        Caller.officer().withNewKey().post("/child-transfers", proposal()).statusCode(403);
    }

    @Test
    void whatCannotBeTransferredIsRefused() {
        refused("to_id", from, 422, "TRANSFER_SAME_FAMILY");
        refused("to_id", UUID.randomUUID(), 404, "NOT_FOUND");
        refused("member_id", UUID.randomUUID(), 422, "NOT_A_MEMBER");
        refused("from_version", version(from) + 1, 409, "TRANSFER_FAMILY_CHANGED");
        refused("effective_on", day.plusDays(1).toString(), 422, "TRANSFER_DAY_INVALID");
        refused("effective_on", day.plusMonths(1).toString(), 422, "TRANSFER_DAY_INVALID");
        refused("effective_on", day.minusMonths(3).toString(), 422, "TRANSFER_DAY_INVALID");
        UUID caretaker =
                UUID.fromString(
                        tables.text("SELECT caretaker_member_id FROM kpm WHERE id = ?", from));
        refused("member_id", caretaker, 422, "TRANSFER_NOT_A_CHILD");

        proposed();
        propose(proposal()).statusCode(409).body("code", equalTo("TRANSFER_ALREADY_OPEN"));
        tables.execute(
                "UPDATE family_member SET died_on = ?, component_until = ? WHERE id = ?",
                today,
                today,
                child);
        propose(proposal()).statusCode(409).body("code", equalTo("MEMBER_DECEASED"));
        tables.execute(
                "UPDATE family_member SET died_on = NULL, birth_date = '1999-05-10' WHERE id = ?",
                child);
        refused("reason", "CUSTODY", 422, "TRANSFER_NOT_A_CHILD");
    }

    @Test
    void whatChangedMeanwhileIsReadAgain() {
        String transfer = proposed();
        here.administrator()
                .post(
                        "/child-transfers/" + transfer + "/confirmation",
                        Map.of("to_version", version(to) + 1))
                .statusCode(409)
                .body("code", equalTo("TRANSFER_FAMILY_CHANGED"))
                .body("kpm_id", equalTo(to.toString()));
        DataUpdateApi.submit(
                        there.coordinator(),
                        from,
                        Map.of(
                                "kind",
                                "SCHOOL_LEFT",
                                "member_id",
                                child,
                                "effective_on",
                                today.toString()))
                .statusCode(201);
        confirm(here.administrator(), transfer)
                .statusCode(409)
                .body("code", equalTo("TRANSFER_OPEN_UPDATE"));
        tables.execute("UPDATE kpm SET version = version + 1 WHERE id = ?", from);
        confirm(here.administrator(), transfer)
                .statusCode(409)
                .body("code", equalTo("TRANSFER_FAMILY_CHANGED"));
        leaves(to, Measure.MOVE);
        propose(proposal()).statusCode(409).body("code", equalTo("KPM_CLOSED"));
    }

    @Test
    void ofTwoAdministratorsAtTheSameMomentOneConfirms() {
        String transfer = proposed();
        long version = version(to);
        List<Integer> statuses =
                Stream.of("administrator-x", "administrator-y")
                        .map(
                                name ->
                                        Caller.named(
                                                name, Roles.DATA_ADMINISTRATOR, here.subDistrict()))
                        .map(
                                who ->
                                        CompletableFuture.supplyAsync(
                                                () ->
                                                        who.post(
                                                                        "/child-transfers/"
                                                                                + transfer
                                                                                + "/confirmation",
                                                                        Map.of(
                                                                                "to_version",
                                                                                version))
                                                                .extract()
                                                                .statusCode()))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .sorted()
                        .toList();
        assertThat(statuses).containsExactly(200, 409);
    }

    @Test
    void theDatabaseLetsNobodyLeaveAFamilyWithoutATransfer() {
        assertThatThrownBy(
                        () ->
                                tables.execute(
                                        "UPDATE family_member SET former_since = ? WHERE id = ?",
                                        day,
                                        child))
                .hasStackTraceContaining("a child that is transferred");
        UUID transfer = UUID.fromString(proposed());
        assertThatThrownBy(
                        () ->
                                tables.execute(
                                        "UPDATE child_transfer SET state = 'REJECTED',"
                                                + " rejection = 'CHILD_NOT_THERE',"
                                                + " decided_by = proposed_by, decided_at = now()"
                                                + " WHERE transfer_id = ?",
                                        transfer))
                .hasStackTraceContaining("child_transfer_by_another");
        assertThatThrownBy(
                        () ->
                                tables.execute(
                                        "DELETE FROM child_transfer WHERE transfer_id = ?",
                                        transfer))
                .hasStackTraceContaining("append-only");
        there.administrator()
                .get("/child-transfers?kpm_id=" + from + "&state=PROPOSED")
                .body("items", hasSize(1));
    }
}
