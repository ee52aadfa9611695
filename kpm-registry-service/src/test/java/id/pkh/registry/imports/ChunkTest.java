package id.pkh.registry.imports;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.platform.files.FileResult;
import id.pkh.platform.files.FileRun;
import id.pkh.platform.files.ReceivedUpload;
import id.pkh.platform.files.RowRefusal;
import id.pkh.platform.security.AreaScope;
import id.pkh.registry.roster.PermittedAreas;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChunkTest {

    private final FileRun run =
            FileRun.detached(
                    "families", new ReceivedUpload(Path.of("x"), "0".repeat(64), 1, "x.csv"));
    private final Chunk chunk =
            new Chunk(
                    run,
                    new Chunk.Sender("somebody", AreaScope.everywhere(), PermittedAreas.NONE),
                    new SeenIdentifiers(),
                    Instant.parse("2026-01-01T00:00:00Z"),
                    LocalDate.parse("2026-01-01"));

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "nik,          1771084203850001,    ************0001",
        "nik,          1771 0842 0385 0001, ***************0001",
        "no_kk,        177108O101240001,    ************0001",
        "no_rekening,  12-34,               *****",
        "nama,         SITI CONTOH 1,       ''",
        "alamat,       Jalan Contoh,        ''",
        "kode_desa,    17.71.08.1099,       17.71.08.1099",
        "status,       HIDUP,               H****",
        "bank,         1771084203850001,    ************0001"
    })
    void aRefusalShowsNoNumberAndNoName(String column, String value, String shown) {
        chunk.refuse(7, column, value, "CODE", "expected");
        chunk.close();
        RowRefusal refusal = run.result().refusals().get(0);
        assertThat(refusal.maskedValue()).isEqualTo(shown);
        assertThat(refusal.line()).isEqualTo(7);
    }

    @Test
    void refusalsAreRecordedInTheOrderOfTheirLinesAndCountedByRow() {
        chunk.refuse(9, "bank", "X", "BANK_UNKNOWN", "");
        chunk.refuse(4, "bank", "X", "BANK_UNKNOWN", "");
        chunk.refuse(4, "status", "X", "STATUS_UNKNOWN", "");
        chunk.close();
        FileResult result = run.result();
        assertThat(result.refusals()).extracting(RowRefusal::line).containsExactly(4, 4, 9);
        assertThat(result.rowsRefused()).isEqualTo(2);
    }
}
