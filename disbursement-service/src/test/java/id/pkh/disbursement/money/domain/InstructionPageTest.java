package id.pkh.disbursement.money.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import id.pkh.disbursement.money.domain.InstructionPage.Move;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstructionPageTest {

    private static InstructionPage page(int pageNo, String letters) {
        return new InstructionPage(pageNo, 1, letters.getBytes(StandardCharsets.US_ASCII));
    }

    private static Move move(int lineNo, MoneyState before, MoneyState after) {
        return new Move(lineNo, before, after, 7, "R1", null);
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "999, 0", "1000, 0", "1001, 1", "2000, 1", "2001, 2"})
    void aThousandInstructionsAreAPage(int lineNo, int pageNo) {
        assertThat(InstructionPage.pageOf(lineNo)).isEqualTo(pageNo);
    }

    @Test
    void anInstructionIsFoundByItsLineInTheBatch() {
        InstructionPage second = page(1, "SAC");

        assertThat(second.state(1_001)).isEqualTo(MoneyState.SENT);
        assertThat(second.state(1_002)).isEqualTo(MoneyState.ACCEPTED);
        assertThat(second.state(1_003)).isEqualTo(MoneyState.CREDITED);
        assertThatIllegalArgumentException().isThrownBy(() -> second.state(1_000));
        assertThatIllegalArgumentException().isThrownBy(() -> second.state(1_004));
    }

    @Test
    void whatMovesIsRememberedInItsOrderAndTheOthersStay() {
        InstructionPage page = page(0, "SSU");
        page.move(move(2, MoneyState.SENT, MoneyState.ACCEPTED));
        page.move(move(2, MoneyState.ACCEPTED, MoneyState.CREDITED));
        page.move(move(3, MoneyState.UNKNOWN, MoneyState.REJECTED));

        assertThat(new String(page.states(), StandardCharsets.US_ASCII)).isEqualTo("SCR");
        assertThat(page.moves())
                .containsExactly(
                        move(2, MoneyState.SENT, MoneyState.ACCEPTED),
                        move(2, MoneyState.ACCEPTED, MoneyState.CREDITED),
                        move(3, MoneyState.UNKNOWN, MoneyState.REJECTED));
        assertThat(page.in(MoneyState.SENT)).containsExactly(1);
        assertThat(page.in(MoneyState.UNKNOWN)).isEmpty();
    }

    @Test
    void itGoesOnlyWhereATriggerLeads() {
        for (MoneyState from : MoneyState.values()) {
            for (MoneyState to : MoneyState.values()) {
                assertThat(from.leadsTo(to))
                        .as(from + " to " + to)
                        .isEqualTo(
                                Arrays.stream(MoneyTrigger.values())
                                        .anyMatch(t -> from.on(t).equals(Optional.of(to))));
            }
        }
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> page(0, "C").move(move(1, MoneyState.CREDITED, MoneyState.REJECTED)));
    }

    @Test
    void whoeverMovesItHasToHaveReadIt() {
        InstructionPage page = page(0, "A");

        assertThatIllegalStateException()
                .isThrownBy(() -> page.move(move(1, MoneyState.SENT, MoneyState.CREDITED)));
        assertThat(page.state(1)).isEqualTo(MoneyState.ACCEPTED);
        assertThat(page.moves()).isEmpty();
    }

    @Test
    void aLetterThatIsNoStateIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> InstructionPage.stateOf('X'));
        assertThatIllegalArgumentException().isThrownBy(() -> InstructionPage.stateOf('\u00e9'));
    }
}
