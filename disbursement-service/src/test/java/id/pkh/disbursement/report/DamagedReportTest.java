package id.pkh.disbursement.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.disbursement.instruction.domain.InstructionStatus;
import id.pkh.disbursement.report.PlayedReport.Effect;
import id.pkh.disbursement.support.Pain002;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What damage and a bank's "I have it already" never do: they free no payment and move none. */
class DamagedReportTest {

    private final List<UUID> payments =
            IntStream.range(0, 5).mapToObj(i -> UUID.randomUUID()).toList();
    private final PlayedReport report =
            new PlayedReport(
                    payments.stream()
                            .map(payment -> PlayedReport.sent(UUID.randomUUID(), payment))
                            .toList());

    private static Pain002 answer() {
        return Pain002.answering(PlayedReport.MESSAGE);
    }

    /** One line of each kind, with totals. */
    private byte[] whole() {
        return answer().group("PART", null)
                .totals("5", "1125000.00")
                .perStatus("ACCC", 1)
                .perStatus("RJCT", 2)
                .line(null, id(0), "ACCC", null, "225000.00", "IDR", "R-1")
                .line(id(1), "RJCT", "AC04")
                .line(id(2), "RJCT", "DU04")
                .line(id(3), "PDNG")
                .bytes();
    }

    private String id(int payment) {
        return payments.get(payment).toString();
    }

    @Test
    void theWholeFileMovesWhatItStates() {
        assertThat(report.play(whole()).moved())
                .hasSize(2)
                .containsEntry(payments.get(0), InstructionStatus.CREDITED)
                .containsEntry(payments.get(1), InstructionStatus.REJECTED);
    }

    @Test
    void aFileThatIsCutAtAnyByteMovesNothing() {
        byte[] whole = new String(whole()).strip().getBytes();
        for (int end = 0; end < whole.length; end++) {
            Effect effect = report.play(Arrays.copyOf(whole, end));
            assertThat(effect.refusal()).as("cut at byte %d", end).startsWith("REPORT_");
        }
        assertThat(report.play(whole).refusal()).isNull();
    }

    /**
     * Damage can change what a line states about its own payment, but it never moves another one.
     */
    @ParameterizedTest
    @ValueSource(ints = {0x01, 0x02, 0x04, 0x08, 0x10, 0x20, 0x40, 0x80, 0xff})
    void aFlippedBitMovesNoPaymentThatTheWholeFileDoesNot(int bits) {
        byte[] whole = whole();
        var expected = report.play(whole).moved();
        for (int at = 0; at < whole.length; at++) {
            byte[] flipped = whole.clone();
            flipped[at] ^= (byte) bits;
            Effect effect = report.play(flipped);
            assertThat(expected.keySet())
                    .as("byte %d with %x flipped", at, bits)
                    .containsAll(effect.moved().keySet());
            effect.moved()
                    .forEach(
                            (payment, status) ->
                                    assertThat(
                                                    status == expected.get(payment)
                                                            || status == InstructionStatus.ACCEPTED)
                                            .as("byte %d: %s", at(flipped, whole), status)
                                            .isTrue());
        }
    }

    private static int at(byte[] flipped, byte[] whole) {
        return Arrays.mismatch(flipped, whole);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AM05", "DUPL", "DU01", "DU02", "DU03", "DU04", "DU05"})
    void aDuplicateFreesNothingOnWhateverLevelAndInWhateverFormItIsStated(String code) {
        String second = "</Rsn></StsRsnInf><StsRsnInf><Rsn><Cd>" + code + "</Cd></Rsn></StsRsnInf>";
        String own = "<Prtry>Ganda: %s/2</Prtry>".formatted(code.toLowerCase());
        List<String> files =
                List.of(
                        answer().group("RJCT", code).text(),
                        answer().group("RJCT", "AC04").text().replace("</Rsn></StsRsnInf>", second),
                        answer().group("RJCT", code).line(id(0), "RJCT").text(),
                        answer().group("RJCT", code).line(id(0), "RJCT", "AC04").text(),
                        answer().group("RJCT", code).block("RJCT").text(),
                        answer().group("PART", null).block("RJCT").line(id(0), null, code).text(),
                        answer().line(id(0), "RJCT", code).text(),
                        answer().line(id(0), "RJCT", "AC04")
                                .text()
                                .replace("</Rsn></StsRsnInf>", second),
                        answer().line(id(0), "RJCT", code)
                                .text()
                                .replace("<Cd>" + code + "</Cd>", own));
        for (String file : files) {
            Effect effect = report.play(file.getBytes());
            assertThat(effect.refusal()).as(file).isNull();
            assertThat(effect.moved()).as(file).isEmpty();
            assertThat(effect.exceptions())
                    .as(file)
                    .containsExactly("STATUS_CONTRADICTS DUPLICATE_AT_BANK");
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "RJCT, AC04, 5, -",
                "RJCT, -,    0, REFUSAL_UNCLEAR REASON_NOT_KNOWN",
                "RJCT, XX01, 0, REFUSAL_UNCLEAR REASON_NOT_KNOWN",
                "ACWP, -,    5, -",
                "PEND, -,    0, -",
                "PART, -,    0, -",
                "CANC, -,    0, STATUS_UNKNOWN STATUS_NOT_KNOWN"
            })
    void aStatusOfTheWholeFileIsForEachPaymentOrOneException(
            String status, String reason, int moved, String exception) {
        Effect effect = report.play(answer().group(status, reason).bytes());

        assertThat(effect.moved()).hasSize(moved);
        assertThat(effect.exceptions())
                .isEqualTo(exception == null ? List.of() : List.of(exception));
    }

    @Test
    void twoBlocksWithTwoStatusesAreAppliedLineByLineAndWithheldWithoutLines() {
        String one = block("ACSC", line(0));
        String other =
                block(
                        "RJCT",
                        line(1).replace(
                                        "</OrgnlEndToEndId>",
                                        "</OrgnlEndToEndId>"
                                                + "<StsRsnInf><Rsn><Cd>AC06</Cd></Rsn></StsRsnInf>"));
        Effect listed = report.play(blocks(one + other));
        Effect unlisted = report.play(blocks(block("ACSC", "") + block("RJCT", "")));

        assertThat(listed.moved())
                .hasSize(2)
                .containsEntry(payments.get(0), InstructionStatus.ACCEPTED)
                .containsEntry(payments.get(1), InstructionStatus.REJECTED);
        assertThat(unlisted.refusal()).isEqualTo("BLOCKS_DISAGREE");
    }

    private static byte[] blocks(String blocks) {
        return answer().group("PART", null)
                .text()
                .replace("</CstmrPmtStsRpt>", blocks + "</CstmrPmtStsRpt>")
                .getBytes();
    }

    private static String block(String status, String lines) {
        return "<OrgnlPmtInfAndSts><OrgnlPmtInfId>p</OrgnlPmtInfId><PmtInfSts>%s</PmtInfSts>%s</OrgnlPmtInfAndSts>"
                .formatted(status, lines);
    }

    private String line(int payment) {
        return "<TxInfAndSts><OrgnlEndToEndId>%s</OrgnlEndToEndId></TxInfAndSts>"
                .formatted(id(payment).replace("-", ""));
    }
}
