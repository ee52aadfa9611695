package id.pkh.disbursement.money.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pkh.disbursement.money.domain.InstructionPage.Move;
import id.pkh.disbursement.money.domain.MoneyState;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class MovesJsonTest {

    private static Move move(int lineNo, Integer reportLine, String bankRef, String reason) {
        return new Move(lineNo, MoneyState.SENT, MoneyState.REJECTED, reportLine, bankRef, reason);
    }

    @Test
    void whatIsMissingAtTheEndIsLeftOut() {
        List<Move> moves =
                List.of(
                        move(2_001, null, null, null),
                        move(2_002, 7, null, null),
                        move(2_003, 8, "R\"1", null),
                        move(2_004, 9, null, "ACCOUNT_CLOSED"),
                        move(2_005, null, null, "OTHER_REASON"),
                        move(2_006, null, "R2", null),
                        move(3_000, 10, "R3", "OTHER_REASON"));

        String json = MovesJson.of(2, moves);

        assertThat(json)
                .isEqualTo(
                        "[[1,\"S\",\"R\"],[2,\"S\",\"R\",7],[3,\"S\",\"R\",8,\"R\\\"1\"],"
                                + "[4,\"S\",\"R\",9,null,\"ACCOUNT_CLOSED\"],[5,\"S\",\"R\",null,null,\"OTHER_REASON\"],"
                                + "[6,\"S\",\"R\",null,\"R2\"],[1000,\"S\",\"R\",10,\"R3\",\"OTHER_REASON\"]]");
        assertThat(MovesJson.moves(2, json)).isEqualTo(moves);
    }

    @Test
    void whatIsNoListOfMovesIsNotRead() {
        assertThat(MovesJson.moves(0, "[]")).isEmpty();
        assertThatThrownBy(() -> MovesJson.moves(0, "[[1,\"S\""))
                .isInstanceOf(UncheckedIOException.class);
    }
}
