package id.pkh.verification.quarter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import id.pkh.localstack.OnLocalStack;
import id.pkh.platform.calendar.CloseOnSchedule;
import id.pkh.platform.calendar.ClosingDays;
import id.pkh.testsupport.RuleTable;
import id.pkh.testsupport.events.EventStreams;
import id.pkh.testsupport.events.PublishedEvent;
import id.pkh.testsupport.rest.Caller;
import id.pkh.testsupport.rows.Rows;
import id.pkh.testsupport.time.MovableClock;
import id.pkh.verification.signal.domain.VerificationPeriod;
import id.pkh.verification.support.World;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Quarters are closed on the tenth of the following month, at one o'clock in Jakarta. */
@QuarkusTest
@OnLocalStack("verification")
class CalendarComponentTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String DAY = "day of the following month";
    private static final String LATE = "late after, hours";

    @Inject CloseOnSchedule schedule;
    @Inject ClosingDays days;
    @Inject World world;
    @Inject Rows rows;
    @Inject MovableClock clock;
    @Inject EventStreams streams;

    @BeforeEach
    @AfterEach
    void theScheduleHasNeverRun() {
        rows.execute("TRUNCATE next_closing");
        clock.reset();
    }

    @Test
    void aQuarterIsClosedOnItsDayAndPublished() {
        world.register(world.family(World.newSubDistrict() + ".1001").elder());
        at("2023-05-10T05:00:00Z");
        at("2023-07-09T17:59:59Z");
        assertThat(closings()).isEmpty();

        at("2023-07-09T18:00:00Z");
        assertThat(closings()).containsExactly("2023-Q2 * system CALENDAR");
        String id =
                rows.text("SELECT closing_id::text FROM quarter_closing WHERE period = '2023-Q2'");
        List<PublishedEvent> published =
                await().atMost(PATIENCE)
                        .until(
                                () -> streams.published("pkh.verification.quarter.v1", id),
                                events -> !events.isEmpty());
        assertThat(published).hasSize(1);
        assertThat(published.get(0).text("period")).isEqualTo("2023-Q2");
        assertThat(published.get(0).text("area_code")).isEqualTo("*");
        assertThat(published.get(0).text("reason")).isEqualTo("CALENDAR");
        assertThat(rows.number("SELECT items_done FROM job WHERE job_id = ?::uuid", id))
                .isPositive();

        Caller.administrator("*")
                .post("/quarter-closings", Map.of("quarter", "2023-Q2", "area_code", "*"))
                .statusCode(200)
                .body("closing_id", equalTo(id))
                .body("requested_by", equalTo("system"))
                .body("reason", equalTo("CALENDAR"));
        at("2023-07-10T05:00:00Z");
        assertThat(rows.text("SELECT period::text FROM next_closing")).isEqualTo("2023-07-01");
        assertThat(streams.published("pkh.verification.quarter.v1", id)).hasSize(1);
    }

    @Test
    void theDaysAreThoseOfTheRulesPage() {
        assertThat(
                        rows.text(
                                "SELECT concat_ws(' ', policy_code, valid_from, day_of_month, at_hour, zone, grace_hours)"
                                        + " FROM closing_calendar WHERE policy_code = 'QUARTERS-2026'"))
                .isEqualTo(
                        String.join(
                                " ",
                                ofQuarters("version", "from", DAY, "hour", "zone", LATE).get(0)));
        ofQuarters("period", "the calendar closes it at")
                .forEach(
                        row ->
                                assertThat(
                                                days.closesAt(
                                                        VerificationPeriod.parse(row.get(0))
                                                                .firstMonth()))
                                        .as(row.get(0))
                                        .contains(Instant.parse(row.get(1))));
    }

    /** The rows about quarters, without their first cell. */
    private static List<List<String>> ofQuarters(String... columns) {
        String[] header =
                Stream.concat(Stream.of("policy"), Stream.of(columns)).toArray(String[]::new);
        return RuleTable.rows("closings.md", header).stream()
                .filter(row -> row.get(0).equals("QUARTER_CLOSING"))
                .map(row -> row.subList(1, row.size()))
                .toList();
    }

    private void at(String moment) {
        clock.setTo(Instant.parse(moment));
        schedule.handle();
    }

    private List<String> closings() {
        return rows.texts(
                "SELECT period || ' ' || area_code || ' ' || requested_by || ' ' || reason"
                        + " FROM quarter_closing WHERE quarter_start BETWEEN '2023-01-01' AND '2023-12-31'");
    }
}
