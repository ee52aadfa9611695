package id.pkh.platform.messaging.trace;

import id.pkh.platform.messaging.envelope.EventMeta;
import id.pkh.platform.messaging.envelope.ReceivedEvent;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The spans of events, when traces are on: one where events are written to the outbox, one for each
 * event or run of events that is applied. The event carries the context, so an effect is in the
 * trace of the act that caused it, over all services. When traces are off, no span is created and
 * no context is read.
 */
public final class EventTraces {

    /** A span of a run links at most this many events; the rest is only counted. */
    static final int MAX_LINKS = 100;

    private static final String SYSTEM = "messaging.system";
    private static final String DESTINATION = "messaging.destination.name";
    private static final String OPERATION = "messaging.operation.type";
    private static final String COUNT = "messaging.batch.message_count";
    private static final String MESSAGE = "messaging.message.id";
    private static final String EVENT_TYPE = "cloudevents.event_type";

    private static final Tracer TRACER = GlobalOpenTelemetry.getTracer("id.pkh.platform.messaging");

    /**
     * Whether traces are on. The SDK makes spans even when it is disabled, which nobody collects. A
     * span that is started and never ended is not exported; it only shows whether there is an SDK.
     */
    private static final boolean ON =
            !ConfigProvider.getConfig()
                            .getOptionalValue("quarkus.otel.sdk.disabled", Boolean.class)
                            .orElse(false)
                    && TRACER.spanBuilder("none")
                            .setNoParent()
                            .startSpan()
                            .getSpanContext()
                            .isValid();

    private EventTraces() {}

    /**
     * The cause under which events are written: the same, or with a span of the writing in the
     * cause's trace.
     */
    public static Causation published(Causation cause, String topic, int events) {
        if (!ON) {
            return cause;
        }
        Span span =
                TRACER.spanBuilder("publish " + topic)
                        .setSpanKind(SpanKind.PRODUCER)
                        .setParent(parent(cause.traceparent()))
                        .setAttribute(SYSTEM, "kafka")
                        .setAttribute(DESTINATION, topic)
                        .setAttribute(OPERATION, "send")
                        .setAttribute(COUNT, events)
                        .startSpan();
        span.end();
        return new Causation(
                cause.correlationId(), cause.causationId(), Traceparent.of(span.getSpanContext()));
    }

    /** Applies one event under a span in the trace of the event. */
    public static void process(EventMeta event, Runnable apply) {
        if (!ON) {
            apply.run();
            return;
        }
        within(
                consumer(event)
                        .setParent(parent(event.traceparent()))
                        .setAttribute(MESSAGE, event.id().toString()),
                apply);
    }

    /**
     * Applies a run of events under one span: in their trace if one act published them all, else in
     * a trace of its own that is linked with the trace of each.
     */
    public static <E> void processTogether(List<ReceivedEvent<E>> events, Runnable apply) {
        if (!ON || events.isEmpty()) {
            apply.run();
            return;
        }
        EventMeta first = events.get(0).meta();
        if (events.size() == 1) {
            process(first, apply);
            return;
        }
        SpanBuilder span = consumer(first).setAttribute(COUNT, events.size());
        List<SpanContext> published =
                events.stream()
                        .map(event -> Traceparent.spanOf(event.meta().traceparent()))
                        .distinct()
                        .toList();
        if (published.size() == 1) {
            span.setParent(parent(first.traceparent()));
        } else {
            span.setNoParent();
            published.stream().filter(SpanContext::isValid).limit(MAX_LINKS).forEach(span::addLink);
        }
        within(span, apply);
    }

    private static SpanBuilder consumer(EventMeta event) {
        return TRACER.spanBuilder("process " + event.topic())
                .setSpanKind(SpanKind.CONSUMER)
                .setAttribute(SYSTEM, "kafka")
                .setAttribute(DESTINATION, event.topic())
                .setAttribute(OPERATION, "process")
                .setAttribute(EVENT_TYPE, event.type());
    }

    private static void within(SpanBuilder builder, Runnable apply) {
        Span span = builder.startSpan();
        try (Scope current = span.makeCurrent()) {
            apply.run();
        } catch (RuntimeException failed) {
            // the message may quote data; the class name does not
            span.setStatus(StatusCode.ERROR, failed.getClass().getSimpleName());
            throw failed;
        } finally {
            span.end();
        }
    }

    static boolean areOn() {
        return ON;
    }

    static Context parent(String traceparent) {
        return Context.root().with(Span.wrap(Traceparent.spanOf(traceparent)));
    }
}
