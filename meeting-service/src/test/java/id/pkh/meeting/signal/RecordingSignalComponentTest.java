package id.pkh.meeting.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import id.pkh.localstack.OnLocalStack;
import id.pkh.meeting.GroupMeetingComponentTest;
import id.pkh.meeting.support.Api;
import id.pkh.meeting.support.Village;
import id.pkh.platform.security.Roles;
import id.pkh.testsupport.rest.Caller;
import id.pkh.testsupport.rows.Rows;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Supervisors see how lists were recorded. */
@QuarkusTest
@OnLocalStack("meeting")
class RecordingSignalComponentTest extends GroupMeetingComponentTest {

    @Inject DataSource database;

    @BeforeEach
    void aGroup() {
        aGroupOf(2);
        Rows rows = new Rows(database);
        assertThat(
                        rows.text(
                                "SELECT full_lists || ' ' || lists_at_once FROM recording_signal_policy"))
                .isEqualTo("6 10");
    }

    @Test
    void listsThatAreAlwaysFullAndRecordedTogetherAreShown() {
        for (int month = 1; month <= 5; month++) {
            clock.setTo(YearMonth.of(2026, month).atEndOfMonth().toString());
            record(YearMonth.of(2026, month) + "-15", "PRESENT");
        }
        signals("2026-05").body("items", hasSize(0));
        clock.setTo("2026-06-10");
        record("2026-06-09", "PRESENT");
        signals("2026-06")
                .body("items.signals", contains(List.of("ALWAYS_FULL")))
                .body("items[0].group_code", equalTo(group))
                .body("items[0].families", equalTo(2))
                .body("items[0].present", equalTo(2));

        for (int day = 1; day <= 8; day++) {
            record("2026-05-0" + day, "ABSENT");
        }
        signals("2026-05").body("items", hasSize(0));
        record("2026-05-09", "ABSENT");
        signals("2026-05")
                .body("items.signals", contains(List.of("MANY_AT_ONCE")))
                .body("items[0].lists_at_once", equalTo(10));
    }

    @Test
    void aListThatIsRecordedAfterTheClosingIsShownPageByPageInItsAreaOnly() {
        Api.close(village, "2026-04").statusCode(201);
        clock.setTo("2026-06-11");
        record("2026-04-14", "ABSENT");
        record("2026-04-15", "PRESENT");
        List<List<String>> seen = new ArrayList<>();
        String after = "";
        do {
            JsonPath page =
                    Api.coordinator(village)
                            .read("/recording-signals?limit=1&month=2026-04" + after);
            seen.addAll(page.getList("items.signals"));
            after = page.get("next") == null ? null : "&after=" + page.getString("next");
        } while (after != null);
        assertThat(seen).containsExactly(List.of("AFTER_CUT_OFF"), List.of("AFTER_CUT_OFF"));
        signals("2026-04").body("items.held_on", hasItem("2026-04-14"));

        Api.coordinator(Village.another())
                .get("/recording-signals?month=2026-04")
                .body("items", hasSize(0));
        Api.facilitator(village).get("/recording-signals").statusCode(403);
        Api.coordinator(village)
                .get("/recording-signals?month=April")
                .statusCode(400)
                .body("code", equalTo("MONTH_INVALID"));
        Api.coordinator(village)
                .get("/recording-signals?village=nowhere")
                .statusCode(422)
                .body("code", equalTo("AREA_CODE_INVALID"));
    }

    private ValidatableResponse signals(String month) {
        return Api.coordinator(village).get("/recording-signals?month=" + month).statusCode(200);
    }

    /** By a person of the village, whose other lists no other test counts. */
    private void record(String heldOn, String mark) {
        Caller.named("f-" + village.code(), Roles.FACILITATOR, village.code())
                .post(
                        "/meetings",
                        Map.of(
                                "group_code",
                                group,
                                "kind",
                                "GROUP_MEETING",
                                "held_on",
                                heldOn,
                                "attendance",
                                families.stream()
                                        .map(
                                                family ->
                                                        Map.of(
                                                                "kpm_id",
                                                                family.kpmId(),
                                                                "mark",
                                                                mark))
                                        .toList()))
                .statusCode(201);
    }
}
