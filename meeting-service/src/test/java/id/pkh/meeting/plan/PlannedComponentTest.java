package id.pkh.meeting.plan;

import id.pkh.meeting.GroupMeetingComponentTest;
import id.pkh.testsupport.rest.Caller;
import id.pkh.testsupport.rows.Rows;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A policy that plans ahead applies from July 2026, and the day of the service is in it. */
public abstract class PlannedComponentTest extends GroupMeetingComponentTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Caller OFFICER = Caller.officer("plan-1");
    private static final Caller OTHER = Caller.officer("plan-2");

    @Inject protected DataSource database;
    @Inject PlanAhead planAhead;

    private Map<String, Object> version;

    @BeforeEach
    void aPolicy() {
        Map<String, Object> weekday = new HashMap<>(Map.of("week", 2, "weekday", "TUESDAY"));
        Map<String, Object> document = new HashMap<>();
        document.put(
                "policy_code",
                "PLAN-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase());
        document.put("valid_from", "2026-07-01");
        document.put("legal_basis", "a test");
        document.put("months_ahead", 1);
        document.put("meeting_day", weekday);
        document.put("p2k2_day", Map.of("day_of_month", 20));
        document.put("visit_month", 2);
        document.put("visit_day", Map.of("day_of_month", 12));
        document.put("report_day", 3);
        document.put("first_hour", 9);
        document.put("hours_each", 2);
        document.put("a_day", 2);
        document.put("invite_days", 7);
        document.put("remind_days", 2);
        document.put("withdrawal_days", 4);
        JsonPath entered =
                OFFICER.post("/policy-versions/plan-calendars", document)
                        .statusCode(201)
                        .extract()
                        .jsonPath();
        version =
                Map.of(
                        "id",
                        entered.getString("version_id"),
                        "sha256",
                        entered.getString("sha256"));
        OTHER.post(path("approval"), Map.of("sha256", version.get("sha256"))).statusCode(200);
    }

    @AfterEach
    void noPolicy() {
        clock.setTo("2026-06-10");
        OFFICER.post(
                path("revocation-proposal"),
                Map.of("sha256", version.get("sha256"), "reason", "the end of a test"));
        OTHER.post(path("revocation"), Map.of("sha256", version.get("sha256")));
    }

    private String path(String act) {
        return "/policy-versions/" + version.get("id") + "/" + act;
    }

    /** The day comes, and its plan is made. */
    protected void planOn(String day) {
        clock.setTo(day);
        Rows rows = new Rows(database);
        rows.execute("DELETE FROM plan_run WHERE run_on = ?::date", day);
        planAhead.handle();
        planAhead.handle();
        Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () ->
                                rows.texts(
                                                "SELECT j.status FROM plan_run r JOIN job j ON j.job_id = r.job_id WHERE r.run_on = ?::date",
                                                day)
                                        .equals(List.of("DONE")));
    }
}
