package id.pkh.platform.messaging.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** W3C trace contexts as text, in the form in which events carry them. */
final class Traceparent {

    private static final Pattern FORM =
            Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final int TRACE = 3;
    private static final int SPAN = 36;
    private static final int FLAGS = 53;

    private Traceparent() {}

    static boolean isOne(String text) {
        return text != null && FORM.matcher(text).matches();
    }

    static String traceId(String traceparent) {
        return traceparent.substring(TRACE, SPAN - 1);
    }

    static String of(SpanContext span) {
        return "00-%s-%s-%s"
                .formatted(span.getTraceId(), span.getSpanId(), span.getTraceFlags().asHex());
    }

    /** The remote span that the text names; an invalid one when it names none. */
    static SpanContext spanOf(String traceparent) {
        return isOne(traceparent)
                ? SpanContext.createFromRemoteParent(
                        traceId(traceparent),
                        traceparent.substring(SPAN, FLAGS - 1),
                        TraceFlags.fromHex(traceparent, FLAGS),
                        TraceState.getDefault())
                : SpanContext.getInvalid();
    }

    /** The current span, or else a new span of the incoming trace. */
    static String ofSpanOr(String incoming) {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid() ? of(span) : childOf(incoming);
    }

    /**
     * The trace context of what an event causes: always in the event's trace. The current span may
     * be that of a batch, which has a trace of its own.
     */
    static String withCause(String ofTheEvent) {
        SpanContext span = Span.current().getSpanContext();
        if (!span.isValid() || !isOne(ofTheEvent)) {
            return childOf(ofTheEvent);
        }
        return span.getTraceId().equals(traceId(ofTheEvent)) ? of(span) : ofTheEvent;
    }

    /** A new span of the trace, or of a new trace. */
    static String childOf(String traceparent) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        String spanId = String.format(Locale.ROOT, "%016x", random.nextLong(1, Long.MAX_VALUE));
        if (isOne(traceparent)) {
            return traceparent.substring(0, SPAN) + spanId + traceparent.substring(FLAGS - 1);
        }
        String traceId =
                String.format(
                        Locale.ROOT,
                        "%016x%016x",
                        random.nextLong(1, Long.MAX_VALUE),
                        random.nextLong(1, Long.MAX_VALUE));
        return "00-" + traceId + "-" + spanId + "-01";
    }
}
