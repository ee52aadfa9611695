package id.pkh.meeting.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.pkh.localstack.OnLocalStack;
import id.pkh.testsupport.rest.Caller;
import id.pkh.testsupport.rows.Rows;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The escalation and the reasons, entered while the service runs. */
@QuarkusTest
@OnLocalStack("meeting")
class PolicyEntryComponentTest {

    private static final Caller OFFICER = Caller.officer("officer-8");
    private static final Caller APPROVER = Caller.approver("approver-8");

    @Inject DataSource database;

    private Rows rows;

    @BeforeEach
    void rows() {
        rows = new Rows(database);
    }

    @AfterEach
    void revokeAll() {
        rows.texts("SELECT version_id::text FROM policy_version_status WHERE status = 'APPROVED'")
                .forEach(
                        id -> {
                            OFFICER.post(
                                    path(id, "revocation-proposal"),
                                    Map.of("sha256", sha256(id), "reason", "the end of a test"));
                            APPROVER.post(path(id, "revocation"), Map.of("sha256", sha256(id)));
                        });
    }

    @Test
    void anEscalationIsEnteredApprovedAndRevoked() {
        approve("duty-escalations", example("enterDutyEscalation"));
        assertThat(steps()).isEqualTo("1 NONE, 2 COORDINATOR, 4 REGENCY_COORDINATOR");
        revokeAll();
        assertThat(rows.texts("SELECT DISTINCT policy_code FROM facilitator_duty_policy"))
                .containsExactly("DUTY-2026");
    }

    @Test
    void theReasonsOfAMonthAreThoseOfTheLatestPolicy() {
        approve("not-held-reasons", example("enterNotHeldReasons"));
        Caller.officer()
                .get("/not-held/reasons?month=2026-06")
                .statusCode(200)
                .body("code", hasSize(6));
        assertThat(
                        rows.texts(
                                "SELECT code FROM not_held_reason WHERE policy_code = 'NEXT' ORDER BY code"))
                .containsExactly("DISASTER", "NO_FACILITATOR_ASSIGNED", "NO_SHEET_RECEIVED");
        Caller.officer()
                .get("/policy-versions?kind=NOT_HELD_REASONS&status=APPROVED")
                .body("items.policy_code", hasItem("NEXT"));
    }

    @Test
    void theSizeOfGroupsAndTheMaterialAreEnteredAndApproved() {
        approve("group-sizes", example("enterGroupSize"));
        approve("p2k2-materials", example("enterP2k2Material"));
        approve("recording-signals", example("enterRecordingSignals"));
        approve("attendance-proxies", example("enterAttendanceProxies"));
        assertThat(
                        rows.text(
                                "SELECT counts_as_present::text FROM proxy_policy WHERE policy_code = 'NEXT'"))
                .isEqualTo("false");
        assertThat(
                        rows.text(
                                "SELECT full_lists || ' ' || lists_at_once || ' ' || within_seconds || ' ' || late_days"
                                        + " FROM recording_signal_policy WHERE policy_code = 'NEXT'"))
                .isEqualTo("4 8 120 3");
        assertThat(
                        rows.text(
                                "SELECT min_families || '-' || max_families FROM group_size_policy"
                                        + " WHERE policy_code = 'NEXT'"))
                .isEqualTo("12-25");
        assertThat(
                        rows.texts(
                                "SELECT position || ' ' || code || ' ' || number FROM p2k2_session"
                                        + " WHERE policy_code = 'NEXT' ORDER BY position"))
                .containsExactly("1 PARENTING-1 1", "2 PARENTING-2 2", "3 ADAPTIVE-1 1");
        Caller.officer()
                .get("/p2k2-sessions?on=2099-01-01")
                .body("policy_code", equalTo("NEXT"))
                .body("sessions", hasSize(3));
    }

    @Test
    void aSizeOrAMaterialThatContradictsItselfIsNotEntered() {
        refused(
                "group-sizes",
                example("enterGroupSize").put("max_families", 11),
                "POLICY_ROW_IMPOSSIBLE");
        ObjectNode twice = example("enterP2k2Material");
        ((ObjectNode) twice.at("/modules/1/sessions/0")).put("session_code", "PARENTING-1");
        refused("p2k2-materials", twice, "POLICY_ROW_TWICE");
        ObjectNode free = example("enterP2k2Material");
        ((ObjectNode) free.at("/modules/0")).put("course", "ADAPTIVE");
        refused("p2k2-materials", free, "POLICY_ROW_MISSING");
    }

    @ParameterizedTest
    @CsvSource({
        "0, months_running_from, 2, POLICY_ROW_TWICE",
        "0, months_running_from, 3, POLICY_ROW_MISSING",
        "2, level, NONE, POLICY_ROW_IMPOSSIBLE",
    })
    void anEscalationThatFallsOrBeginsLateIsNotEntered(
            int step, String field, String value, String code) {
        ObjectNode document = example("enterDutyEscalation");
        ObjectNode row = (ObjectNode) document.path("steps").get(step);
        if (field.equals("level")) {
            row.put(field, value);
        } else {
            row.put(field, Integer.parseInt(value));
        }
        refused("duty-escalations", document, code);
    }

    @ParameterizedTest
    @CsvSource({
        "0, code, OTHER, POLICY_ROW_MISSING",
        "1, code, OTHER, POLICY_ROW_MISSING",
        "1, attribution, FACILITATOR, POLICY_ROW_IMPOSSIBLE",
        "2, code, NO_SHEET_RECEIVED, POLICY_ROW_TWICE",
    })
    void reasonsThatClosingsNeedAreNotLeftOut(int row, String field, String value, String code) {
        ObjectNode document = example("enterNotHeldReasons");
        ((ObjectNode) document.path("reasons").get(row)).put(field, value);
        refused("not-held-reasons", document, code);
    }

    private static void refused(String kind, ObjectNode document, String code) {
        OFFICER.post("/policy-versions/" + kind, document.toString())
                .statusCode(422)
                .body("code", equalTo(code));
    }

    /** The database itself, and each table for its own kind only. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM facilitator_duty_policy",
                "UPDATE facilitator_duty_policy SET level = 'NONE'",
                "DELETE FROM not_held_reason",
                "UPDATE closing_calendar SET day_of_month = 28",
                "UPDATE group_size_policy SET max_families = 60",
                "DELETE FROM p2k2_session",
                "UPDATE recording_signal_policy SET late_days = 9",
                "DELETE FROM proxy_policy"
            })
    void theDatabaseRefusesAPolicyOfOnePerson(String statement) {
        assertThatThrownBy(() -> rows.change(statement)).hasMessageContaining("two people");
        assertThat(
                        rows.texts(
                                "SELECT tgrelid::regclass::text FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid"
                                        + " WHERE p.proname = 'require_policy_version' AND t.tgnargs = 0"))
                .isEmpty();
    }

    private void approve(String kind, ObjectNode document) {
        String id =
                OFFICER.post("/policy-versions/" + kind, document.toString())
                        .statusCode(201)
                        .extract()
                        .path("version_id");
        APPROVER.post(path(id, "approval"), Map.of("sha256", sha256(id))).statusCode(200);
    }

    private String steps() {
        return rows.text(
                "SELECT string_agg(months_running_from || ' ' || level, ', ' ORDER BY months_running_from)"
                        + " FROM facilitator_duty_policy WHERE policy_code = 'NEXT'");
    }

    private String sha256(String id) {
        return rows.text("SELECT sha256 FROM policy_version WHERE version_id = ?::uuid", id);
    }

    private static String path(String id, String act) {
        return "/policy-versions/" + id + "/" + act;
    }

    private static ObjectNode example(String operation) {
        try (InputStream file =
                PolicyEntryComponentTest.class.getResourceAsStream(
                        "/META-INF/pkh/examples/" + operation + ".json")) {
            JsonNode request = new ObjectMapper().readTree(file).path("request");
            return ((ObjectNode) request)
                    .put("policy_code", "NEXT")
                    .put("valid_from", "2099-01-01");
        } catch (IOException e) {
            throw new IllegalStateException(operation, e);
        }
    }
}
