package id.pkh.district.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StillnessTest {

    private static final long WAIT = Stillness.NOBODY_MOVES.toNanos();

    private final Stillness stillness = new Stillness();

    @Test
    void nothingOnItsWayOverThreeMoreLooksIsRest() {
        assertThat(stillness.at(0, 0, 10, 0)).isFalse();
        assertThat(stillness.at(0, 0, 10, 1)).isFalse();
        assertThat(stillness.at(0, 0, 10, 2)).isFalse();
        assertThat(stillness.at(0, 0, 10, 3)).isTrue();
    }

    @Test
    void aNewRecordBeginsTheLooksAgain() {
        for (int look = 0; look < 3; look++) {
            assertThat(stillness.at(0, 0, 10, look)).isFalse();
        }
        assertThat(stillness.at(0, 0, 11, 3)).isFalse();
        assertThat(stillness.at(0, 0, 11, 4)).isFalse();
    }

    @Test
    void offsetsThatStayBehindHoldNobodyUpOnceNothingHasMovedLongEnough() {
        assertThat(stillness.at(0, 5, 10, 0)).isFalse();
        assertThat(stillness.at(0, 5, 10, WAIT - 1)).isFalse();
        assertThat(stillness.at(0, 5, 10, WAIT)).isTrue();
    }

    @Test
    void whatIsStillBeingWorkedOffIsWaitedForHoweverLongItTakes() {
        assertThat(stillness.at(0, 5, 10, 0)).isFalse();
        assertThat(stillness.at(0, 4, 10, WAIT)).isFalse();
        assertThat(stillness.at(0, 4, 10, 2 * WAIT - 1)).isFalse();
        assertThat(stillness.at(1, 4, 10, 2 * WAIT)).isFalse();
        assertThat(stillness.at(0, 4, 10, 3 * WAIT - 1)).isFalse();
    }
}
