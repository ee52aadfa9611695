package id.pkh.disbursement.report.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.disbursement.report.ReportLines.Chunk;
import id.pkh.disbursement.report.ReportLines.ReportLine;
import id.pkh.disbursement.report.domain.Booking;
import id.pkh.disbursement.report.domain.ReportedAmount;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
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
                                        "R\u00e9\"1",
                                        null),
                                new ReportLine(
                                        8,
                                        null,
                                        "not ours",
                                        "RJCT",
                                        "AC04",
                                        "tutup",
                                        new ReportedAmount(null, "OTHER_CURRENCY"),
                                        null,
                                        null),
                                new ReportLine(
                                        9,
                                        ID,
                                        null,
                                        null,
                                        null,
                                        null,
                                        ReportedAmount.NOT_GIVEN,
                                        null,
                                        null)));

        String json = ChunkJson.of(chunk, UnaryOperator.identity());

        assertThat(json)
                .isEqualTo(
                        "[[7,\"%1$s\",\"%1$s\",\"ACCC\",null,225000,null,\"R\u00e9\\\"1\"],[8,null,\"not ours\",\"RJCT\",\"AC04\",null,\"OTHER_CURRENCY\",null,\"tutup\"],[9,\"%1$s\",null,null,null,null,null,null]]"
                                .formatted(ID));
        assertThat(ChunkJson.chunk(json, UnaryOperator.identity())).isEqualTo(chunk);
        assertThat(ChunkJson.chunk(json, UnaryOperator.identity()).firstLine()).isEqualTo(7);
    }

    @Test
    void theAccountsOfABookingAreHidden() {
        Booking booking =
                new Booking("001", "0123", true, false, true, LocalDate.parse("2026-04-20"));
        Booking unknown = new Booking(null, null, null, true, false, null);
        Chunk chunk = new Chunk(List.of(booked(1, "tutup", booking), booked(2, null, unknown)));

        String json = ChunkJson.of(chunk, account -> "hidden" + account);

        assertThat(json)
                .contains(
                        "\"tutup\",\"hidden001\",\"hidden0123\",\"true\",false,true,\"2026-04-20\"]")
                .doesNotContain("\"001\"");
        assertThat(ChunkJson.chunk(json, account -> account.substring(6))).isEqualTo(chunk);
    }

    private static ReportLine booked(int lineNo, String text, Booking booking) {
        return new ReportLine(
                lineNo,
                null,
                ID,
                "CREDIT",
                null,
                text,
                new ReportedAmount(225_000L, null),
                null,
                booking);
    }
}
