package id.pkh.meeting.monthclose;

import static id.pkh.meeting.support.EventFields.monthsRunning;
import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.localstack.OnLocalStack;
import id.pkh.meeting.MeetingComponentTest;
import id.pkh.meeting.support.Api;
import id.pkh.meeting.support.Family;
import id.pkh.meeting.support.Sheet;
import id.pkh.testsupport.events.PublishedEvent;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What several people do in the same moment has the effect of one after the other. */
@QuarkusTest
@OnLocalStack("meeting")
class AtTheSameTimeComponentTest extends MeetingComponentTest {

    private static final int PEOPLE = 6;

    @BeforeEach
    void aVillageWithAFacilitator() {
        registry.assign(village, "2025-01-01", null);
    }

    @Test
    void oneSheetSentByManyIsOneMeeting() throws Exception {
        List<Family> families = registry.families(village, village.group(1), 3);
        UUID group = Api.formGroup(village, village.group(1));
        byte[] file = sheet(families, "HADIR");

        List<Integer> statuses =
                together(() -> Api.sheet(village, "group-meeting", file).extract().statusCode());

        assertThat(statuses).containsOnly(200, 201).containsOnlyOnce(201);
        assertThat(published.about(group, "meeting-held")).hasSize(1);
    }

    @Test
    void ofTwoDifferentSheetsOneIsRecorded() throws Exception {
        List<Family> families = registry.families(village, village.group(1), 3);
        UUID group = Api.formGroup(village, village.group(1));
        String[] marks = {"HADIR", "ALPA", "SAKIT", "IZIN", "H", "A"};
        List<Callable<Integer>> senders = new ArrayList<>();
        for (String mark : marks) {
            byte[] file = sheet(families, mark);
            senders.add(() -> Api.sheet(village, "group-meeting", file).extract().statusCode());
        }

        List<Integer> statuses = together(senders);

        assertThat(statuses).containsOnly(201, 409).containsOnlyOnce(201);
        assertThat(published.about(group, "meeting-held")).hasSize(1);
    }

    @Test
    void aMonthThatManyCloseIsClosedOnce() throws Exception {
        List<UUID> groups = new ArrayList<>();
        for (int number = 1; number <= 7; number++) {
            registry.families(village, village.group(number), 1);
            groups.add(Api.formGroup(village, village.group(number)));
        }
        List<Callable<Integer>> closers = new ArrayList<>();
        for (int person = 0; person < PEOPLE; person++) {
            String area = person % 2 == 0 ? village.district() : village.code();
            closers.add(() -> Api.close(village, "2026-01", area).extract().statusCode());
        }

        assertThat(together(closers)).containsAnyOf(201).isSubsetOf(200, 201, 202);

        for (UUID group : groups) {
            assertThat(published.about(group, "meeting-not-held")).hasSize(1);
            assertThat(published.about(group, "meeting-month-closed")).hasSize(1);
        }
        List<PublishedEvent> duty =
                published.about(village.facilitatorId(), "facilitator-lapse-recorded").stream()
                        .filter(said -> said.text("duty").equals("GROUP_MEETING"))
                        .toList();
        assertThat(monthsRunning(duty.get(duty.size() - 1))).hasSize(7).containsOnly(1);
        assertThat(
                        published.about(village.facilitatorId()).stream()
                                .map(PublishedEvent::sequence)
                                .toList())
                .doesNotHaveDuplicates()
                .isSorted();
    }

    @Test
    void familiesThatArriveWhileTheirGroupIsFormedAreToldOfOnce() throws Exception {
        List<Family> families = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            families.add(Family.another());
        }
        for (Family family : families) {
            registry.state(family, 1, village, village.group(1), "2025-01-01", "ACTIVE");
        }
        UUID group = Api.formGroup(village, village.group(1));
        registry.await();

        List<String> told =
                new ArrayList<>(
                        published.about(group, "group-formed").get(0).list("member_kpm_ids"));
        published
                .about(group, "group-members-changed")
                .forEach(said -> told.addAll(said.list("joined_kpm_ids")));

        assertThat(told)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        families.stream().map(family -> family.kpmId().toString()).toList());
    }

    private byte[] sheet(List<Family> families, String mark) {
        return Sheet.groupMeeting(village.group(1), "JANUARI 2026", "15/01/2026")
                .all(families, mark)
                .csv();
    }

    private static List<Integer> together(Callable<Integer> one) throws Exception {
        List<Callable<Integer>> all = new ArrayList<>();
        for (int person = 0; person < PEOPLE; person++) {
            all.add(one);
        }
        return together(all);
    }

    private static List<Integer> together(List<Callable<Integer>> all) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(all.size());
        try {
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> each : people.invokeAll(all)) {
                statuses.add(each.get());
            }
            return statuses;
        } finally {
            people.shutdown();
        }
    }
}
