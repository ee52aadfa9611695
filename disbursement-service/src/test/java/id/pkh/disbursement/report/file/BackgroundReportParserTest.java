package id.pkh.disbursement.report.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.pkh.disbursement.report.domain.ReportTotals.Fault;
import id.pkh.disbursement.report.file.ReportParts.Block;
import id.pkh.disbursement.report.file.ReportParts.Group;
import id.pkh.disbursement.report.file.ReportParts.Listener;
import id.pkh.disbursement.report.file.ReportParts.ParsedLine;
import id.pkh.disbursement.support.Pain002;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The background parser must behave like the reader with one thread, also when it fails. */
class BackgroundReportParserTest {

    private static final int LINES = 25_003;

    private static final class Heard implements Listener {

        private final List<String> parts = new ArrayList<>();
        private final Thread thread = Thread.currentThread();

        @Override
        public void group(Group group) {
            keep("group " + group.originalMessageId());
        }

        @Override
        public void line(ParsedLine line) {
            keep("line " + line.lineNo() + " " + line.endToEndRef());
        }

        @Override
        public void block(Block block) {
            keep("block");
        }

        @Override
        public void fault(Fault fault) {
            throw new AssertionError(fault);
        }

        private void keep(String part) {
            assertThat(Thread.currentThread()).isSameAs(thread);
            parts.add(part);
        }
    }

    private static byte[] report() {
        Pain002 report = Pain002.answering("PKH-2026T2-BRI-001");
        for (int i = 0; i < LINES; i++) {
            report.line(new UUID(1, i).toString(), "ACCC");
        }
        return report.bytes();
    }

    private static List<String> readAlone(byte[] bytes) throws Exception {
        Heard heard = new Heard();
        ReportReader.read(new ByteArrayInputStream(bytes), heard);
        return heard.parts;
    }

    @Test
    void allPartsComeInTheirOrderOnTheCallersThread() throws Exception {
        byte[] bytes = report();
        Heard heard = new Heard();

        BackgroundReportParser.read(new ByteArrayInputStream(bytes), heard);

        assertThat(heard.parts).hasSize(LINES + 2).isEqualTo(readAlone(bytes));
    }

    @Test
    void linesBeforeTheCutArePassedOnAndThenTheCutIsReported() {
        byte[] bytes = report();
        byte[] cut = Arrays.copyOf(bytes, bytes.length - 200);
        Heard heard = new Heard();

        UnreadableReport told =
                catchThrowableOfType(
                        UnreadableReport.class,
                        () -> BackgroundReportParser.read(new ByteArrayInputStream(cut), heard));

        assertThat(told.isCut()).isTrue();
        assertThat(heard.parts).hasSizeBetween(LINES - 2, LINES + 1);
    }

    @Test
    void aFailureOfTheSourceIsPassedOn() {
        InputStream broken =
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("the disk is away");
                    }
                };

        assertThatThrownBy(() -> BackgroundReportParser.read(broken, new Heard()))
                .isInstanceOf(IOException.class)
                .hasMessage("the disk is away");
    }

    @Test
    void aListenerThatRefusesDoesNotWaitAndTheParserEnds() {
        Listener refusing =
                new Listener() {
                    @Override
                    public void group(Group group) {
                        throw new IllegalStateException("not mine");
                    }

                    @Override
                    public void line(ParsedLine line) {}

                    @Override
                    public void block(Block block) {}

                    @Override
                    public void fault(Fault fault) {}
                };

        assertThatThrownBy(
                        () ->
                                BackgroundReportParser.read(
                                        new ByteArrayInputStream(report()), refusing))
                .hasMessage("not mine");
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("report parser"));
    }
}
