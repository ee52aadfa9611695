package id.pkh.platform.messaging.trace;

import io.opentelemetry.context.Scope;
import java.util.function.Function;

/**
 * Calls of another service in the trace of their cause. A call has one writer of its header {@code
 * traceparent}: when traces are on, the client makes a span and writes the header of that span;
 * otherwise the caller writes the header of the cause.
 */
public final class CallTrace {

    private CallTrace() {}

    /**
     * Makes a call.
     *
     * @param call takes the header to write; null when the client writes its own
     */
    public static <T> T within(Causation cause, Function<String, T> call) {
        if (!EventTraces.areOn()) {
            return call.apply(cause.traceparent());
        }
        try (Scope ofTheCause = EventTraces.parent(cause.traceparent()).makeCurrent()) {
            return call.apply(null);
        }
    }
}
