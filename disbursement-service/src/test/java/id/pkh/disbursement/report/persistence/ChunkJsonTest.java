package id.pkh.disbursement.report.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.disbursement.report.ReportLines.Chunk;
import id.pkh.disbursement.report.ReportLines.ReportLine;
import id.pkh.disbursement.report.domain.ReportedAmount;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChunkJsonTest {

    private static final String ID = "019d50000000700080000000000000aa";

    @Test
    void aLineIsReadAsItWasWritten() {
        Chunk chunk =
                new Chunk(
                        List.of(
                                new ReportLine(
                                        7,
                                        ID,
                                        ID,
                                        "ACCC",
                                        null,
                                        null,
                                        new ReportedAmount(225_000L, null),
                                        "R\u00e9\"1"),
                                new ReportLine(
                                        8,
                                        null,
                                        "not ours",
                                        "RJCT",
                                        "AC04",
                                        "tutup",
                                        new ReportedAmount(null, "OTHER_CURRENCY"),
                                        null),
                                new ReportLine(
                                        9,
                                        ID,
                                        null,
                                        null,
                                        null,
                                        null,
                                        ReportedAmount.NOT_GIVEN,
                                        null)));

        String json = ChunkJson.of(chunk);

        assertThat(json)
                .isEqualTo(
                        "[[7,\"%1$s\",\"%1$s\",\"ACCC\",null,225000,null,\"R\u00e9\\\"1\"],[8,null,\"not ours\",\"RJCT\",\"AC04\",null,\"OTHER_CURRENCY\",null,\"tutup\"],[9,\"%1$s\",null,null,null,null,null,null]]"
                                .formatted(ID));
        assertThat(ChunkJson.chunk(json)).isEqualTo(chunk);
        assertThat(ChunkJson.chunk(json).firstLine()).isEqualTo(7);
    }
}
