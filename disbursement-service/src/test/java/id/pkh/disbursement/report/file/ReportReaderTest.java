package id.pkh.disbursement.report.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import id.pkh.disbursement.report.domain.ReportTotals.Fault;
import id.pkh.disbursement.report.file.ReportParts.Block;
import id.pkh.disbursement.report.file.ReportParts.Group;
import id.pkh.disbursement.report.file.ReportParts.Listener;
import id.pkh.disbursement.report.file.ReportParts.ParsedLine;
import id.pkh.disbursement.support.Pain002;
import id.pkh.disbursement.support.Xsd;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportReaderTest {

    private static final String MESSAGE = "PKH-2026T2-BRI-001";

    /** Records the parts that it receives. */
    private static class Kept implements Listener {
        Group group;
        final List<ParsedLine> lines = new ArrayList<>();
        final List<Block> blocks = new ArrayList<>();
        long count;

        @Override
        public void group(Group read) {
            group = read;
        }

        @Override
        public void line(ParsedLine read) {
            count++;
            if (count <= 1_000) {
                lines.add(read);
            }
        }

        @Override
        public void block(Block read) {
            blocks.add(read);
        }

        @Override
        public void fault(Fault fault) {
            throw new AssertionError(fault);
        }
    }

    private static Kept read(String text) throws UnreadableReport, IOException {
        Kept kept = new Kept();
        ReportReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), kept);
        return kept;
    }

    private static String codeOf(String text) {
        UnreadableReport refused = catchThrowableOfType(UnreadableReport.class, () -> read(text));
        return refused == null ? "READ" : refused.code();
    }

    private static Pain002 usual() {
        return Pain002.answering(MESSAGE)
                .group("PART", null)
                .totals("3", "675000.00")
                .perStatus("ACCC", 2)
                .line(
                        "01980a10000070008000000000000001",
                        "01980a10000070008000000000000002",
                        "ACCC",
                        null,
                        "225000.00",
                        "IDR",
                        "REF1")
                .line("01980a10000070008000000000000003", "RJCT", "AC04");
    }

    @Test
    void theReportsOfTheTestsAreValid() throws Exception {
        Xsd.validate("pain.002.001.10", usual().bytes());
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14})
    void readsEveryVersion(int version) throws Exception {
        Kept kept =
                read(
                        usual().in(
                                        "urn:iso:std:iso:20022:tech:xsd:pain.002.001.%02d"
                                                .formatted(version))
                                .text());

        assertThat(kept.group.originalMessageId()).isEqualTo(MESSAGE);
        assertThat(kept.group.status()).isEqualTo("PART");
        assertThat(kept.group.original().count()).isEqualTo("3");
        assertThat(kept.group.original().sum().idr()).isEqualTo(675_000L);
        assertThat(kept.group.totals()).hasSize(1);
        assertThat(kept.lines).hasSize(2);
        ParsedLine first = kept.lines.get(0);
        assertThat(first.lineNo()).isEqualTo(1);
        assertThat(first.instructionRef()).isEqualTo("01980a10000070008000000000000001");
        assertThat(first.endToEndRef()).isEqualTo("01980a10000070008000000000000002");
        assertThat(first.status()).isEqualTo("ACCC");
        assertThat(first.amount().idr()).isEqualTo(225_000L);
        assertThat(first.bankRef()).isEqualTo("REF1");
        assertThat(kept.lines.get(1).reason()).isEqualTo("AC04");
        assertThat(kept.lines.get(1).amount().isGiven()).isFalse();
    }

    @Test
    void aDocumentTypeIsRefusedRegardlessOfItsContents() {
        String head = "<?xml version=\"1.0\"?>\n";
        String body = usual().text().substring(usual().text().indexOf("<Document"));
        String outside =
                head
                        + "<!DOCTYPE Document [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                        + body.replace("REF1", "&x;");
        String bomb =
                head
                        + "<!DOCTYPE Document [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">"
                        + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>"
                        + body.replace("REF1", "&c;");
        String external = head + "<!DOCTYPE Document SYSTEM \"http://127.0.0.1:1/x.dtd\">" + body;

        assertThat(codeOf(outside)).isEqualTo(UnreadableReport.REPORT_UNSAFE);
        assertThat(codeOf(bomb)).isEqualTo(UnreadableReport.REPORT_UNSAFE);
        assertThat(codeOf(external)).isEqualTo(UnreadableReport.REPORT_UNSAFE);
    }

    @Test
    void anUndeclaredEntityIsRefused() {
        assertThat(codeOf(usual().text().replace("REF1", "&x;")))
                .isIn(UnreadableReport.REPORT_UNSAFE, UnreadableReport.REPORT_UNREADABLE);
    }

    @Test
    void unknownElementsAreAcceptedUpToALimit() throws Exception {
        assertThat(read(withStrangers(usual().text(), 1_000)).lines).hasSize(2);
        assertThat(codeOf(withStrangers(usual().text(), 3_000)))
                .isEqualTo(UnreadableReport.REPORT_ELEMENT_WRONG);
    }

    private static String withStrangers(String report, int count) {
        StringBuilder strangers = new StringBuilder();
        for (int i = 0; i < count; i++) {
            strangers.append("<X").append(i).append("/>");
        }
        return report.replace("</TxInfAndSts>", strangers + "</TxInfAndSts>");
    }

    @Test
    void aMessageOfAnotherKindIsRefused() {
        assertThat(codeOf(usual().in("urn:iso:std:iso:20022:tech:xsd:camt.052.001.08").text()))
                .isEqualTo(UnreadableReport.REPORT_KIND_UNKNOWN);
        assertThat(codeOf("<Other xmlns=\"" + Pain002.V10 + "\"/>"))
                .isEqualTo(UnreadableReport.REPORT_KIND_UNKNOWN);
        assertThat(codeOf("<Document/>")).isEqualTo(UnreadableReport.REPORT_KIND_UNKNOWN);
    }

    @Test
    void aFileThatIsNotAReportIsRefusedWithThePlace() {
        assertThat(refusalOf("{\"not\":\"xml\"}"))
                .isEqualTo("REPORT_NOT_XML {found=JSON, line=1, column=2, element=Document}");
        assertThat(refusalOf("\u001f\u008b\b packed"))
                .isEqualTo("REPORT_NOT_XML {found=OTHER, line=1, column=2, element=Document}");
        assertThat(refusalOf(usual().text().replace("</TxSts>", "</TxStatus>")))
                .startsWith("REPORT_UNREADABLE {line=5, column=")
                .endsWith(", element=OrgnlPmtInfAndSts/TxInfAndSts/TxSts}");
        assertThat(refusalOf(usual().text().replace("REF1", "R".repeat(600))))
                .startsWith(
                        "REPORT_ELEMENT_WRONG {element=OrgnlPmtInfAndSts/TxInfAndSts/AcctSvcrRef,"
                                + " found=TOO_LONG, line=5, column=");
        assertThat(refusalOf(usual().text().replace("REF1", "<a>".repeat(40) + "</a>".repeat(40))))
                .contains("found=TOO_DEEP");
        assertThat(refusalOf(Pain002.answering(null).text()))
                .contains("element=OrgnlGrpInfAndSts/OrgnlMsgId", "found=MISSING");
        assertThat(
                        refusalOf(
                                usual().text()
                                        .replace("<TxSts>", "<x:TxSts xmlns:x='urn:x'>")
                                        .replace("</TxSts>", "</x:TxSts>")))
                .contains("found=OTHER_NAMESPACE");
        String whole = usual().text();
        String group =
                whole.substring(
                        whole.indexOf("<OrgnlGrpInfAndSts>"), whole.indexOf("<OrgnlPmtInfAndSts>"));
        assertThat(refusalOf(whole.replace(group, group + group)))
                .contains("element=OrgnlGrpInfAndSts", "found=TWICE");
        assertThat(
                        refusalOf(
                                whole.replace(
                                        "</OrgnlPmtInfAndSts>",
                                        "<PmtInfSts>RJCT</PmtInfSts></OrgnlPmtInfAndSts>")))
                .contains("element=OrgnlPmtInfAndSts/PmtInfSts", "found=OUT_OF_ORDER");
    }

    private static String refusalOf(String text) {
        UnreadableReport refused = catchThrowableOfType(UnreadableReport.class, () -> read(text));
        return refused == null ? "READ" : refused.code() + " " + refused.details();
    }

    @ParameterizedTest
    @CsvSource({"1f8b0800, GZIP", "504b0304, ZIP", "89504e47, PNG", "25504446, PDF", "00, -"})
    void anotherKindOfFileIsRefusedByItsName(String hex, String found) {
        byte[] file = HexFormat.of().parseHex(hex + "0102030405");
        UnreadableReport refused =
                catchThrowableOfType(
                        UnreadableReport.class,
                        () -> ReportReader.read(new ByteArrayInputStream(file), new Kept()));

        assertThat(refused.details().getOrDefault("found", "-")).isEqualTo(found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u001a", "\0\0\0", "\n\u001a\0", "   \r\n", "<!-- end --> \n", "\0"})
    void whatFillsTheLastRecordOfAFileIsNoPartOfIt(String fill) throws Exception {
        assertThat(read(usual().text().strip() + fill).lines).hasSize(2);
        assertThat(read(usual().text() + fill.repeat(3)).lines).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0x", "\u001a<a/>", "trailer", "<Document/>"})
    void whatFollowsTheEndIsRefused(String rest) {
        assertThat(codeOf(usual().text() + rest)).isNotEqualTo("READ");
        assertThat(codeOf(usual().text() + rest + "\0")).isNotEqualTo("READ");
    }

    @Test
    void aByteThatIsNotOfTheDeclaredEncodingIsRefusedAndTheDeclaredOneIsRead() throws Exception {
        String text = usual().text().replace("REF1", "Jl. \u00e9");
        byte[] latin = text.getBytes(StandardCharsets.ISO_8859_1);
        Kept kept = new Kept();
        ReportReader.read(
                new ByteArrayInputStream(
                        text.replace("UTF-8", "ISO-8859-1").getBytes(StandardCharsets.ISO_8859_1)),
                kept);

        assertThat(kept.lines.get(0).bankRef()).isEqualTo("Jl. \u00e9");
        UnreadableReport refused =
                catchThrowableOfType(
                        UnreadableReport.class,
                        () -> ReportReader.read(new ByteArrayInputStream(latin), new Kept()));
        assertThat(refused.code()).isEqualTo(UnreadableReport.REPORT_ENCODING_WRONG);
        assertThat(refused.details())
                .containsEntry("element", "OrgnlPmtInfAndSts/TxInfAndSts/AcctSvcrRef")
                .containsEntry("line", "5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"b020", "e920", "c3", "ff", "f8202020", "eda080"})
    void noBytesOfAnotherEncodingAreTakenForCharacters(String hex) {
        assertThat(codeWith(hex)).isIn(UnreadableReport.REPORT_ENCODING_WRONG, "REPORT_UNREADABLE");
    }

    @Test
    void aNulInASpellingOfTwoBytesIsNotStored() {
        assertThat(codeWith("c080")).isEqualTo("READ R?");
    }

    /** The code of the refusal, or the reference that was read. */
    private static String codeWith(String hex) {
        String text = usual().text();
        int at = text.indexOf("REF1") + 1;
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(text.substring(0, at).getBytes(StandardCharsets.UTF_8));
        file.writeBytes(HexFormat.of().parseHex(hex));
        file.writeBytes(text.substring(at + 3).getBytes(StandardCharsets.UTF_8));
        Kept kept = new Kept();
        UnreadableReport refused =
                catchThrowableOfType(
                        UnreadableReport.class,
                        () ->
                                ReportReader.read(
                                        new ByteArrayInputStream(file.toByteArray()), kept));
        return refused == null ? "READ " + kept.lines.get(0).bankRef() : refused.code();
    }

    @Test
    void longTextsAreCutAndContentsOfOthersAreSkipped() throws Exception {
        String text =
                usual().text()
                        .replace(
                                "</StsRsnInf>",
                                "<AddtlInf>"
                                        + "Rekening tidak ditemukan. ".repeat(40)
                                        + "</AddtlInf></StsRsnInf>")
                        .replace(
                                "</TxInfAndSts>",
                                "<SplmtryData><Envlp><x:Bank xmlns:x='urn:bank'><x:TxSts>ACCC</x:TxSts></x:Bank></Envlp>"
                                        + "</SplmtryData></TxInfAndSts>");
        Kept kept = read(text);

        assertThat(kept.lines).extracting(ParsedLine::status).containsExactly("ACCC", "RJCT");
        assertThat(kept.lines.get(1).reasonText())
                .startsWith("Rekening tidak ditemukan. Rek")
                .hasSizeLessThanOrEqualTo(140);
    }

    @Test
    void theNumberOfAnAccountIsNotKeptInATextOfTheBank() throws Exception {
        String text =
                usual().text()
                        .replace(
                                "</StsRsnInf>",
                                "<AddtlInf>Rek 0012 3456 7890 tutup</AddtlInf></StsRsnInf>");

        assertThat(read(text).lines.get(1).reasonText()).isEqualTo("Rek **** **** **** tutup");
    }

    @Test
    void aLineInheritsWhatItDoesNotStateItself() throws Exception {
        Pain002 report =
                Pain002.answering(MESSAGE)
                        .group("PART", "DU01")
                        .block("RJCT")
                        .line(
                                "NOTPROVIDED",
                                "01980a10000070008000000000000002",
                                null,
                                null,
                                null,
                                null,
                                null)
                        .line("01980a10000070008000000000000003", "RJCT", "AC04")
                        .line("01980a10000070008000000000000004", "ACCC");
        Kept kept = read(report.text());

        assertThat(kept.lines)
                .extracting(ParsedLine::status, ParsedLine::reason)
                .containsExactly(
                        tuple("RJCT", "DU01"), tuple("RJCT", "AC04|DU01"), tuple("ACCC", null));
        assertThat(kept.lines.get(0).instructionRef()).isNull();
    }

    @Test
    void allReasonsOfALineAreKept() throws Exception {
        String second =
                "<StsRsnInf><Rsn><Prtry>berkas DU02</Prtry></Rsn></StsRsnInf>"
                        + "<StsRsnInf><Rsn><Cd>AC04</Cd></Rsn></StsRsnInf>";
        String text = usual().text().replace("</StsRsnInf>", "</StsRsnInf>" + second);

        assertThat(read(text).lines.get(1).reason()).isEqualTo("AC04|berkas DU02");
    }

    @Test
    void aFileThatIsCutOffAtAnyPositionIsRefusedAsCutOff() {
        String whole = usual().text().strip();
        int from = whole.indexOf("<OrgnlPmtInfAndSts>");
        for (int end = from; end < whole.length(); end++) {
            String code = codeOf(whole.substring(0, end));
            assertThat(code)
                    .as("cut after %s", whole.substring(Math.max(0, end - 20), end))
                    .isEqualTo(UnreadableReport.REPORT_CUT);
        }
        assertThat(codeOf(whole)).isEqualTo("READ");
    }

    @Test
    void aLargeReportIsReadInBoundedMemory() throws Exception {
        int lines = 400_000;
        String whole = usual().text();
        int from = whole.indexOf("<TxInfAndSts>");
        int until = whole.lastIndexOf("</OrgnlPmtInfAndSts>");
        Kept kept = new Kept();
        try (InputStream in =
                new SequenceInputStream(
                        parts(whole.substring(0, from), lines, whole.substring(until)))) {
            ReportReader.read(in, kept);
        }
        assertThat(kept.count).isEqualTo(lines);
    }

    /** A stream of about 90 MB that is never in memory as a whole. */
    private static Enumeration<InputStream> parts(String head, int lines, String tail) {
        String line =
                "<TxInfAndSts><OrgnlEndToEndId>"
                        + UUID.randomUUID().toString().replace("-", "")
                        + "</OrgnlEndToEndId><TxSts>RJCT</TxSts><StsRsnInf><Rsn><Cd>AC04</Cd></Rsn><AddtlInf>A &amp; B"
                        + "</AddtlInf></StsRsnInf></TxInfAndSts>\n";
        byte[] hundred = line.repeat(100).getBytes(StandardCharsets.UTF_8);
        return new Enumeration<>() {
            private int given = -1;

            @Override
            public boolean hasMoreElements() {
                return given <= lines / 100;
            }

            @Override
            public InputStream nextElement() {
                given++;
                if (given == 0) {
                    return stream(head.getBytes(StandardCharsets.UTF_8));
                }
                return stream(
                        given <= lines / 100 ? hundred : tail.getBytes(StandardCharsets.UTF_8));
            }

            private InputStream stream(byte[] bytes) {
                return new ByteArrayInputStream(bytes);
            }
        };
    }

    @Test
    void noFieldOfALineIsCarriedOverToTheNext() throws Exception {
        Kept kept =
                read(
                        Pain002.answering(MESSAGE)
                                .amount("01980a10000070008000000000000001", "ACCC", "1.00", "USD")
                                .line("01980a10000070008000000000000002", "RJCT", "AC04")
                                .line("01980a10000070008000000000000003", "ACCC")
                                .text());

        assertThat(kept.lines.get(1).amount().isGiven()).isFalse();
        assertThat(kept.lines.get(2).reason()).isNull();
        assertThat(kept.lines.get(2).bankRef()).isNull();
        assertThat(Collections.frequency(kept.blocks.stream().map(Block::status).toList(), null))
                .isEqualTo(1);
    }
}
