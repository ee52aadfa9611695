package id.pkh.testsupport.log;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.jboss.logmanager.handlers.ConsoleHandler;

/**
 * Captures everything that is logged while it is open. It runs before any other handler, because
 * the console handler masks what it prints.
 */
public final class CapturedLog implements AutoCloseable {

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final org.jboss.logmanager.Logger root =
            (org.jboss.logmanager.Logger) Logger.getLogger("");
    private final Handler handler = new Collecting();
    private final Handler[] others = root.getHandlers();
    private final Formatter formatter;

    private CapturedLog(Formatter formatter) {
        this.formatter = formatter;
        handler.setLevel(Level.ALL);
        root.setHandlers(
                Stream.concat(Stream.of(handler), Arrays.stream(others)).toArray(Handler[]::new));
    }

    public static CapturedLog ofEverything() {
        return new CapturedLog(new PatternFormatter("%c %s%e"));
    }

    /** Captures the log with the format and the filter of the console. */
    public static CapturedLog asConfigured() {
        Handler console = consoleAmong(Logger.getLogger("").getHandlers()).orElseThrow();
        CapturedLog log = new CapturedLog(console.getFormatter());
        log.handler.setFilter(console.getFilter());
        return log;
    }

    private static Optional<Handler> consoleAmong(Handler[] handlers) {
        for (Handler one : handlers) {
            if (one instanceof ConsoleHandler) {
                return Optional.of(one);
            }
            if (one instanceof ExtHandler parent) {
                Optional<Handler> inside = consoleAmong(parent.getHandlers());
                if (inside.isPresent()) {
                    return inside;
                }
            }
        }
        return Optional.empty();
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }

    public String text() {
        return String.join("\n", lines);
    }

    @Override
    public void close() {
        root.setHandlers(others);
    }

    private final class Collecting extends Handler {

        @Override
        public void publish(LogRecord record) {
            if (isLoggable(record)) {
                lines.add(formatter.format(org.jboss.logmanager.ExtLogRecord.wrap(record)));
            }
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
