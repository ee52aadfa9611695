package id.pkh.meeting.duty.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Months running, one word a month, oldest first; the last column is the count of the last month.
 */
class LapsedGroupsTest {

    static final UUID HERS = UUID.fromString("01980a10-0000-7000-8000-000000000003");
    static final UUID OTHER = UUID.fromString("01980a10-0000-7000-8000-000000000009");
    static final UUID GROUP = UUID.fromString("01980a10-0000-7000-8000-000000000002");
    static final YearMonth LAST = YearMonth.of(2026, 6);

    /**
     * {@code held} or {@code lapse} or {@code exempt}; {@code open}: the month is not closed;
     * {@code other}: another facilitator was responsible and did not hold it; {@code nobody}:
     * nobody was.
     */
    @ParameterizedTest
    @CsvSource({
        "held, 0",
        "exempt, 0",
        "open, 0",
        "other, 0",
        "nobody, 0",
        "lapse, 1",
        "lapse lapse, 2",
        "lapse lapse lapse, 3",
        "lapse lapse lapse lapse, 4",
        "held lapse, 1",
        "lapse held lapse, 1",
        "lapse exempt lapse, 1",
        "lapse open lapse, 1",
        "lapse nobody lapse, 1",
        "other lapse, 1",
        "other other lapse lapse, 2",
        "lapse lapse other lapse, 1",
        "lapse lapse held, 0",
        "lapse lapse exempt, 0",
        "lapse lapse other, 0",
        "held lapse lapse lapse, 3"
    })
    void monthsRunningAreCounted(String months, int running) {
        LapsedGroups lapsed = LapsedGroups.of(HERS, LAST, facts(GROUP, months));

        assertThat(lapsed.monthsRunning().getOrDefault(GROUP, 0)).isEqualTo(running);
        assertThat(lapsed.isEmpty()).isEqualTo(running == 0);
    }

    @Test
    void aLateSheetInTheMiddleStartsTheCountAgain() {
        assertThat(LapsedGroups.of(HERS, LAST, facts(GROUP, "lapse lapse lapse")).monthsRunning())
                .containsEntry(GROUP, 3);
        assertThat(LapsedGroups.of(HERS, LAST, facts(GROUP, "lapse held lapse")).monthsRunning())
                .containsEntry(GROUP, 1);
    }

    @Test
    void eachGroupHasItsOwnCount() {
        UUID second = UUID.fromString("01980a10-0000-7000-8000-000000000012");
        UUID third = UUID.fromString("01980a10-0000-7000-8000-000000000022");
        List<GroupMonth> facts = new ArrayList<>(facts(GROUP, "lapse lapse lapse"));
        facts.addAll(facts(second, "held held lapse"));
        facts.addAll(facts(third, "lapse lapse held"));

        assertThat(LapsedGroups.of(HERS, LAST, facts).monthsRunning())
                .containsOnlyKeys(GROUP, second)
                .containsEntry(GROUP, 3)
                .containsEntry(second, 1);
    }

    @Test
    void laterMonthsDoNotMatter() {
        assertThat(
                        LapsedGroups.of(HERS, LAST.minusMonths(1), facts(GROUP, "lapse lapse held"))
                                .monthsRunning())
                .containsEntry(GROUP, 2);
    }

    @Test
    void theOrderOfTheFactsDoesNotMatter() {
        Random random = new Random(17);
        String[] words = {"held", "lapse", "lapse", "exempt", "other", "open"};
        for (int round = 0; round < 300; round++) {
            StringBuilder months = new StringBuilder();
            for (int month = 0; month < 8; month++) {
                months.append(words[random.nextInt(words.length)]).append(' ');
            }
            List<GroupMonth> facts = facts(GROUP, months.toString().strip());
            LapsedGroups expected = LapsedGroups.of(HERS, LAST, facts);
            Collections.shuffle(facts, random);
            assertThat(LapsedGroups.of(HERS, LAST, facts)).isEqualTo(expected);
        }
    }

    static List<GroupMonth> facts(UUID group, String months) {
        String[] words = months.split(" ");
        List<GroupMonth> facts = new ArrayList<>();
        for (int i = 0; i < words.length; i++) {
            YearMonth month = LAST.minusMonths(words.length - 1L - i);
            switch (words[i]) {
                case "held" -> facts.add(new GroupMonth(group, month, HERS, DutyOutcome.HELD));
                case "lapse" -> facts.add(new GroupMonth(group, month, HERS, DutyOutcome.LAPSED));
                case "exempt" -> facts.add(new GroupMonth(group, month, HERS, DutyOutcome.EXEMPT));
                case "other" -> facts.add(new GroupMonth(group, month, OTHER, DutyOutcome.LAPSED));
                case "nobody" -> facts.add(new GroupMonth(group, month, null, DutyOutcome.LAPSED));
                case "open" -> {
                    // a month that is not closed has no fact
                }
                default -> throw new IllegalArgumentException(words[i]);
            }
        }
        return facts;
    }
}
