package id.pkh.disbursement.report.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.pkh.disbursement.report.file.ReportParts.Block;
import id.pkh.disbursement.report.file.ReportParts.Group;
import id.pkh.disbursement.report.file.ReportParts.Listener;
import id.pkh.disbursement.report.file.ReportParts.ParsedLine;
import id.pkh.disbursement.support.Pain002;
import id.pkh.disbursement.support.Xsd;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Pain002ReaderTest {

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
    }

    private static Kept read(String text) throws UnreadableReport, IOException {
        Kept kept = new Kept();
        Pain002Reader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), kept);
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
    @ValueSource(strings = {Pain002.V03, Pain002.V10})
    void readsBothVersions(String version) throws Exception {
        Kept kept = read(usual().in(version).text());

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
                .isEqualTo(UnreadableReport.REPORT_UNREADABLE);
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
        assertThat(codeOf(usual().in("urn:iso:std:iso:20022:tech:xsd:camt.054.001.08").text()))
                .isEqualTo(UnreadableReport.REPORT_KIND_UNKNOWN);
        assertThat(codeOf("<Other xmlns=\"" + Pain002.V10 + "\"/>"))
                .isEqualTo(UnreadableReport.REPORT_KIND_UNKNOWN);
        assertThat(codeOf("<Document/>")).isEqualTo(UnreadableReport.REPORT_KIND_UNKNOWN);
    }

    @Test
    void aFileThatIsNotAReportIsUnreadable() {
        assertThat(codeOf("{\"not\":\"xml\"}")).isEqualTo(UnreadableReport.REPORT_UNREADABLE);
        assertThat(codeOf(usual().text().replace("</TxSts>", "</TxStatus>")))
                .isEqualTo(UnreadableReport.REPORT_UNREADABLE);
        assertThat(codeOf(usual().text().replace("REF1", "R".repeat(600))))
                .isEqualTo(UnreadableReport.REPORT_UNREADABLE);
        assertThat(codeOf(usual().text().replace("REF1", "<a>".repeat(40) + "</a>".repeat(40))))
                .isEqualTo(UnreadableReport.REPORT_UNREADABLE);
        assertThat(codeOf(Pain002.answering(null).text()))
                .isEqualTo(UnreadableReport.REPORT_UNREADABLE);
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
            Pain002Reader.read(in, kept);
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
