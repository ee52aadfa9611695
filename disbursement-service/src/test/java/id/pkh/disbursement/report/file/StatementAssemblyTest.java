package id.pkh.disbursement.report.file;

import static id.pkh.disbursement.report.file.KeptParts.codeOf;
import static id.pkh.disbursement.report.file.KeptParts.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.pkh.disbursement.report.file.ReportParts.ParsedLine;
import id.pkh.disbursement.report.file.ReportParts.Statement;
import id.pkh.disbursement.support.Camt053;
import id.pkh.disbursement.support.Camt054;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements as banks write them, whole and damaged. */
class StatementAssemblyTest {

    private static final String FILE = "PKH-2026T2-BRI-001";
    private static final String ONE = "6f1d3c58a9e24b07b1c2d3e4f5061728";

    private static Camt053 usual() {
        return Camt053.of("0099")
                .number(17)
                .file(FILE, "DBIT", "675000.00", "R1")
                .with(all -> all.back(ONE, "225000.00", "R2", "AC04"))
                .with(all -> all.entry("DBIT", "6500.50", "2026-04-20", ""))
                .balances("-100.00", "-456600.50");
    }

    @ParameterizedTest
    @ValueSource(strings = {"02", "03", "04", "05", "06", "07", "08"})
    void readsEveryVersion(String version) throws Exception {
        String file = usual().in(version).text();
        boolean isOld = !version.equals("08");
        KeptParts kept =
                read(
                        (isOld
                                        ? file.replaceAll(
                                                "<Sts><Cd>(\\w+)</Cd></Sts>", "<Sts>$1</Sts>")
                                        : file)
                                .getBytes(StandardCharsets.UTF_8));

        assertThat(kept.fault).isNull();
        assertThat(kept.statements)
                .containsExactly(new Statement("0099", 17L, LocalDate.of(2026, 4, 20)));
        assertThat(kept.lines)
                .extracting(
                        ParsedLine::instructionRef, ParsedLine::endToEndRef, ParsedLine::bankRef)
                .containsExactly(
                        tuple(FILE, null, "R1"), tuple(null, ONE, "R2"), tuple(null, null, null));
    }

    @Test
    void aReferenceOfAPaymentComesBeforeThatOfItsFile() throws Exception {
        String file =
                usual().text()
                        .replace(
                                "<Refs><AcctSvcrRef>R2",
                                "<Refs><MsgId>" + FILE + "</MsgId><AcctSvcrRef>R2");
        ParsedLine line = read(file.getBytes(StandardCharsets.UTF_8)).lines.get(1);
        assertThat(line.instructionRef()).isNull();
        assertThat(line.endToEndRef()).isEqualTo(ONE);
    }

    @Test
    void ofTheReferencesOfABatchTheOneOfThisServiceCounts() throws Exception {
        String file =
                usual().text()
                        .replace(
                                "<Btch><MsgId>" + FILE + "</MsgId></Btch>",
                                "<Btch><MsgId>BANK-7</MsgId><PmtInfId>"
                                        + FILE
                                        + "</PmtInfId></Btch>");
        assertThat(read(file.getBytes(StandardCharsets.UTF_8)).lines.get(0).instructionRef())
                .isEqualTo(FILE);
    }

    @Test
    void anEntryOfSeveralPaymentsIsNoFileAsAWhole() throws Exception {
        String details =
                "<Btch><MsgId>"
                        + FILE
                        + "</MsgId></Btch>"
                        + "<TxDtls><Amt Ccy=\"IDR\">1.00</Amt></TxDtls>".repeat(2);
        KeptParts kept =
                read(
                        Camt053.of("1")
                                .with(all -> all.entry("DBIT", "2.00", "2026-04-20", details))
                                .with(all -> all.entry("DBIT", "1.00", "2026-04-20", ""))
                                .balances("3.00", "0.00")
                                .bytes());

        assertThat(kept.fault).isNull();
        assertThat(kept.lines).hasSize(3).allMatch(line -> line.instructionRef() == null);
    }

    @Test
    void lyingBalancesAreAFault() throws Exception {
        String file = usual().text().replace(">456600.50<", ">456600.51<");
        assertThat(read(file.getBytes(StandardCharsets.UTF_8)).fault.code())
                .isEqualTo("BALANCE_NOT_OF_ENTRIES");
    }

    @Test
    void theNamespaceDecidesAndEntitiesAreRefused() {
        String file = usual().text();
        assertThat(codeOf(file.replace("camt.053.001.08", "camt.054.001.08").getBytes()))
                .isEqualTo("REPORT_ELEMENT_WRONG");
        assertThat(codeOf(file.replace("camt.053.001.08", "camt.053.001.09").getBytes()))
                .isEqualTo("REPORT_KIND_UNKNOWN");
        assertThat(codeOf(Camt054.of("1").text().replace("camt.054", "camt.053").getBytes()))
                .isEqualTo("REPORT_ELEMENT_WRONG");
        assertThat(
                        codeOf(
                                file.replace("?>", "?><!DOCTYPE Document [<!ENTITY a \"b\">]>")
                                        .getBytes()))
                .isEqualTo("REPORT_UNSAFE");
    }

    @Test
    void aFileThatIsCutAtAnyByteIsRefused() {
        byte[] whole = usual().text().strip().getBytes(StandardCharsets.UTF_8);
        for (int end = 0; end < whole.length; end++) {
            assertThat(codeOf(Arrays.copyOf(whole, end)))
                    .as("cut at %d", end)
                    .startsWith("REPORT_");
        }
        assertThat(codeOf(whole)).isEqualTo("READ");
    }

    /** No reference becomes another one, and a changed amount is noticed by the balances. */
    @ParameterizedTest
    @ValueSource(ints = {0x01, 0x02, 0x04, 0x08, 0x10, 0x20, 0x40, 0x80, 0xff})
    void aFlippedBitIsRefusedOrProvesNothingElse(int bits) throws Exception {
        byte[] whole = usual().bytes();
        List<Object> amounts = amounts(read(whole));
        for (int at = 0; at < whole.length; at++) {
            byte[] flipped = whole.clone();
            flipped[at] ^= (byte) bits;
            if (codeOf(flipped).equals("READ")) {
                KeptParts kept = read(flipped);
                assertThat(kept.lines).hasSizeLessThanOrEqualTo(3);
                if (kept.fault == null) {
                    assertThat(amounts).as("byte %d", at).containsAll(booked(kept));
                }
            }
        }
    }

    private static List<Object> amounts(KeptParts kept) {
        return List.copyOf(kept.lines.stream().map(line -> (Object) line.amount()).toList());
    }

    private static List<Object> booked(KeptParts kept) {
        return kept.lines.stream()
                .filter(line -> line.booking().isBooked() && line.amount().idr() != null)
                .map(line -> (Object) line.amount())
                .toList();
    }
}
