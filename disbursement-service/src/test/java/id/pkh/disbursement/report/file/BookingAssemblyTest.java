package id.pkh.disbursement.report.file;

import static id.pkh.disbursement.report.file.KeptParts.codeOf;
import static id.pkh.disbursement.report.file.KeptParts.read;
import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.disbursement.report.file.ReportParts.ParsedLine;
import id.pkh.disbursement.support.Camt054;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BookingAssemblyTest {

    private static final String ONE = "01980a10000070008000000000000001";
    private static final String TWO = "01980a10000070008000000000000002";

    private static Camt054 usual(String version) {
        return Camt054.of("0099")
                .in(version)
                .credit(ONE, "225000.00", "R1")
                .back(TWO, "300000", "R2", "AC04")
                .entry("DBIT", "6500.00", "2026-04-22", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {Camt054.V02, Camt054.V04, Camt054.V08})
    void readsEveryVersion(String version) throws Exception {
        KeptParts kept = read(usual(version).bytes());

        assertThat(kept.groups.get(0).originalMessageId()).isNull();
        assertThat(kept.fault).isNull();
        assertThat(kept.lines).hasSize(3);
        ParsedLine credit = kept.lines.get(0);
        assertThat(credit.endToEndRef()).isEqualTo(ONE);
        assertThat(credit.bankRef()).isEqualTo("R1");
        assertThat(credit.amount().idr()).isEqualTo(225_000L);
        assertThat(credit.status()).isEqualTo("CREDIT");
        assertThat(credit.booking().account()).isEqualTo("0099");
        assertThat(credit.booking().isDebit()).isTrue();
        assertThat(credit.booking().isReturn()).isFalse();
        assertThat(credit.booking().isBooked()).isTrue();
        assertThat(credit.booking().day()).isEqualTo(LocalDate.parse("2026-04-20"));
        ParsedLine back = kept.lines.get(1);
        assertThat(back.status()).isEqualTo("RETURN");
        assertThat(back.reason()).isEqualTo("AC04");
        assertThat(back.reasonText()).isEqualTo("kembali");
        assertThat(back.booking().isDebit()).isFalse();
        ParsedLine fee = kept.lines.get(2);
        assertThat(fee.endToEndRef()).isNull();
        assertThat(fee.reason()).isNull();
        assertThat(fee.amount().idr()).isEqualTo(6_500L);
    }

    @Test
    void anEntryOfManyPaymentsHasALineForEachWithItsOwnAmount() throws Exception {
        KeptParts kept =
                read(
                        Camt054.of("1")
                                .entry(
                                        "DBIT",
                                        "300.00",
                                        "2026-04-20",
                                        "<Btch><NbOfTxs>0002</NbOfTxs></Btch>"
                                                + Camt054.details(ONE, "100.00", null, null)
                                                + Camt054.details(TWO, "200.00", null, null))
                                .bytes());

        assertThat(kept.fault).isNull();
        assertThat(kept.lines).extracting(line -> line.amount().idr()).containsExactly(100L, 200L);
    }

    @Test
    void theAmountOfAnEntryIsNotTakenForOneOfItsManyPayments() throws Exception {
        KeptParts kept =
                read(
                        Camt054.of("1")
                                .entry(
                                        "DBIT",
                                        "300.00",
                                        "2026-04-20",
                                        Camt054.details(ONE, null, null, null)
                                                + Camt054.details(TWO, null, null, null))
                                .bytes());

        assertThat(kept.lines).noneMatch(line -> line.amount().isGiven());
    }

    @Test
    void aReversalIsAReturnWithoutAReason() throws Exception {
        String text = Camt054.of("1").credit(ONE, "100.00", "R").text();
        for (String stated : List.of("true", "1")) {
            String reversal = text.replace("<Sts>", "<RvslInd>" + stated + "</RvslInd><Sts>");
            assertThat(read(reversal.getBytes()).lines.get(0).booking().isReturn()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "3, 531500.00, -",
        "2, 531500.00, COUNT_NOT_OF_ENTRIES",
        "3, 531500.50, SUM_NOT_OF_ENTRIES",
        "3, 1.00,      SUM_NOT_OF_ENTRIES"
    })
    void theDeclaredTotalsAreComparedWithWhatIsListed(int count, String sum, String fault)
            throws Exception {
        KeptParts kept = read(usual(Camt054.V08).declaring(count, sum).bytes());

        assertThat(kept.fault == null ? "-" : kept.fault.code()).isEqualTo(fault);
    }

    @ParameterizedTest
    @CsvSource({"3, 300.00, COUNT_NOT_OF_DETAILS", "2, 301.00, SUM_NOT_OF_DETAILS"})
    void theTotalsOfAnEntryAreComparedWithItsDetails(String count, String sum, String fault)
            throws Exception {
        KeptParts kept =
                read(
                        Camt054.of("1")
                                .entry(
                                        "DBIT",
                                        sum,
                                        "2026-04-20",
                                        "<Btch><NbOfTxs>"
                                                + count
                                                + "</NbOfTxs></Btch>"
                                                + Camt054.details(ONE, "100.00", null, null)
                                                + Camt054.details(TWO, "200.00", null, null))
                                .bytes());

        assertThat(kept.fault.code()).isEqualTo(fault);
    }

    @Test
    void aFileThatIsCutAtAnyByteIsRefused() {
        byte[] whole = usual(Camt054.V08).text().strip().getBytes(StandardCharsets.UTF_8);
        for (int end = 0; end < whole.length; end++) {
            assertThat(codeOf(Arrays.copyOf(whole, end)))
                    .as("cut at %d", end)
                    .startsWith("REPORT_");
        }
        assertThat(codeOf(whole)).isEqualTo("READ");
    }

    /** A changed byte may change a line, but no reference becomes that of another payment. */
    @ParameterizedTest
    @ValueSource(ints = {0x01, 0x02, 0x04, 0x08, 0x10, 0x20, 0x40, 0x80, 0xff})
    void aFlippedBitIsRefusedOrNamesNoOtherPayment(int bits) throws Exception {
        String one = "6f1d3c58a9e24b07b1c2d3e4f5061728";
        byte[] whole =
                Camt054.of("99")
                        .declaring(1, "100.00")
                        .entry(
                                "DBIT",
                                "100.00",
                                "2026-04-20",
                                Camt054.details(one, null, "R", null))
                        .bytes();
        for (int at = 0; at < whole.length; at++) {
            byte[] flipped = whole.clone();
            flipped[at] ^= (byte) bits;
            if (codeOf(flipped).equals("READ")) {
                KeptParts kept = read(flipped);
                assertThat(kept.lines).hasSizeLessThanOrEqualTo(1);
            }
        }
    }
}
