package id.pkh.disbursement.report.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.disbursement.report.Reports.Chunk;
import id.pkh.disbursement.report.Reports.Line;
import id.pkh.disbursement.report.Reports.NamedLine;
import id.pkh.disbursement.report.domain.ReportedAmount;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChunkJsonTest {

    private static final String ID = "019d500000007000800000000000000a";

    @Test
    void ofAnExactLineOnlyWhatItsInstructionDoesNotSayIsKept() {
        Chunk chunk =
                new Chunk(
                        List.of(
                                new NamedLine(
                                        new Line(
                                                7,
                                                ID,
                                                ID,
                                                "ACCC",
                                                null,
                                                new ReportedAmount(225_000L, null),
                                                "R\u00e9\"1"),
                                        3,
                                        true),
                                new NamedLine(
                                        new Line(
                                                8,
                                                null,
                                                "not ours",
                                                "RJCT",
                                                "AC04",
                                                new ReportedAmount(null, "OTHER_CURRENCY"),
                                                null),
                                        0,
                                        false),
                                new NamedLine(
                                        new Line(
                                                9,
                                                ID,
                                                null,
                                                null,
                                                null,
                                                ReportedAmount.NOT_GIVEN,
                                                null),
                                        -1,
                                        false)));

        String json = ChunkJson.of(chunk);

        assertThat(json)
                .isEqualTo(
                        "[[3,\"ACCC\",null,\"R\u00e9\\\"1\"],"
                                + "[0,\"RJCT\",\"AC04\",null,null,\"not ours\",null,\"OTHER_CURRENCY\"],"
                                + "[-1,null,null,null,\""
                                + ID
                                + "\",null,null,null]]");
        Chunk read = ChunkJson.chunk(7, json);
        assertThat(read.lines().subList(1, 3)).isEqualTo(chunk.lines().subList(1, 3));
        assertThat(read.lines().get(0))
                .isEqualTo(
                        new NamedLine(
                                new Line(
                                        7,
                                        null,
                                        null,
                                        "ACCC",
                                        null,
                                        ReportedAmount.NOT_GIVEN,
                                        "R\u00e9\"1"),
                                3,
                                true));
        assertThat(read.firstLine()).isEqualTo(7);
        assertThat(read.lastLine()).isEqualTo(9);
    }
}
