package id.pkh.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerFileTest {

    private static final int LINES = 2_000;

    @Test
    void everyPaymentHasOneLine(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("answer.xml");
        AnswerFile.write(file, LINES);

        String text = Files.readString(file);
        assertThat(text.split("<TxInfAndSts>", -1)).hasSize(LINES + 1);
        assertThat(text.split("<TxSts>RJCT</TxSts>", -1)).hasSize(40 + 1);
        assertThat(text.split("<TxSts>DONE</TxSts>", -1)).hasSize(2 + 1);
        assertThat(text)
                .contains("<OrgnlCtrlSum>" + MadePayments.sumIdr(LINES) + ".00</OrgnlCtrlSum>");
    }

    @Test
    void anUnorderedAnswerHasTheSameLinesInAnotherOrder(@TempDir Path directory) throws Exception {
        Path ordered = directory.resolve("ordered.xml");
        Path unordered = directory.resolve("unordered.xml");
        AnswerFile.write(ordered, LINES);
        AnswerFile.writeUnordered(unordered, LINES);

        List<String> lines = Files.readAllLines(unordered);
        assertThat(lines).isNotEqualTo(Files.readAllLines(ordered));
        assertThat(lines).containsExactlyInAnyOrderElementsOf(Files.readAllLines(ordered));
        assertThat(lines.subList(0, 3)).isEqualTo(Files.readAllLines(ordered).subList(0, 3));
    }

    @Test
    void everyLineHasAnOutcomeAndEveryPaymentAStatus() {
        assertThat(AnswerFile.statuses(LINES))
                .isEqualTo(Map.of("CREDITED", 1_952L, "REJECTED", 40L, "SENT", 8L));
        assertThat(sum(AnswerFile.outcomes(LINES))).isEqualTo(LINES);
        assertThat(AnswerFile.exceptions(LINES))
                .isEqualTo(
                        Map.of(
                                "UNMATCHED_LINE", 2L,
                                "AMOUNT_MISMATCH", 2L,
                                "STATUS_UNKNOWN", 2L,
                                "DUPLICATE_CREDIT", 2L,
                                "CORRECTION_PENDING", 40L));
        assertThat(sum(AnswerFile.events(LINES))).isEqualTo(1_992);
    }

    @Test
    void aShortAnswerHasNothingToCountOfWhatItDoesNotHold() {
        assertThat(AnswerFile.statuses(3)).isEqualTo(Map.of("CREDITED", 3L));
        assertThat(AnswerFile.exceptions(3)).isEmpty();
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
