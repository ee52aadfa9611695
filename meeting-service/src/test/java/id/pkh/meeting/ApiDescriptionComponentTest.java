package id.pkh.meeting;

import id.pkh.localstack.OnLocalStack;
import id.pkh.meeting.support.Api;
import id.pkh.meeting.support.CheckInExamples;
import id.pkh.meeting.support.Family;
import id.pkh.meeting.support.GroupExamples;
import id.pkh.meeting.support.PlanExamples;
import id.pkh.meeting.support.Registry;
import id.pkh.meeting.support.Village;
import id.pkh.platform.security.Roles;
import id.pkh.testsupport.description.contract.ApiDescriptionContract;
import id.pkh.testsupport.description.contract.OperatorsExamples;
import id.pkh.testsupport.description.contract.PolicyExamples;
import id.pkh.testsupport.rest.Caller;
import id.pkh.testsupport.rows.Rows;
import id.pkh.testsupport.time.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;

@QuarkusTest
@OnLocalStack("meeting")
class ApiDescriptionComponentTest extends ApiDescriptionContract {

    private static final String PREFIX = "01983f2a-6c10-7b3e-9d51-";

    @Inject Registry registry;
    @Inject MovableClock clock;
    @Inject DataSource database;
    @Inject GroupExamples groupExamples;

    private String facilitatorCode;

    ApiDescriptionComponentTest() {
        super("meeting-service");
    }

    @Override
    protected Map<String, String> provide() {
        clock.setTo("2026-06-10");
        Village village = Village.another();
        registry.assign(village, "2025-01-01", null);
        List<Family> families = registry.families(village, village.group(1), 3);
        Map<String, String> actual = new HashMap<>(OperatorsExamples.provide(new Rows(database)));
        actual.putAll(
                PolicyExamples.provide(
                        new Rows(database),
                        "DUTY_ESCALATION",
                        "{\"policy_code\":\"CODE\",\"valid_from\":\"DAY\",\"legal_basis\":\"an example\","
                                + "\"steps\":[{\"months_running_from\":1,\"level\":\"NONE\"}]}",
                        "DUTY-2028",
                        "NOT-HELD-2028",
                        "GROUP-SIZE-2028",
                        "P2K2-2028",
                        "RECORDING-2028",
                        "PROXIES-2028",
                        "MONTHS-2028",
                        "PLAN-2028",
                        "PHOTOS-2028",
                        "CHECK-IN-2028"));
        actual.put("17.71.08", village.district());
        actual.put(PREFIX + "3f0a7c2e1b44", Api.formGroup(village, village.group(1)).toString());
        actual.put(PREFIX + "8e4d2c6f0a11", village.facilitatorId().toString());
        for (int i = 1; i <= families.size(); i++) {
            Family family = families.get(i - 1);
            actual.put(PREFIX + "5b9e0d4f2a0" + i, family.kpmId().toString());
            actual.put("177108520382900" + i, family.nik());
        }
        actual.putAll(groupExamples.provide(village));
        actual.putAll(
                PlanExamples.provide(
                        new Rows(database),
                        village,
                        UUID.fromString(actual.get(PREFIX + "3f0a7c2e1b44"))));
        facilitatorCode = village.facilitatorCode();
        Api.close(village, "2025-10"); // the second month in a row is escalated
        actual.put(
                PREFIX + "1a3c5e7f9b55",
                Api.close(village, "2025-11").extract().path("closing_id"));
        actual.put(PREFIX + "6c8d1e3f5a26", meetingOf(village, "GROUP_MEETING", "2026-06-01"));
        String december = meetingOf(village, "GROUP_MEETING", "2025-12-15");
        actual.put(PREFIX + "6c8d1e3f5a22", december);
        actual.put(PREFIX + "8d2e4f6a0b01", PlanExamples.photo(village, december));
        actual.put(PREFIX + "8d2e4f6a0b02", PlanExamples.photo(village, december));
        clock.setTo("2026-06-11"); // after the closing
        actual.put(PREFIX + "6c8d1e3f5a24", meetingOf(village, "P2K2", "2025-11-18"));
        for (int n = 7; n <= 9; n++) { // meetings of a closed month
            String meeting = meetingOf(village, "P2K2", "2025-11-0" + n);
            actual.put(PREFIX + "6c8d1e3f5a2" + n, meeting);
            if (n > 7) {
                actual.put(
                        PREFIX + "9e3f5a7b1c0" + (n - 6),
                        PlanExamples.takingBack(village, meeting));
            }
        }
        clock.setTo("2026-06-10");
        actual.putAll(
                CheckInExamples.provide(
                        new Rows(database),
                        village,
                        UUID.fromString(actual.get(PREFIX + "3f0a7c2e1b44")),
                        List.of(
                                families.get(0),
                                families.get(1),
                                registry.families(village, village.group(1), 1).get(0)),
                        "2026-06-10"));
        return actual;
    }

    /** A code is late after some minutes, and a family checks in before it changes its group. */
    @Override
    protected int orderOf(String operationId, String method) {
        return operationId.matches("checkIn|scanCheckInCard")
                ? 0
                : super.orderOf(operationId, method);
    }

    /** A calendar belongs to a facilitator who is known by a code. */
    @Override
    protected Caller callerOf(String operationId, List<String> roles) {
        return operationId.contains("CalendarToken")
                ? Caller.named(facilitatorCode, Roles.FACILITATOR, "*")
                : super.callerOf(operationId, roles);
    }

    @AfterEach
    void endOfPolicies() {
        PolicyExamples.end(new Rows(database));
    }

    private static String meetingOf(Village village, String kind, String heldOn) {
        return Api.facilitator(village)
                .post(
                        "/meetings",
                        Map.of(
                                "group_code",
                                village.group(1),
                                "kind",
                                kind,
                                "held_on",
                                heldOn,
                                "attendance",
                                List.of()))
                .statusCode(201)
                .extract()
                .path("meeting_id");
    }
}
