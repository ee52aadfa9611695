package id.pkh.meeting.meeting.domain;

import static id.pkh.meeting.meeting.domain.AttendanceMark.ABSENT;
import static id.pkh.meeting.meeting.domain.AttendanceMark.PRESENT;
import static id.pkh.meeting.meeting.domain.AttendanceMark.UNMARKED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CorrectedListTest {

    private static final int SCHEDULES = 20_000;
    private static final UUID ONE = new UUID(0, 1);
    private static final UUID TWO = new UUID(0, 2);
    private static final UUID LEFT = new UUID(0, 3);

    @Test
    void whatIsStatedChangesAndTheRestStays() {
        assertThat(
                        CorrectedList.of(
                                Map.of(ONE, PRESENT, TWO, ABSENT),
                                Map.of(TWO, UNMARKED),
                                List.of(ONE, TWO),
                                true))
                .containsEntry(ONE, PRESENT)
                .containsEntry(TWO, UNMARKED);
    }

    @Test
    void aFamilyThatTheGroupLostAfterwardsKeepsItsMark() {
        assertThat(CorrectedList.of(Map.of(LEFT, PRESENT), Map.of(), List.of(ONE), true))
                .containsEntry(LEFT, PRESENT)
                .containsEntry(ONE, UNMARKED);
    }

    @Test
    void aMeetingOnAnotherDayIsOneOfTheFamiliesOfThatDay() {
        assertThat(CorrectedList.of(Map.of(LEFT, ABSENT), Map.of(), List.of(ONE), false))
                .containsOnlyKeys(ONE);
    }

    @Test
    void noMarkChangesOrGoesUnlessTheCorrectionStatesIt() {
        for (int seed = 0; seed < SCHEDULES; seed++) {
            Random random = new Random(seed);
            List<UUID> families = new ArrayList<>();
            Map<UUID, AttendanceMark> before = new HashMap<>();
            Map<UUID, AttendanceMark> stated = new HashMap<>();
            for (int i = 0; i < 8; i++) {
                UUID family = new UUID(1, i);
                if (random.nextInt(8) > 0) {
                    families.add(family);
                }
                if (random.nextBoolean()) {
                    before.put(family, anyMark(random));
                }
                if (families.contains(family) && random.nextInt(3) == 0) {
                    stated.put(family, anyMark(random));
                }
            }
            SortedMap<UUID, AttendanceMark> after =
                    CorrectedList.of(before, stated, families, true);
            before.forEach(
                    (family, mark) ->
                            assertThat(after.get(family))
                                    .isEqualTo(stated.getOrDefault(family, mark)));
            stated.forEach((family, mark) -> assertThat(after).containsEntry(family, mark));
        }
    }

    private static AttendanceMark anyMark(Random random) {
        return AttendanceMark.values()[random.nextInt(AttendanceMark.values().length)];
    }
}
