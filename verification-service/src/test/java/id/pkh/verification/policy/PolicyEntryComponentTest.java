package id.pkh.verification.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.pkh.localstack.OnLocalStack;
import id.pkh.testsupport.rest.Caller;
import id.pkh.testsupport.rows.Rows;
import id.pkh.testsupport.time.MovableClock;
import id.pkh.verification.compliance.CommitmentRules;
import id.pkh.verification.compliance.domain.AgeRange;
import id.pkh.verification.compliance.domain.BirthCare;
import id.pkh.verification.compliance.domain.Care;
import id.pkh.verification.compliance.domain.CommitmentPolicy;
import id.pkh.verification.compliance.domain.HealthVisits;
import id.pkh.verification.decision.NoticePolicies;
import id.pkh.verification.decision.domain.Measure;
import id.pkh.verification.decision.domain.MoneyEffect;
import id.pkh.verification.decision.domain.NoticePolicy;
import id.pkh.verification.sanction.Ladders;
import id.pkh.verification.support.Drafts;
import id.pkh.verification.support.World;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ladders, commitments and reasons, entered while the service runs. */
@QuarkusTest
@OnLocalStack("verification")
class PolicyEntryComponentTest {

    private static final Duration A_FEW_SECONDS = Duration.ofSeconds(15);

    @Inject MovableClock clock;
    @Inject Ladders ladders;
    @Inject CommitmentRules commitments;
    @Inject NoticePolicies notices;
    @Inject Rows rows;

    @BeforeEach
    void today() {
        clock.setTo("2026-07-10");
    }

    @AfterEach
    void clockBack() {
        clock.reset();
    }

    @Test
    void aRunningServiceNoticesALadderAndForgetsOneThatIsRevoked() {
        ObjectNode ladder = Drafts.ladder("2031-01-01");
        String code = ladder.path("policy_code").asText();
        assertThat(isKnown(code)).isFalse();
        String id = Drafts.enter("sanction-ladders", ladder.toString());
        Caller.officer().get("/policies").body("ladders.policy_code", not(hasItem(code)));
        Drafts.approve(id);

        Caller.officer().get("/policies").body("ladders.policy_code", hasItem(code));
        await().atMost(A_FEW_SECONDS).until(() -> isKnown(code));
        assertThat(ladders.appealWindowDays(code)).isEqualTo(30);
        Drafts.revoke(id);
        Caller.officer().get("/policies").body("ladders.policy_code", not(hasItem(code)));
        await().atMost(A_FEW_SECONDS).until(() -> !isKnown(code));
    }

    @Test
    void aRunningServiceNoticesCommitments() {
        ObjectNode document = Drafts.commitments("2031-01-01");
        String code = document.path("policy_code").asText();
        String id = Drafts.enter("commitment-policies", document.toString());
        Drafts.approve(id);
        await().atMost(A_FEW_SECONDS)
                .until(
                        () ->
                                commitments.all().policies().stream()
                                        .anyMatch(policy -> policy.policyCode().equals(code)));
        Drafts.revoke(id);
    }

    @Test
    void theSchedulesOfTheRulePageAreEnteredAndRead() {
        ObjectNode document = Drafts.schedules("2031-01-01");
        String code = document.path("policy_code").asText();
        String id = Drafts.enter("commitment-policies", document.toString());
        Drafts.approve(id);
        await().atMost(A_FEW_SECONDS).until(() -> entered(code).isPresent());
        assertThat(entered(code).orElseThrow().of("PREGNANT_POSTPARTUM"))
                .contains(
                        new HealthVisits("PREGNANT_POSTPARTUM", AgeRange.ANY, 1, 3),
                        new BirthCare("PREGNANT_POSTPARTUM", Care.ANTENATAL, 2, -2, 0),
                        new BirthCare("PREGNANT_POSTPARTUM", Care.FACILITY_BIRTH, 1, 0, 0))
                .hasSize(6);
        assertThat(entered(code).orElseThrow().of("EARLY_CHILD"))
                .contains(
                        new HealthVisits(
                                "EARLY_CHILD", new AgeRange(12, 59), Care.VITAMIN_A, 1, 6));
        Caller.officer()
                .get("/policies")
                .body(
                        "commitments.find { it.policy_code == '"
                                + code
                                + "' }.commitments.findAll { it.birth_from_month == -8 }.care",
                        equalTo(List.of("ANTENATAL")));
        Drafts.revoke(id);
    }

    private Optional<CommitmentPolicy> entered(String code) {
        return commitments.all().policies().stream()
                .filter(policy -> policy.policyCode().equals(code))
                .findFirst();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    SD                  | care             | WEIGHT         | POLICY_ROW_IMPOSSIBLE
                    SD                  | birth_from_month | 0              | POLICY_ROW_IMPOSSIBLE
                    EARLY_CHILD         | care             | FACILITY_BIRTH | POLICY_ROW_IMPOSSIBLE
                    EARLY_CHILD         | care             | HEIGHT         | POLICY_ROW_TWICE
                    PREGNANT_POSTPARTUM | window_months    | 5              | POLICY_ROW_IMPOSSIBLE
                    PREGNANT_POSTPARTUM | birth_from_month | 0              | POLICY_ROW_IMPOSSIBLE
                    """)
    void schedulesThatCannotBeFulfilledAreNotEntered(
            String component, String field, String value, String code) {
        ObjectNode document = Drafts.schedules("2031-01-01");
        ObjectNode row = rowOf(document, component);
        if (field.equals("care")) {
            row.put(field, value);
        } else {
            row.put(field, Integer.parseInt(value));
        }
        refused("commitment-policies", document, code);
    }

    @Test
    void everyAgeHasACommitmentOfTheCalendar() {
        ObjectNode document = Drafts.schedules("2031-01-01");
        rowOf(document, "PREGNANT_POSTPARTUM")
                .put("care", "ANTENATAL")
                .put("birth_from_month", -9)
                .put("birth_until_month", -9)
                .put("window_months", 1);
        refused("commitment-policies", document, "POLICY_ROW_MISSING");
    }

    /** The first one of a component. */
    private static ObjectNode rowOf(ObjectNode document, String component) {
        for (var each : document.path("commitments")) {
            if (each.path("component").asText().equals(component)) {
                return (ObjectNode) each;
            }
        }
        throw new IllegalArgumentException(component);
    }

    @Test
    void aReasonMayBeUsedFromTheFirstDayOfItsPolicy() {
        String area = World.newSubDistrict();
        ObjectNode document = Drafts.exemptionReasons("2031-01-01");
        ((ArrayNode) document.path("reasons"))
                .addObject()
                .put("reason_code", "FLOOD_" + area.replace(".", ""))
                .put("description", "Banjir")
                .putArray("scopes")
                .add("AREA");
        String id = Drafts.enter("exemption-reasons", document.toString());
        Drafts.approve(id);
        exempt(area, "FLOOD_" + area.replace(".", ""), 422);
        exempt(area, "PUBLIC_EMERGENCY", 201);
        clock.setTo("2031-01-01");
        exempt(area, "FLOOD_" + area.replace(".", ""), 201);
        exempt(area, "PUBLIC_EMERGENCY", 422);
        Caller.officer()
                .get("/policies")
                .body("exemption_reasons.reason_code", not(hasItem("PUBLIC_EMERGENCY")));
        clock.setTo("2026-07-10");
        Drafts.revoke(id);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    P2K2_ABSENCE 1 REMINDER false           | P2K2_ABSENCE 1 REMINDER false             | POLICY_ROW_TWICE
                    P2K2_ABSENCE 2 REMINDER false           | P2K2_ABSENCE 3 REMINDER false             | LADDER_NOT_ASCENDING
                    P2K2_ABSENCE 1 SUSPENSION_WARNING false | P2K2_ABSENCE 2 REMINDER false             | LADDER_NOT_ASCENDING
                    P2K2_ABSENCE 0 REMINDER false           | P2K2_ABSENCE 1 REMINDER false             | POLICY_ROW_IMPOSSIBLE
                    P2K2_ABSENCE 13 REMINDER false          | P2K2_ABSENCE 1 REMINDER false             | POLICY_ROW_IMPOSSIBLE
                    P2K2_ABSENCE 1 REMINDER true            | P2K2_ABSENCE 2 SUSPENSION_PROPOSED true   | POLICY_ROW_IMPOSSIBLE
                    MEETING_NOT_HELD 2 SUSPENSION_PROPOSED false | P2K2_ABSENCE 1 REMINDER false        | LADDER_CHARGES_FAMILY
                    COMMITMENT_NOT_VERIFIED 2 REMINDER false | P2K2_ABSENCE 1 REMINDER false            | LADDER_CHARGES_FAMILY
                    COMMITMENT_NOT_MET 2 REMINDER false     | COMMITMENT_NOT_MET 3 REMINDER false       | POLICY_ROW_MISSING
                    """)
    void aLadderThatCannotBeClimbedIsNotEntered(String one, String other, String code) {
        ObjectNode ladder = Drafts.ladder("2031-01-01");
        ArrayNode rungs = (ArrayNode) ladder.path("rungs");
        for (int i = rungs.size() - 1; i >= 0; i--) {
            if (rungs.get(i).path("cause").asText().equals("P2K2_ABSENCE")) {
                rungs.remove(i);
            }
        }
        rungs.addAll(Drafts.rungs(one, other));
        refused("sanction-ladders", ladder, code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    SD          | age_from_months  | 12     | POLICY_ROW_MISSING
                    SD          | age_until_months | 100    | POLICY_ROW_MISSING
                    SD          | window_months    | 3      | POLICY_ROW_IMPOSSIBLE
                    SD          | minimum_visits   | 1      | POLICY_ROW_IMPOSSIBLE
                    SD          | component        | KULIAH | POLICY_ROW_IMPOSSIBLE
                    SD          | component        | SMP    | POLICY_ROW_TWICE
                    ELDERLY     | window_months    | 5      | POLICY_ROW_IMPOSSIBLE
                    ELDERLY     | minimum_visits   |        | POLICY_ROW_IMPOSSIBLE
                    EARLY_CHILD | age_until_months | 70     | POLICY_ROW_IMPOSSIBLE
                    EARLY_CHILD | age_until_months | 50     | POLICY_ROW_MISSING
                    """)
    void commitmentsThatLeaveOutOrContradictAreNotEntered(
            String component, String field, String value, String code) {
        ObjectNode document = Drafts.commitments("2031-01-01");
        ObjectNode row = rowOf(document, component);
        if (value == null) {
            row.putNull(field);
        } else if (field.equals("component")) {
            row.put(field, value);
        } else {
            row.put(field, Integer.parseInt(value));
        }
        refused("commitment-policies", document, code);
    }

    @Test
    void commitmentsBeginWithAQuarter() {
        refused(
                "commitment-policies",
                Drafts.commitments("2031-02-01"),
                "POLICY_FIRST_DAY_INVALID");
    }

    private static void refused(String kind, ObjectNode document, String code) {
        Drafts.OFFICER
                .post("/policy-versions/" + kind, document.toString())
                .statusCode(422)
                .body("code", equalTo(code));
    }

    private static void exempt(String area, String reason, int status) {
        Caller.coordinator(area)
                .post(
                        "/exemptions",
                        Map.of(
                                "scope", "AREA",
                                "scope_code", area,
                                "from", "2026-06-01",
                                "until", "2026-06-30",
                                "reason_code", reason,
                                "legal_basis", "decree of the regent"))
                .statusCode(status);
    }

    private boolean isKnown(String code) {
        return ladders.all().ladders().stream().anyMatch(l -> l.policyCode().equals(code));
    }

    @Test
    void theRulesOfNoticesAreEnteredAndNoticed() {
        ObjectNode document = Drafts.notices("2031-01-01");
        String code = document.path("policy_code").asText();
        String id = Drafts.enter("notice-policies", document.toString());
        LocalDate firstDay = LocalDate.of(2031, 1, 1);
        assertThat(notices.inForceOn(firstDay).policyCode()).isNotEqualTo(code);
        Drafts.approve(id);
        await().atMost(A_FEW_SECONDS)
                .until(() -> notices.inForceOn(firstDay).policyCode().equals(code));
        NoticePolicy policy = notices.inForceOn(firstDay);
        assertThat(policy.daysUntilEffect()).isEqualTo(7);
        assertThat(policy.attemptsUntilPosted()).isEqualTo(3);
        assertThat(policy.isStayedByAppeal(Measure.MOVE, MoneyEffect.NONE)).isTrue();
        assertThat(notices.inForceOn(firstDay.minusDays(1)).policyCode()).isNotEqualTo(code);
        Drafts.revoke(id);
        await().atMost(A_FEW_SECONDS)
                .until(() -> !notices.inForceOn(firstDay).policyCode().equals(code));
    }

    @ParameterizedTest
    @CsvSource({
        "routes,       POSTED,        POLICY_ROW_MISSING,    routes",
        "routes,       LETTER LETTER, POLICY_ROW_TWICE,      LETTER",
        "appeal_stays, DISMISS,       POLICY_ROW_IMPOSSIBLE, DISMISS",
    })
    void rulesOfNoticesThatCannotApplyAreRefused(
            String field, String values, String refusal, String row) {
        ObjectNode document = Drafts.notices("2031-01-01");
        ArrayNode array = document.putArray(field);
        for (String value : values.split(" ")) {
            array.add(value);
        }
        Drafts.OFFICER
                .post("/policy-versions/notice-policies", document.toString())
                .statusCode(422)
                .body("code", equalTo(refusal))
                .body("row", equalTo(row));
    }

    @Test
    void aCodeThatIsUsedAgainAfterARevocationDoesNotOpenTheTable() {
        ObjectNode document = Drafts.notices("2031-01-01");
        String code = document.path("policy_code").asText();
        String first = Drafts.enter("notice-policies", document.toString());
        Drafts.approve(first);
        Drafts.revoke(first);
        String second =
                Drafts.enter("notice-policies", document.put("days_until_effect", 8).toString());
        Drafts.approve(second);
        assertThatThrownBy(
                        () -> rows.change("DELETE FROM notice_policy WHERE policy_code = ?", code))
                .hasMessageContaining("two people");
        // the code is approved, but for another kind
        assertThatThrownBy(
                        () ->
                                rows.change(
                                        "INSERT INTO exemption_policy VALUES (?, '2032-01-01', 'x')",
                                        code))
                .hasMessageContaining("two people");
        Drafts.revoke(second);
    }
}
