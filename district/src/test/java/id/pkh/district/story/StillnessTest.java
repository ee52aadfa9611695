package id.pkh.district.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StillnessTest {

    private final Stillness stillness = new Stillness();

    @Test
    void nothingOnItsWayOverThreeMoreLooksIsRest() {
        assertThat(stillness.at(0, 0, 10)).isFalse();
        assertThat(stillness.at(0, 0, 10)).isFalse();
        assertThat(stillness.at(0, 0, 10)).isFalse();
        assertThat(stillness.at(0, 0, 10)).isTrue();
    }

    @Test
    void aNewRecordBeginsTheLooksAgain() {
        for (int look = 0; look < 3; look++) {
            assertThat(stillness.at(0, 0, 10)).isFalse();
        }
        assertThat(stillness.at(0, 0, 11)).isFalse();
        assertThat(stillness.at(0, 0, 11)).isFalse();
    }

    @Test
    void offsetsThatStayBehindAreWaitedFor() {
        for (int look = 0; look < 100; look++) {
            assertThat(stillness.at(0, 5, 10)).isFalse();
        }
    }

    @Test
    void whatIsStillBeingWorkedOffBeginsTheLooksAgain() {
        for (int look = 0; look < 3; look++) {
            assertThat(stillness.at(0, 0, 10)).isFalse();
        }
        assertThat(stillness.at(0, 4, 10)).isFalse();
        assertThat(stillness.at(0, 0, 10)).isFalse();
        assertThat(stillness.at(1, 0, 10)).isFalse();
        assertThat(stillness.at(0, 0, 10)).isFalse();
        assertThat(stillness.at(0, 0, 10)).isFalse();
        assertThat(stillness.at(0, 0, 10)).isTrue();
    }
}
