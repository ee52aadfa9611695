package id.pkh.client;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;

/** The W3C trace context of the current span, if OpenTelemetry is on the class path. */
final class CurrentTrace {

    private static final boolean PRESENT = isPresent();

    private CurrentTrace() {}

    /** Null without a span. */
    static String traceparent() {
        return PRESENT ? OfSpan.traceparent() : null;
    }

    private static boolean isPresent() {
        try {
            Class.forName("io.opentelemetry.api.trace.Span");
            return true;
        } catch (ClassNotFoundException absent) {
            return false;
        }
    }

    /** Loaded only if OpenTelemetry is present. */
    private static final class OfSpan {

        static String traceparent() {
            SpanContext span = Span.current().getSpanContext();
            return span.isValid()
                    ? "00-%s-%s-%s"
                            .formatted(
                                    span.getTraceId(),
                                    span.getSpanId(),
                                    span.getTraceFlags().asHex())
                    : null;
        }
    }
}
