package id.pkh.meeting.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import id.pkh.localstack.OnLocalStack;
import id.pkh.meeting.GroupMeetingComponentTest;
import id.pkh.meeting.support.Api;
import id.pkh.meeting.support.Family;
import id.pkh.platform.figures.FigureSource;
import id.pkh.platform.figures.MakeSums;
import id.pkh.platform.jobs.Job;
import id.pkh.platform.jobs.Jobs;
import id.pkh.testsupport.rest.Caller;
import id.pkh.testsupport.rest.Figures;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A month of two groups is counted. */
@QuarkusTest
@OnLocalStack("meeting")
class FiguresComponentTest extends GroupMeetingComponentTest {

    @Inject @All List<FigureSource> sources;

    private static final String MONTH = "2026-05";

    @Inject Jobs jobs;
    @Inject MakeSums makeSums;

    private String other;

    @BeforeEach
    void aMonth() {
        aGroupOf(3);
        other = village.group(2);
        List<Family> theirs = registry.families(village, other, 2);
        Api.formGroup(village, other);
        recorded(group, "GROUP_MEETING", "-06", families, "PRESENT", "ABSENT", "SICK");
        recorded(group, "GROUP_MEETING", "-20", families, "PRESENT", "PRESENT", "UNMARKED");
        recorded(group, "P2K2", "-21", families, "PRESENT", "PRESENT_BY_PROXY", "ABSENT");
        recorded(other, "P2K2", "-22", theirs, "PRESENT", "PRESENT");
        Api.notHeld(Api.coordinator(village), other, MONTH, "DISASTER").statusCode(201);
    }

    private void recorded(
            String of, String kind, String day, List<Family> theirs, String... marks) {
        List<Map<String, Object>> attendance = new ArrayList<>();
        for (int i = 0; i < marks.length; i++) {
            attendance.add(Map.of("kpm_id", theirs.get(i).kpmId(), "mark", marks[i]));
        }
        Map<String, Object> meeting =
                new HashMap<>(
                        Map.of(
                                "group_code",
                                of,
                                "kind",
                                kind,
                                "held_on",
                                MONTH + day,
                                "attendance",
                                attendance));
        if (kind.equals("P2K2")) {
            meeting.put("session_code", "HEALTH-1");
        }
        Api.facilitator(village).post("/meetings", meeting).statusCode(201);
    }

    @Test
    void theFiguresOfAVillageAreThoseOfItsLists() {
        assertThat(Figures.of(Api.facilitator(village), MONTH, village.code()))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.ofEntries(
                                Map.entry("FAMILIES", 5L),
                                Map.entry("GROUPS", 2L),
                                Map.entry("GROUP_MEETING_HELD", 2L),
                                Map.entry("GROUPS_MET GROUP_MEETING", 1L),
                                Map.entry("GROUPS_NOT_MET DISASTER", 1L),
                                Map.entry("GROUP_MEETING_MARKS PRESENT", 3L),
                                Map.entry("GROUP_MEETING_MARKS ABSENT", 1L),
                                Map.entry("GROUP_MEETING_MARKS SICK", 1L),
                                Map.entry("GROUP_MEETING_MARKS UNMARKED", 1L),
                                Map.entry("P2K2_HELD", 2L),
                                Map.entry("GROUPS_MET P2K2", 2L),
                                Map.entry("P2K2_SESSIONS HEALTH-1", 2L),
                                Map.entry("P2K2_MARKS PRESENT", 3L),
                                Map.entry("P2K2_MARKS PRESENT_BY_PROXY", 1L),
                                Map.entry("P2K2_MARKS ABSENT", 1L),
                                Map.entry("P2K2_FAMILIES HEALTH", 4L)));
    }

    @Test
    void groupsAddUpToTheirVillageAndShowWhoHasRecordedNothing() {
        Map<String, Map<String, Long>> groups =
                Figures.of(Api.coordinator(village), MONTH, "GROUP", village.district());
        assertThat(groups).containsOnlyKeys(group, other);
        assertThat(sum(groups))
                .isEqualTo(Figures.of(Api.coordinator(village), MONTH, village.code()));
        assertThat(groups.get(other)).doesNotContainKey("GROUPS_WITHOUT_RECORD GROUP_MEETING");

        assertThat(Figures.of(Api.facilitator(village), "2026-04", village.code()))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "FAMILIES", 5L,
                                "GROUPS", 2L,
                                "GROUPS_WITHOUT_RECORD GROUP_MEETING", 2L,
                                "GROUPS_WITHOUT_RECORD P2K2", 2L));
    }

    @Test
    void sumsOfTheNightAreThoseCounts() {
        Caller officer = Caller.officer();
        String job =
                officer.post("/figures/" + MONTH + "/sums")
                        .statusCode(202)
                        .header("Location", "/api/v1/figures/2026-05?by=PROVINCE")
                        .extract()
                        .path("job_id");
        assertThat(jobs.await(UUID.fromString(job), Duration.ofSeconds(60)).status())
                .isEqualTo(Job.Status.DONE);

        Map<String, Map<String, Long>> kept = Figures.of(officer, MONTH, "SUB_DISTRICT", "17");
        assertThat(kept.get(village.district()))
                .isEqualTo(Figures.of(officer, MONTH, village.code()));
        assertThat(sum(kept)).isEqualTo(Figures.of(officer, MONTH, "PROVINCE", "17").get("17"));
        officer.get("/figures/" + MONTH + "?by=REGENCY")
                .statusCode(200)
                .body("from_sums", equalTo(true))
                .body("regencies_missing", equalTo(0))
                .body("areas.area_code", hasItem(village.district().substring(0, 5)));
    }

    @Test
    void thePageOfTheRulesNamesEveryFigure() {
        assertThat(sources.stream().flatMap(source -> source.figures().stream()))
                .containsExactlyInAnyOrderElementsOf(Figures.ofPage("meeting"));
    }

    @Test
    void everyNightTheSumsOfFourMonthsAreMade() {
        makeSums.handle();
        assertThat(jobs.latest("FIGURES", null, null, 10))
                .extracting(Job::subject)
                .contains("2026-03", "2026-04", "2026-05", "2026-06");
    }

    @Test
    void whatCannotBeCountedIsRefused() {
        Caller facilitator = Api.facilitator(village);
        facilitator
                .get("/figures/2026-05?by=GROUP&area=17.71.09")
                .statusCode(404)
                .body("code", equalTo("NOT_FOUND"));
        facilitator
                .get("/figures/2026-05?by=HOUSE")
                .statusCode(400)
                .body("code", equalTo("FIGURES_LEVEL_UNKNOWN"));
        Caller.officer()
                .get("/figures/2026-05?by=VILLAGE")
                .statusCode(400)
                .body("code", equalTo("FIGURES_TOO_FINE"));
        facilitator
                .get("/figures/2026-Q2?by=GROUP")
                .statusCode(400)
                .body("code", equalTo("INVALID_PARAMETER"));
        facilitator
                .get("/figures/2026-05?by=GROUP&area=nowhere")
                .statusCode(422)
                .body("code", equalTo("AREA_CODE_INVALID"));
        facilitator.post("/figures/2026-05/sums").statusCode(403);
    }

    private static Map<String, Long> sum(Map<String, Map<String, Long>> rows) {
        Map<String, Long> sums = new HashMap<>();
        rows.values()
                .forEach(
                        row ->
                                row.forEach(
                                        (figure, value) -> sums.merge(figure, value, Long::sum)));
        return sums;
    }
}
