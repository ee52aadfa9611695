package id.pkh.platform.messaging.trace;

import org.jboss.logging.MDC;

/**
 * The fields that every log line carries: the correlation id, the trace, and the event that caused
 * the work.
 */
final class LogMarks {

    static final String CORRELATION = "correlationId";
    static final String TRACE = "traceId";
    static final String EVENT = "eventId";

    private static final int TRACE_FROM = 3;
    private static final int TRACE_TO = 35;

    private final Object correlation;
    private final Object trace;
    private final Object event;

    private LogMarks(Object correlation, Object trace, Object event) {
        this.correlation = correlation;
        this.trace = trace;
        this.event = event;
    }

    static LogMarks of(Causation cause) {
        return new LogMarks(
                cause.correlationId(), traceOf(cause.traceparent()), cause.causationId());
    }

    static LogMarks current() {
        return new LogMarks(MDC.get(CORRELATION), MDC.get(TRACE), MDC.get(EVENT));
    }

    void put() {
        put(CORRELATION, correlation);
        put(TRACE, trace);
        put(EVENT, event);
    }

    private static void put(String name, Object value) {
        if (value == null) {
            MDC.remove(name);
        } else {
            MDC.put(name, value);
        }
    }

    private static String traceOf(String traceparent) {
        return traceparent == null || traceparent.length() < TRACE_TO
                ? null
                : traceparent.substring(TRACE_FROM, TRACE_TO);
    }
}
