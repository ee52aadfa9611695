package id.pkh.registry.support;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;

/** Everything that is logged while it is open, as the console would show it. */
public final class CapturedLog implements AutoCloseable {

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final Logger root = Logger.getLogger("");
    private final Handler handler = new Collecting();

    private CapturedLog() {
        handler.setLevel(Level.ALL);
        root.addHandler(handler);
    }

    public static CapturedLog ofEverything() {
        return new CapturedLog();
    }

    public String text() {
        return String.join("\n", lines);
    }

    @Override
    public void close() {
        root.removeHandler(handler);
    }

    private final class Collecting extends Handler {

        private final PatternFormatter console = new PatternFormatter("%c %s%e");

        @Override
        public void publish(LogRecord record) {
            lines.add(console.format(org.jboss.logmanager.ExtLogRecord.wrap(record)));
        }

        @Override
        public void flush() {
            // nothing is buffered
        }

        @Override
        public void close() {
            lines.clear();
        }
    }
}
