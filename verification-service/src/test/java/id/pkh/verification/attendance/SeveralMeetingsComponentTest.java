package id.pkh.verification.attendance;

import static id.pkh.verification.support.World.corrected;
import static id.pkh.verification.support.World.held;
import static id.pkh.verification.support.World.makingUp;
import static id.pkh.verification.support.World.meetingId;
import static id.pkh.verification.support.World.notHeld;
import static id.pkh.verification.support.World.second;
import static id.pkh.verification.support.World.session;
import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.localstack.OnLocalStack;
import id.pkh.testsupport.RuleTable;
import id.pkh.testsupport.rows.Rows;
import id.pkh.verification.signal.SignalCollector;
import id.pkh.verification.signal.SignalSource;
import id.pkh.verification.signal.domain.Cause;
import id.pkh.verification.signal.domain.PeriodState;
import id.pkh.verification.signal.domain.SignalState;
import id.pkh.verification.support.Family;
import id.pkh.verification.support.World;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Several meetings of a month, and what makes up for one, as the page of the ladder says. */
@QuarkusTest
@OnLocalStack("verification")
class SeveralMeetingsComponentTest {

    @Inject World world;
    @Inject Rows rows;
    @Inject @All List<SignalSource> sources;

    private final UUID group = UUID.randomUUID();
    private UUID kpm;
    private long sequence;

    @BeforeEach
    void registerAFamily() {
        Family family = world.family(World.newSubDistrict() + ".1001").pupil(World.newSchool());
        kpm = family.kpmId;
        world.register(family);
    }

    static List<List<String>> page() {
        return RuleTable.rows(
                "sanction-ladder.md",
                "marks at the meetings of the month",
                "mark at what makes up for it",
                "P2K2_ABSENCE");
    }

    @ParameterizedTest
    @MethodSource("page")
    void the_state_of_the_month_is_that_of_the_rule_page(List<String> row) {
        String[] marks = row.get(0).split(" ");
        world.tell(session(group, "2026-01", Map.of(kpm, marks[0])), ++sequence);
        if (marks.length > 1) {
            world.tell(second(group, "2026-01", Map.of(kpm, marks[1])), ++sequence);
        }
        if (!row.get(1).equals("–")) {
            world.tell(
                    makingUp(group, "2026-01", "2026-02-10", Map.of(kpm, row.get(1))), ++sequence);
        }
        assertThat(stateOfTheMonth()).hasToString(row.get(2));
        assertThat(world.standing(kpm).contains("2026-01 P2K2_ABSENCE REMINDER"))
                .isEqualTo(row.get(2).equals("SIGNAL"));
    }

    private SignalState stateOfTheMonth() {
        Set<Cause> causes = Set.of(Cause.P2K2_ABSENCE);
        SignalCollector facts = new SignalCollector(causes);
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                sources.forEach(
                                        source -> source.contribute(List.of(kpm), causes, facts)));
        return facts.of(kpm, Cause.P2K2_ABSENCE).stream()
                .reduce(PeriodState::moreFavourable)
                .orElseThrow()
                .state();
    }

    @Test
    void what_makes_up_clears_its_own_month_and_no_other() {
        for (String month : List.of("2026-01", "2026-02", "2026-03")) {
            world.tell(session(group, month, Map.of(kpm, "ABSENT")), ++sequence);
        }
        world.tell(makingUp(group, "2026-01", "2026-03-28", Map.of(kpm, "PRESENT")), ++sequence);
        assertThat(world.standing(kpm))
                .containsExactly(
                        "2026-02 P2K2_ABSENCE REMINDER", "2026-03 P2K2_ABSENCE SUSPENSION_WARNING");
    }

    @Test
    void a_session_that_was_recorded_by_mistake_says_nothing_any_more() {
        world.tell(session(group, "2026-01", Map.of(kpm, "ABSENT")), ++sequence);
        assertThat(world.standing(kpm)).containsExactly("2026-01 P2K2_ABSENCE REMINDER");
        world.tell(corrected(group, "2026-01", "P2K2", Map.of()), ++sequence);
        assertThat(world.standing(kpm)).isEmpty();
    }

    @Test
    void what_makes_up_may_arrive_before_what_was_missed() {
        world.tell(makingUp(group, "2026-01", "2026-02-10", Map.of(kpm, "PRESENT")), 2);
        world.tell(session(group, "2026-01", Map.of(kpm, "ABSENT")), 1);
        assertThat(world.standing(kpm)).isEmpty();
    }

    @Test
    void a_correction_concerns_its_meeting_only() {
        world.tell(session(group, "2026-01", Map.of(kpm, "ABSENT")), 1);
        world.tell(second(group, "2026-01", Map.of(kpm, "PRESENT")), 2);
        world.tell(corrected(group, "2026-01", "P2K2", Map.of(kpm, "ABSENT")), 3);
        assertThat(world.standing(kpm)).isEmpty();
    }

    @Test
    void a_correction_finds_the_meeting_that_was_recorded_before_meetings_were_told_apart() {
        world.tell(session(group, "2026-01", Map.of(kpm, "PRESENT")), 1);
        rows.execute(
                "UPDATE meeting_standing SET meeting_id = ? WHERE group_id = ?",
                new UUID(0, 0),
                group);
        world.tell(corrected(group, "2026-01", "P2K2", Map.of(kpm, "ABSENT")), 2);
        assertThat(world.standing(kpm)).containsExactly("2026-01 P2K2_ABSENCE REMINDER");
        assertThat(
                        rows.texts(
                                "SELECT meeting_id::text FROM meeting_standing WHERE group_id = ?",
                                group))
                .containsExactly(meetingId(group, "2026-01", "P2K2").toString());
    }

    @Test
    void a_meeting_that_was_recorded_before_stands_beside_another_one() {
        world.tell(session(group, "2026-01", Map.of(kpm, "PRESENT")), 1);
        rows.execute(
                "UPDATE meeting_standing SET meeting_id = ? WHERE group_id = ?",
                new UUID(0, 0),
                group);
        world.tell(second(group, "2026-01", Map.of(kpm, "ABSENT")), 2);
        assertThat(world.standing(kpm)).isEmpty();
    }

    @Test
    void a_family_that_was_on_the_list_of_a_month_without_a_meeting_is_assessed_again() {
        world.tell(notHeld(group, "2026-01", "NO_SHEET_RECEIVED", "FACILITATOR", kpm), 1);
        world.tell(notHeld(group, "2026-02", "NO_SHEET_RECEIVED", "FACILITATOR", kpm), 2);
        world.tell(notHeld(group, "2026-03", "NO_SHEET_RECEIVED", "FACILITATOR", kpm), 3);
        assertThat(world.standing(kpm))
                .containsExactly("2026-03 MEETING_NOT_HELD SUSPENSION_WARNING");
        world.tell(held(group, "2026-02", Map.of(UUID.randomUUID(), "PRESENT")), 4);
        assertThat(world.standing(kpm)).isEmpty();
    }
}
