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
        String decide =
                "INSERT INTO sanction_decision SELECT gen_random_uuid(), step_id, ?, kpm_id, ?, ?, '2026-04-01', 'why',"
                        + " 'officer-1', '2026-04-02', now() FROM sanction_step WHERE step_id = ?";
        assertRefused(decide, "SUSPENSION_PROPOSED", "SUSPEND", "HOLD", warning);
        assertRefused(decide, "SUSPENSION_WARNING", "SUSPEND", "HOLD", warning);
        assertRefused(decide, "SUSPENSION_PROPOSED", "SUSPEND", "NONE", proposal);
        assertRefused(decide, "SUSPENSION_PROPOSED", "TERMINATE", "NONE", proposal);
        assertThat(rows.change(decide, "SUSPENSION_PROPOSED", "SUSPEND", "HOLD", proposal))
                .isEqualTo(1);
        assertRefused(decide, "SUSPENSION_PROPOSED", "DISMISS", "NONE", proposal);
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
    void facts_do_not_change() {
        assertRefused("UPDATE attendance_fact SET mark = 'PRESENT'");
        assertRefused("DELETE FROM meeting_fact");
    }

    private void assertRefused(String sql, Object... values) {
        assertThatThrownBy(() -> rows.change(sql, values)).isInstanceOf(SQLException.class);
    }
}
