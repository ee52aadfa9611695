package id.pkh.meeting.monthclose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import id.pkh.localstack.OnLocalStack;
import id.pkh.meeting.MeetingComponentTest;
import id.pkh.meeting.support.Api;
import id.pkh.meeting.support.Family;
import id.pkh.platform.calendar.CloseOnSchedule;
import id.pkh.platform.calendar.ClosingDays;
import id.pkh.platform.security.Roles;
import id.pkh.testsupport.RuleTable;
import id.pkh.testsupport.rest.Caller;
import id.pkh.testsupport.rows.Rows;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Months are closed on the fifth of the following month, at one o'clock in Jakarta. The tests are
 * about years in which no other test has a group.
 */
@QuarkusTest
@OnLocalStack("meeting")
class CalendarComponentTest extends MeetingComponentTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Caller OFFICER = Caller.as(Roles.DATA_ADMINISTRATOR, "*");

    private static final String DAY = "day of the following month";
    private static final String LATE = "late after, hours";

    @Inject CloseOnSchedule schedule;
    @Inject ClosingDays days;
    @Inject DataSource database;

    private Rows rows;

    @BeforeEach
    void theScheduleHasNeverRun() {
        rows = new Rows(database);
        rows.execute("TRUNCATE next_closing");
    }

    @AfterEach
    void noOtherTestMeetsTheSchedule() {
        rows.execute("TRUNCATE next_closing");
    }

    @Test
    void aMonthIsClosedOnItsDayAndHourInJakartaAndNotBefore() {
        groupSince("2021-01-01");
        at("2021-02-10T05:00:00Z");
        at("2021-03-04T17:59:59Z");
        assertThat(closings("2021")).isEmpty();

        at("2021-03-04T18:00:00Z");
        assertThat(closings("2021")).containsExactly("2021-02 * system CALENDAR");
        awaitDone("2021-02");
        OFFICER.post("/month-closings", Map.of("month", "2021-02", "area_code", "*"))
                .statusCode(200)
                .body("outcome", equalTo("MONTH_ALREADY_CLOSED"))
                .body("started_by", equalTo("system"))
                .body("reason", equalTo("CALENDAR"))
                .body("meetings_not_held", equalTo(1));
        at("2021-03-04T18:15:00Z");
        assertThat(next()).isEqualTo("2021-03-01");
    }

    @Test
    void aNewInstallationClosesNothingOfThePast() {
        groupSince("2022-01-01");
        at("2022-06-04T18:00:00Z");
        at("2022-07-04T17:00:00Z");
        assertThat(closings("2022")).isEmpty();
        assertThat(next()).isEqualTo("2022-06-01");
    }

    @Test
    void afterAPauseTheMonthsAreClosedInTheirOrder() {
        groupSince("2023-01-01");
        at("2023-01-20T05:00:00Z");
        clock.setTo(Instant.parse("2023-04-06T05:00:00Z"));
        await().atMost(PATIENCE)
                .until(
                        () -> {
                            schedule.handle();
                            return next().equals("2023-04-01");
                        });
        assertThat(
                        rows.texts(
                                "SELECT to_char(month, 'YYYY-MM') FROM month_closing"
                                        + " WHERE month BETWEEN '2023-01-01' AND '2023-12-01' ORDER BY started_at"))
                .containsExactly("2023-01", "2023-02", "2023-03");
    }

    @Test
    void aMonthThatAPersonClosedBeforeItsDayIsNotClosedAgain() {
        UUID group = groupSince("2024-01-01");
        at("2024-01-20T05:00:00Z");
        clock.setTo(Instant.parse("2024-02-01T05:00:00Z"));
        OFFICER.post("/month-closings", Map.of("month", "2024-01", "area_code", "*"))
                .statusCode(201)
                .body("reason", equalTo("REQUEST"));
        int published = this.published.about(group).size();

        at("2024-02-05T05:00:00Z");

        assertThat(next()).isEqualTo("2024-02-01");
        assertThat(closings("2024")).hasSize(1).noneMatch(closing -> closing.contains("CALENDAR"));
        assertThat(this.published.about(group)).hasSize(published);
    }

    @Test
    void instancesThatLookAtTheSameTimeStartOneClosing() {
        groupSince("2020-06-01");
        at("2020-06-20T05:00:00Z");
        clock.setTo(Instant.parse("2020-07-05T05:00:00Z"));
        CompletableFuture.allOf(
                        IntStream.range(0, 4)
                                .mapToObj(i -> CompletableFuture.runAsync(schedule::handle))
                                .toArray(CompletableFuture[]::new))
                .join();
        awaitDone("2020-06");
        assertThat(
                        rows.number(
                                "SELECT count(*) FROM job WHERE kind = 'month-closing' AND subject = '2020-06 *'"))
                .isOne();
    }

    @Test
    void theDaysAreThoseOfTheRulesPage() {
        assertThat(
                        rows.text(
                                "SELECT concat_ws(' ', policy_code, valid_from, day_of_month, at_hour, zone, grace_hours)"
                                        + " FROM closing_calendar WHERE policy_code = 'MONTHS-2026'"))
                .isEqualTo(
                        String.join(
                                " ",
                                ofMonths("version", "from", DAY, "hour", "zone", LATE).get(0)));
        ofMonths("period", "the calendar closes it at")
                .forEach(
                        row ->
                                assertThat(days.closesAt(YearMonth.parse(row.get(0))))
                                        .as(row.get(0))
                                        .contains(Instant.parse(row.get(1))));
    }

    /** The rows about months, without their first cell. */
    private static List<List<String>> ofMonths(String... columns) {
        String[] header =
                Stream.concat(Stream.of("policy"), Stream.of(columns)).toArray(String[]::new);
        return RuleTable.rows("closings.md", header).stream()
                .filter(row -> row.get(0).equals("MONTH_CLOSING"))
                .map(row -> row.subList(1, row.size()))
                .toList();
    }

    private void at(String moment) {
        clock.setTo(Instant.parse(moment));
        schedule.handle();
    }

    private String next() {
        return rows.text("SELECT period::text FROM next_closing");
    }

    private List<String> closings(String year) {
        return rows.texts(
                "SELECT to_char(month, 'YYYY-MM') || ' ' || area_code || ' ' || started_by || ' ' || reason"
                        + " FROM month_closing WHERE extract(year FROM month) = ?::int ORDER BY month",
                year);
    }

    private void awaitDone(String month) {
        await().atMost(PATIENCE)
                .until(
                        () ->
                                rows.number(
                                                "SELECT count(*) FROM month_closing WHERE month = (? || '-01')::date"
                                                        + " AND area_code = '*' AND finished_at IS NOT NULL",
                                                month)
                                        == 1);
    }

    private UUID groupSince(String day) {
        registry.assign(village, day, null);
        registry.state(Family.another(), 1, village, village.group(1), day, "ACTIVE");
        registry.await();
        return UUID.fromString(
                Api.facilitator(village)
                        .post(
                                "/groups",
                                Map.of(
                                        "group_code",
                                        village.group(1),
                                        "name",
                                        "Melati",
                                        "meeting_place",
                                        "Balai Kelurahan",
                                        "formed_on",
                                        day))
                        .statusCode(201)
                        .extract()
                        .path("group_id"));
    }
}
