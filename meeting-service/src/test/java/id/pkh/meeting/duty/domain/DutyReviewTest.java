package id.pkh.meeting.duty.domain;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.meeting.duty.domain.DutyReview.Published;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Groups are written as letter and months running: {@code a1 b3}; {@code -} is none. */
class DutyReviewTest {

    @ParameterizedTest(name = "{0} then {1}")
    @CsvSource({
        // said, now, recorded, withdrawn, levels told, levels withdrawn
        "-, -, no, no, -, -",
        "-, a1, yes, no, -, -",
        "-, a2, yes, no, COORDINATOR, -",
        "-, a3, yes, no, REGENCY_COORDINATOR, -",
        "-, a4, yes, no, REGENCY_COORDINATOR, -",
        "-, a1 b2 c3, yes, no, COORDINATOR REGENCY_COORDINATOR, -",
        "a1, a1, no, no, -, -",
        "a2, a2, no, no, -, -",
        "a3, a3, no, no, -, -",
        "a1, a1 b1, yes, no, -, -",
        "a2, a2 b2, yes, no, COORDINATOR, -",
        "a1, -, no, yes, -, -",
        "a2, -, no, yes, -, COORDINATOR",
        "a1 b1, a1, no, yes, -, -",
        "a2 b2, a2, no, yes, -, -",
        "a2 b3, b3, no, yes, -, COORDINATOR",
        "a2, a1, yes, no, -, COORDINATOR",
        "a3, a2, yes, no, COORDINATOR, REGENCY_COORDINATOR",
        "a3, a1, yes, no, -, REGENCY_COORDINATOR",
        "a1, a2, yes, no, COORDINATOR, -",
        "a4, a3, yes, no, -, -",
        "a1, b1, yes, yes, -, -",
        "a2, b2, yes, yes, COORDINATOR, -"
    })
    void onlyTheDifferenceIsPublished(
            String said,
            String now,
            String recorded,
            String withdrawn,
            String told,
            String undone) {
        DutyReview review =
                DutyReview.of(saidOf(groups(said)), groups(now), EscalationPolicyTest.DEFAULT);

        assertThat(review.record()).isEqualTo(recorded.equals("yes"));
        assertThat(review.withdraw()).isEqualTo(withdrawn.equals("yes"));
        assertThat(text(review.escalate().keySet())).isEqualTo(told.equals("-") ? "" : told);
        assertThat(text(review.withdrawnLevels())).isEqualTo(undone.equals("-") ? "" : undone);
        assertThat(review.groups()).isEqualTo(groups(now));
    }

    @Test
    void aLevelIsToldOfAllItsGroupsWhenOneJoinsThem() {
        DutyReview review =
                DutyReview.of(
                        saidOf(groups("a2")), groups("a2 b2 c3"), EscalationPolicyTest.DEFAULT);

        assertThat(review.escalate().get(EscalationLevel.COORDINATOR)).isEqualTo(groups("a2 b2"));
        assertThat(review.escalate().get(EscalationLevel.REGENCY_COORDINATOR))
                .isEqualTo(groups("c3"));
    }

    @Test
    void aSecondReviewOfTheSameFactsSaysNothing() {
        LapsedGroups now = groups("a1 b2 c3 d7");

        assertThat(DutyReview.of(saidOf(now), now, EscalationPolicyTest.DEFAULT).isNothing())
                .isTrue();
    }

    private static Published saidOf(LapsedGroups groups) {
        Map<EscalationLevel, LapsedGroups> notified =
                new HashMap<>(EscalationPolicyTest.DEFAULT.levelsOf(groups));
        return groups.isEmpty() ? Published.NOTHING : new Published(groups, notified);
    }

    private static String text(Collection<EscalationLevel> levels) {
        return levels.stream().map(EscalationLevel::name).collect(Collectors.joining(" "));
    }

    private static LapsedGroups groups(String text) {
        SortedMap<UUID, Integer> running = new TreeMap<>();
        for (String each : text.split(" ")) {
            if (!each.equals("-")) {
                running.put(new UUID(0, each.charAt(0)), Integer.parseInt(each.substring(1)));
            }
        }
        return new LapsedGroups(running);
    }
}
