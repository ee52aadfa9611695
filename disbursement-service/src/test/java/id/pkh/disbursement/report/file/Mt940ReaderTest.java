package id.pkh.disbursement.report.file;

import static id.pkh.disbursement.report.file.KeptParts.codeOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.prowidesoftware.swift.model.field.Field61;
import com.prowidesoftware.swift.model.mt.mt9xx.MT940;
import id.pkh.disbursement.report.domain.ReportedAmount;
import id.pkh.disbursement.report.file.ReportParts.Group;
import id.pkh.disbursement.report.file.ReportParts.ParsedLine;
import id.pkh.disbursement.report.file.ReportParts.Statement;
import id.pkh.disbursement.support.Mt940;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** MT940 as banks write it, whole and damaged; another reader reads the same. */
class Mt940ReaderTest {

    private static final String FILE = "PKH-2026T2-BRI-001";
    private static final String ONE = "6f1d3c58a9e24b07b1c2d3e4f5061728";
    private static final String TWO = "0a1b2c3d4e5f60718293a4b5c6d7e8f9";
    private static final LocalDate DAY = LocalDate.of(2026, 4, 20);

    private static KeptParts read(byte[] file) throws UnreadableReport, IOException {
        return KeptParts.read(file);
    }

    private static KeptParts read(String file) throws UnreadableReport, IOException {
        return read(file.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static Mt940 usual() {
        return Mt940.of("BRINIDJA/001700000001301IDR")
                .entry("D", "675000,00", "R1", "/BREF/" + FILE + "/PKH TAHAP 2 2026")
                .entry(
                        "D",
                        "225000,",
                        "R2",
                        "/EREF/" + ONE.substring(0, 20) + "\r\n" + ONE.substring(20))
                .entry("RD", "225000,", "R3", "/EREF/" + TWO + "/RTRN/AC04/kembali")
                .entry("D", "6500,50", null, "BIAYA ADM")
                .balances("C1000000,00", "C318499,50");
    }

    @Test
    void readsEntriesWithTheirReferencesAndTheBalances() throws Exception {
        for (String file :
                List.of(usual().text(), usual().enveloped(), usual().text().replace("\r", ""))) {
            KeptParts kept = read(file);

            assertThat(kept.fault).isNull();
            assertThat(kept.groups).extracting(Group::messageId).containsExactly("STMT-260420");
            assertThat(kept.statements).containsExactly(new Statement("001700000001301", 17L, DAY));
            assertThat(kept.lines)
                    .extracting(
                            ParsedLine::lineNo,
                            ParsedLine::instructionRef,
                            ParsedLine::endToEndRef,
                            ParsedLine::bankRef,
                            line -> line.amount().idr(),
                            ParsedLine::reason,
                            line -> line.booking().isDebit(),
                            line -> line.booking().isReturn())
                    .containsExactly(
                            tuple(1, FILE, null, "R1", 675_000L, null, true, false),
                            tuple(2, null, ONE, "R2", 225_000L, null, true, false),
                            tuple(3, null, TWO, "R3", 225_000L, "AC04", false, true),
                            tuple(4, null, null, null, null, null, true, false));
            assertThat(kept.lines).allMatch(line -> line.booking().day().equals(DAY));
            assertThat(kept.lines.get(3).amount().fault())
                    .isEqualTo(ReportedAmount.NOT_WHOLE_RUPIAH);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2604200420C1000;00NTRFX,      false, false, 2026-04-20",
        "260420C1000;NTRFX,            false, false, 2026-04-20",
        "2604200420CR1000;00NTRFX,     false, false, 2026-04-20",
        "2604200420DR1000;00NMSCX//B,  true,  false, 2026-04-20",
        "2604200420RC1000;00NTRFX,     true,  true,  2026-04-20",
        "2604200420RD1000;00NTRFX,     false, true,  2026-04-20",
        "2604200420RDR1000;00NTRFX,    false, true,  2026-04-20",
        "2604200420C1000;00NRTIX,      false, true,  2026-04-20",
        "2601020101D1000;00NTRFX,      true,  false, 2026-01-01",
        "2601021231D1000;00NTRFX,      true,  false, 2025-12-31",
        "2512310102D1000;00NTRFX,      true,  false, 2026-01-02"
    })
    void readsTheMarksAndTheDay(String stated, boolean isDebit, boolean isReturn, LocalDate day)
            throws Exception {
        ParsedLine line = read(withEntry(stated)).lines.get(0);

        assertThat(line.booking().isDebit()).isEqualTo(isDebit);
        assertThat(line.booking().isReturn()).isEqualTo(isReturn);
        assertThat(line.booking().day()).isEqualTo(day);
        assertThat(line.amount().idr()).isEqualTo(1_000L);
    }

    private static String withEntry(String stated) {
        return Mt940.of("1")
                .entry("D", "1,", null, null)
                .text()
                .replaceFirst(":61:[^\r]*", ":61:" + stated.replace(';', ','));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2613200420C1000,00NTRFX",
                "2604201320C1000,00NTRFX",
                "2604200420X1000,00NTRFX",
                "2604200420C1000.00NTRFX",
                "2604200420C-1000,00NTRFX",
                "2604200420C1000,00"
            })
    void anEntryThatCannotBeReadRefusesTheFile(String stated) {
        assertThat(codeOf(withEntry(stated).getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(UnreadableReport.REPORT_UNREADABLE);
    }

    @Test
    void theReferenceOfAPaymentIsTheLabelledOneAndTwoOthersHaveToAgree() throws Exception {
        assertThat(references("/IREF/" + TWO + "/EREF/" + ONE)).containsExactly(TWO, ONE);
        assertThat(references("?20EREF+" + ONE)).containsExactly(null, ONE);
        assertThat(references("bayar " + ONE + " ok")).containsExactly(null, ONE);
        assertThat(references(TWO + " " + ONE)).containsExactly(TWO, ONE);
        assertThat(references("x" + ONE)).containsExactly(null, null);
        assertThat(references(ONE + "0")).containsExactly(null, null);
        assertThat(references("PKH-2026T2-BRI-001X")).containsExactly(null, null);
        assertThat(references(FILE + " " + ONE)).containsExactly(null, ONE);
    }

    private static List<String> references(String text) throws Exception {
        ParsedLine line = read(Mt940.of("1").entry("D", "1,", null, text).text()).lines.get(0);
        return Arrays.asList(line.instructionRef(), line.endToEndRef());
    }

    @Test
    void aStatementOfSeveralPagesIsOneAndEachPageAddsUp() throws Exception {
        String pages =
                usual().text()
                        + Mt940.of("001700000001301")
                                .number("17/2")
                                .entry("C", "0,50", null, null)
                                .balances("C318499,50", "C318500,00")
                                .text()
                                .replace(":60F:", ":60M:");
        KeptParts kept = read(pages);

        assertThat(kept.fault).isNull();
        assertThat(kept.groups).hasSize(1);
        assertThat(kept.statements).extracting(Statement::number).containsExactly(17L, null);
        assertThat(kept.lines).extracting(ParsedLine::lineNo).containsExactly(1, 2, 3, 4, 5);
        assertThat(read(pages.replace("IDR318500,00", "IDR318500,01")).fault.code())
                .isEqualTo("BALANCE_NOT_OF_ENTRIES");
    }

    @ParameterizedTest
    @CsvSource({
        "':20:A\n:25:1\n:60F:C260419IDR0,00\n:61:2604200420D1,NTRF\n', REPORT_CUT",
        "':20:A\n:25:1\n:62F:C260419IDR0,00\n',                        READ",
        "':20:A\n:61:2604200420D1,NTRF\n',                             REPORT_ELEMENT_WRONG",
        "':20:A\n:60F:C260419IDR0,00\n:60F:C260419IDR0,00\n',          REPORT_ELEMENT_WRONG",
        "':20:A\n:60F:C260419IDR0,00\n:20:B\n',                        REPORT_ELEMENT_WRONG",
        "':20:\n:60F:C260419IDR0,00\n',                                REPORT_ELEMENT_WRONG",
        "'{1:F01X}{4:\n-}\n',                                          REPORT_ELEMENT_WRONG"
    })
    void fieldsThatAreMissingOrOutOfOrderAreNamed(String file, String code) {
        assertThat(codeOf(file.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo(code);
    }

    @Test
    void aLineOrAFieldWithoutEndIsRefused() {
        String many = ":86:" + "x\n".repeat(200);
        for (String file :
                List.of(
                        usual().text().replace("BIAYA", "x".repeat(600)),
                        usual().text().replace(":86:BIAYA ADM", many))) {
            assertThat(codeOf(file.getBytes(StandardCharsets.ISO_8859_1)))
                    .isEqualTo(UnreadableReport.REPORT_ELEMENT_WRONG);
        }
    }

    /** Without its last bytes a statement may still be whole; then it states the same. */
    @Test
    void aFileThatIsCutAtAnyByteIsRefusedOrStatesTheSame() throws Exception {
        byte[] whole = usual().bytes();
        KeptParts all = read(whole);
        for (int end = 0; end < whole.length; end++) {
            byte[] cut = Arrays.copyOf(whole, end);
            String code = codeOf(cut);
            if (code.equals("READ")) {
                KeptParts kept = read(cut);
                if (kept.fault == null) {
                    assertThat(kept.lines).as("cut at %d", end).isEqualTo(all.lines);
                }
            } else {
                assertThat(code).startsWith("REPORT_");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0x01, 0x02, 0x04, 0x08, 0x10, 0x20, 0x40, 0x80, 0xff})
    void aFlippedBitIsRefusedOrProvesNoOtherAmount(int bits) throws Exception {
        byte[] whole = usual().bytes();
        List<ReportedAmount> amounts = read(whole).lines.stream().map(ParsedLine::amount).toList();
        for (int at = 0; at < whole.length; at++) {
            byte[] flipped = whole.clone();
            flipped[at] ^= (byte) bits;
            if (codeOf(flipped).equals("READ")) {
                KeptParts kept = read(flipped);
                if (kept.fault == null) {
                    assertThat(
                                    kept.lines.stream()
                                            .map(ParsedLine::amount)
                                            .filter(a -> a.idr() != null))
                            .as("byte %d", at)
                            .isSubsetOf(amounts);
                }
            }
        }
    }

    @Test
    void anotherReaderReadsTheSameAmountsMarksAndReferences() throws Exception {
        Random random = new Random(20_260_420);
        for (int round = 0; round < 50; round++) {
            Mt940 made = Mt940.of("001700000001301");
            long sum = 0;
            for (int i = 0; i < random.nextInt(12); i++) {
                String mark = List.of("C", "D", "RC", "RD").get(random.nextInt(4));
                long amount = 1 + random.nextInt(9_000_000);
                sum += mark.equals("C") || mark.equals("RD") ? amount : -amount;
                made.entry(mark, amount + ",00", "B" + round + "-" + i, null);
            }
            made.balances("C0,00", (sum < 0 ? "D" : "C") + Math.abs(sum) + ",00");

            KeptParts ours = read(made.enveloped());
            List<Field61> theirs = MT940.parse(made.enveloped()).getField61();

            assertThat(ours.fault).isNull();
            assertThat(ours.lines).hasSameSizeAs(theirs);
            for (int i = 0; i < theirs.size(); i++) {
                ParsedLine line = ours.lines.get(i);
                Field61 their = theirs.get(i);
                String mark = their.getDebitCreditMark();
                assertThat(BigDecimal.valueOf(line.amount().idr()))
                        .isEqualByComparingTo(their.getAmountAsBigDecimal());
                assertThat(line.booking().isDebit()).isEqualTo(List.of("D", "RC").contains(mark));
                assertThat(line.booking().isReturn()).isEqualTo(mark.startsWith("R"));
                assertThat(line.bankRef())
                        .isEqualTo(their.getReferenceOfTheAccountServicingInstitution());
            }
        }
    }
}
