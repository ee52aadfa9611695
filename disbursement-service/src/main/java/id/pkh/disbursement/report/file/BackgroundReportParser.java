package id.pkh.disbursement.report.file;

import id.pkh.disbursement.report.domain.ReportTotals.Fault;
import id.pkh.disbursement.report.file.ReportParts.Block;
import id.pkh.disbursement.report.file.ReportParts.Group;
import id.pkh.disbursement.report.file.ReportParts.Listener;
import id.pkh.disbursement.report.file.ReportParts.ParsedLine;
import id.pkh.disbursement.report.file.ReportParts.Statement;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Reads a report with two threads. A background thread parses the file a little ahead; the caller's
 * thread calls the listener, as {@link ReportReader} does. Parsing and writing therefore run in
 * parallel.
 */
public final class BackgroundReportParser {

    private static final int LINES_AT_ONCE = 1_000;
    private static final int PARTS_AHEAD = 40;
    private static final int PATIENCE_MILLIS = 100;

    private sealed interface Part {}

    private record GroupPart(Group group) implements Part {}

    private record LinesPart(List<ParsedLine> lines) implements Part {}

    private record BlockPart(Block block) implements Part {}

    private record StatementPart(Statement statement) implements Part {}

    private record FaultPart(Fault fault) implements Part {}

    /** The last part, with the failure that ended the reading, or null. */
    private record End(Throwable broken) implements Part {}

    /** The reading is cancelled, because the listener takes no more parts. */
    private static final class GivenUp extends RuntimeException {
        GivenUp() {
            super("the reading was cancelled", null, false, false);
        }
    }

    private final BlockingQueue<Part> parts = new ArrayBlockingQueue<>(PARTS_AHEAD);
    private volatile boolean givenUp;

    private BackgroundReportParser() {}

    public static void read(InputStream in, Listener listener)
            throws UnreadableReport, IOException {
        new BackgroundReportParser().readAll(in, listener);
    }

    private void readAll(InputStream in, Listener listener) throws UnreadableReport, IOException {
        Thread parser = new Thread(() -> parse(in), "report parser");
        parser.setDaemon(true);
        parser.start();
        try {
            hand(listener);
        } finally {
            givenUp = true;
            join(parser);
        }
    }

    private void hand(Listener listener) throws UnreadableReport, IOException {
        while (true) {
            Part part = take();
            if (part instanceof LinesPart some) {
                some.lines().forEach(listener::line);
            } else if (part instanceof GroupPart one) {
                listener.group(one.group());
            } else if (part instanceof BlockPart one) {
                listener.block(one.block());
            } else if (part instanceof StatementPart one) {
                listener.statement(one.statement());
            } else if (part instanceof FaultPart one) {
                listener.fault(one.fault());
            } else {
                rethrow(((End) part).broken());
                return;
            }
        }
    }

    private static void rethrow(Throwable broken) throws UnreadableReport, IOException {
        if (broken instanceof UnreadableReport unreadable) {
            throw unreadable;
        }
        if (broken instanceof IOException unread) {
            throw unread;
        }
        if (broken != null) {
            throw new IllegalStateException("a report could not be parsed", broken);
        }
    }

    private void parse(InputStream in) {
        Aside aside = new Aside();
        Throwable broken = null;
        try {
            ReportReader.read(in, aside);
        } catch (GivenUp nobodyListens) {
            return;
        } catch (Throwable failed) { // the caller's thread throws it
            broken = failed;
        }
        try {
            aside.flush();
            put(new End(broken));
        } catch (GivenUp nobodyListens) {
            // the caller already has its own failure
        }
    }

    private Part take() {
        try {
            return parts.take();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the reading of a report was interrupted", stopped);
        }
    }

    private void put(Part part) {
        try {
            while (!parts.offer(part, PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                if (givenUp) {
                    throw new GivenUp();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new GivenUp();
        }
    }

    private static void join(Thread parser) {
        try {
            parser.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Collects lines into groups, because a report has many lines. */
    private final class Aside implements Listener {

        private List<ParsedLine> lines = new ArrayList<>(LINES_AT_ONCE);

        @Override
        public void group(Group group) {
            put(new GroupPart(group));
        }

        @Override
        public void line(ParsedLine line) {
            lines.add(line);
            if (lines.size() == LINES_AT_ONCE) {
                flush();
            }
        }

        @Override
        public void block(Block block) {
            flush();
            put(new BlockPart(block));
        }

        @Override
        public void statement(Statement statement) {
            flush();
            put(new StatementPart(statement));
        }

        @Override
        public void fault(Fault fault) {
            flush();
            put(new FaultPart(fault));
        }

        void flush() {
            if (!lines.isEmpty()) {
                put(new LinesPart(lines));
                lines = new ArrayList<>(LINES_AT_ONCE);
            }
        }
    }
}
