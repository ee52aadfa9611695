package id.pkh.verification;

import static id.pkh.verification.support.World.held;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pkh.localstack.OnLocalStack;
import id.pkh.testsupport.rows.Rows;
import id.pkh.verification.support.Family;
import id.pkh.verification.support.World;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the code promises, the database promises too. */
@QuarkusTest
@OnLocalStack("verification")
class InvariantsComponentTest {

    private static final String COPY =
            "INSERT INTO sanction_step SELECT (s).* FROM (SELECT jsonb_populate_record(t, ?::jsonb) AS s"
                    + " FROM sanction_step t WHERE step_id = ?) x";

    private static final String DECIDE =
            "WITH draft AS (INSERT INTO decision_draft (draft_id, measure, effect, reason_code, note, hash, status,"
                    + " prepared_by, prepared_at) VALUES (gen_random_uuid(), 'SUSPEND', 'HOLD', 'OBLIGATION_NOT_MET', 'why',"
                    + " repeat('0', 64), 'OPEN', 'officer-1', now()) RETURNING draft_id)"
                    + " INSERT INTO sanction_decision (decision_id, step_id, step, kpm_id, decision, effect, effective_from,"
                    + " reason_code, reason, prepared_by, decided_by, decided_on, decided_at, draft_id, takes_effect)"
                    + " SELECT gen_random_uuid(), s.step_id, x.step, s.kpm_id, x.measure, x.effect, '2026-04-01',"
                    + " (SELECT min(reason_code) FROM measure_reason r WHERE r.measure = x.measure), 'why', 'officer-1', x.officer,"
                    + " '2026-04-02', now(), draft_id, 'ON_NOTICE' FROM sanction_step s, draft,"
                    + " (SELECT ?::text AS step, ?::text AS measure, ?::text AS effect, ?::text AS officer) x"
                    + " WHERE s.step_id = ?";

    private static final String DELIVER =
            "INSERT INTO family_notice (notice_id, decision_id, kpm_id, outcome, route, occurred_on, delivered_by,"
                    + " evidence_reference, is_acknowledged, effect_due_on, recorded_by, recorded_on, recorded_at)"
                    + " SELECT gen_random_uuid(), decision_id, kpm_id, 'DELIVERED', 'LETTER', ?::date, 'f', 'book', true,"
                    + " ?::date, 'f', '2026-04-05', now() FROM sanction_decision WHERE step_id = ?";

    private static final String LIFT =
            "INSERT INTO decision_lift (decision_id, reason, note, lifted_by, lifted_on, lifted_at)"
                    + " SELECT decision_id, ?, 'why', ?, '2026-04-05', now() FROM sanction_decision WHERE step_id = ?";

    @Inject World world;
    @Inject Rows rows;

    private UUID warning;
    private UUID proposal;

    @BeforeEach
    void threeAbsences() {
        Family family = world.family(World.newSubDistrict() + ".1001");
        world.register(family);
        UUID group = UUID.randomUUID();
        for (int month = 1; month <= 3; month++) {
            world.tell(held(group, "2026-0" + month, Map.of(family.kpmId, "ABSENT")), month);
        }
        warning = world.standingStep(family.kpmId, "2026-02", "GROUP_MEETING_ABSENCE");
        proposal = world.standingStep(family.kpmId, "2026-03", "GROUP_MEETING_ABSENCE");
    }

    @Test
    void one_step_stands_for_each_family_period_cause_and_rung() throws SQLException {
        assertRefused(COPY, "{\"step_id\":\"%s\"}".formatted(UUID.randomUUID()), proposal);
        assertThat(
                        rows.change(
                                COPY,
                                "{\"step_id\":\"%s\",\"period\":\"2026-04\"}"
                                        .formatted(UUID.randomUUID()),
                                proposal))
                .isEqualTo(1);
    }

    @Test
    void a_protected_step_is_never_a_proposal() {
        assertRefused(
                COPY,
                "{\"step_id\":\"%s\",\"period\":\"2026-05\",\"is_protected\":true}"
                        .formatted(UUID.randomUUID()),
                proposal);
        assertRefused(
                COPY,
                "{\"step_id\":\"%s\",\"period\":\"2026-05\",\"attribution\":\"FACILITATOR\"}"
                        .formatted(UUID.randomUUID()),
                proposal);
        assertRefused(
                "INSERT INTO ladder_rung VALUES ('LADDER-2026', 'MEETING_NOT_HELD', 4, 'SUSPENSION_PROPOSED', true, '{}')");
    }

    @Test
    void a_step_is_withdrawn_and_not_changed_otherwise() {
        assertRefused("UPDATE sanction_step SET step = 'REMINDER' WHERE step_id = ?", warning);
        assertRefused("DELETE FROM sanction_step WHERE step_id = ?", warning);
        assertRefused(
                "UPDATE sanction_step SET withdrawn_at = now(), withdrawal_reason = 'CORRECTED_FACT' WHERE step_id = ?",
                warning);
    }

    @Test
    void a_decision_is_about_a_proposal_and_there_is_one() throws SQLException {
        assertRefused(DECIDE, "SUSPENSION_PROPOSED", "SUSPEND", "HOLD", "officer-2", warning);
        assertRefused(DECIDE, "SUSPENSION_WARNING", "SUSPEND", "HOLD", "officer-2", warning);
        assertRefused(DECIDE, "SUSPENSION_PROPOSED", "SUSPEND", "NONE", "officer-2", proposal);
        assertRefused(DECIDE, "SUSPENSION_PROPOSED", "TERMINATE", "NONE", "officer-2", proposal);
        assertRefused(DECIDE, "SUSPENSION_PROPOSED", "GRADUATE", "NONE", "officer-2", proposal);
        assertThat(decided()).isEqualTo(1);
        assertRefused(DECIDE, "SUSPENSION_PROPOSED", "DISMISS", "NONE", "officer-2", proposal);
        assertRefused(
                "UPDATE sanction_decision SET effect = 'FORFEIT' WHERE step_id = ?", proposal);
    }

    @Test
    void policies_come_and_go_with_two_people_only() {
        assertRefused(
                "INSERT INTO ladder_policy VALUES ('LADDER-ALONE', '2040-01-01', 'x', 30, 'x')");
        assertRefused("UPDATE ladder_rung SET step = 'NONE'");
        assertRefused("DELETE FROM commitment_rule");
        assertRefused("INSERT INTO commitment_policy VALUES ('C-ALONE', '2040-01-01', 'x')");
        assertRefused(
                "INSERT INTO exemption_policy_reason VALUES ('EXEMPTIONS-2026', 'DISASTER', '{KPM}', 'x')");
        assertRefused("DELETE FROM exemption_policy");
    }

    @Test
    void a_decision_needs_two_people() {
        assertRefused(DECIDE, "SUSPENSION_PROPOSED", "SUSPEND", "HOLD", "officer-1", proposal);
        assertRefused(
                DECIDE.replace("'ON_NOTICE'", "'AS_RECORDED'"),
                "SUSPENSION_PROPOSED",
                "SUSPEND",
                "HOLD",
                "officer-2",
                proposal);
        assertRefused(
                DECIDE.replace("'officer-1'", "NULL"),
                "SUSPENSION_PROPOSED",
                "SUSPEND",
                "HOLD",
                "officer-2",
                proposal);
    }

    @Test
    void a_decision_has_no_effect_before_its_delivery() throws SQLException {
        assertThat(decided()).isEqualTo(1);
        assertRefused(
                "INSERT INTO decision_effect (decision_id, notice_id, effective_from, recorded_on, recorded_at)"
                        + " SELECT decision_id, gen_random_uuid(), '2026-04-02', '2026-04-02', now()"
                        + " FROM sanction_decision WHERE step_id = ?",
                proposal);
        // taken on 2 April
        assertRefused(DELIVER, "2026-04-01", "2026-04-01", proposal);
        assertRefused(DELIVER, "2026-04-03", "2026-03-31", proposal);
        assertThat(rows.change(DELIVER, "2026-04-03", "2026-04-03", proposal)).isEqualTo(1);
        assertRefused(DELIVER, "2026-04-04", "2026-04-04", proposal);
        assertRefused("UPDATE family_notice SET occurred_on = '2026-04-02'");
    }

    @Test
    void a_decision_is_lifted_by_another_person() throws SQLException {
        assertThat(decided()).isEqualTo(1);
        for (String involved : List.of("officer-1", "officer-2")) {
            assertRefused(LIFT, "OFFICER_ERROR", involved, proposal);
        }
        assertRefused(LIFT, "OFFICER", "officer-3", proposal);
        assertThat(rows.change(LIFT, "COMMITMENT_MET", "officer-3", proposal)).isEqualTo(1);
        assertRefused(LIFT, "OFFICER_ERROR", "officer-3", proposal);
    }

    private int decided() throws SQLException {
        return rows.change(DECIDE, "SUSPENSION_PROPOSED", "SUSPEND", "HOLD", "officer-2", proposal);
    }

    @Test
    void facts_do_not_change() {
        assertRefused("UPDATE attendance_fact SET mark = 'PRESENT'");
        assertRefused("DELETE FROM meeting_fact");
    }

    private void assertRefused(String sql, Object... values) {
        assertThatThrownBy(() -> rows.change(sql, values)).isInstanceOf(SQLException.class);
    }

    @Test
    void every_table_of_policies_names_its_kind() {
        assertThat(
                        rows.texts(
                                "SELECT tgrelid::regclass::text FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid"
                                        + " WHERE p.proname = 'require_policy_version' AND t.tgnargs = 0"))
                .isEmpty();
        assertThatThrownBy(() -> rows.change("DELETE FROM notice_policy"))
                .hasMessageContaining("two people");
        assertThatThrownBy(() -> rows.change("UPDATE notice_policy SET days_until_effect = 0"))
                .hasMessageContaining("two people");
    }
}
