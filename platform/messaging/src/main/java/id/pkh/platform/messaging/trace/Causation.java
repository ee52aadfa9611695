package id.pkh.platform.messaging.trace;

import id.pkh.platform.messaging.envelope.EventMeta;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Why something is being done: the request or the event that caused it. Every event that is
 * published meanwhile carries it, so that the chain from an effect back to its cause can be read
 * from the events.
 *
 * @param correlationId the same for all events that one outside request caused
 * @param causationId id of the causing event, or null when a request is the cause
 * @param traceparent W3C trace context
 */
public record Causation(String correlationId, String causationId, String traceparent) {

    /** Header in which a caller may state the correlation id of its request. */
    public static final String CORRELATION_HEADER = "X-Correlation-ID";

    private static final String ROUTING_KEY = Causation.class.getName();

    /**
     * An id, or letters, digits and separators without a number of sixteen digits, which may be a
     * NIK.
     */
    private static final Pattern CORRELATION_ID =
            Pattern.compile(
                    "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"
                            + "|(?!(?:.*[^A-Za-z0-9])?(?:[0-9][._:-]?){15}[0-9](?![A-Za-z0-9]))"
                            + "[A-Za-z0-9._:-]{1,64}");

    private static final ThreadLocal<Causation> CURRENT = new ThreadLocal<>();

    /**
     * The cause of what the current thread does: an event, the request, or else a new act of the
     * system itself.
     */
    public static Causation current() {
        Causation bound = CURRENT.get();
        if (bound != null) {
            return bound;
        }
        RoutingContext request = currentRequest();
        return request == null ? root() : of(request);
    }

    /** The cause of what a consumer does with an event. */
    public static Causation by(EventMeta event) {
        String correlation =
                event.correlationId() == null ? event.id().toString() : event.correlationId();
        return new Causation(
                correlation, event.id().toString(), Traceparent.withCause(event.traceparent()));
    }

    /** A new cause that no request and no event started, such as a scheduled task. */
    public static Causation root() {
        return new Causation(UUID.randomUUID().toString(), null, Traceparent.ofSpanOr(null));
    }

    public void run(Runnable action) {
        call(
                () -> {
                    action.run();
                    return null;
                });
    }

    public <T> T call(Supplier<T> action) {
        Causation outer = CURRENT.get();
        LogMarks outerMarks = LogMarks.current();
        CURRENT.set(this);
        LogMarks.of(this).put();
        try {
            return action.get();
        } finally {
            outerMarks.put();
            if (outer == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(outer);
            }
        }
    }

    /**
     * The cause that represents a request: every call for the same request returns the same one.
     */
    static Causation of(RoutingContext request) {
        Causation known = request.get(ROUTING_KEY);
        if (known == null) {
            String named = request.request().getHeader(CORRELATION_HEADER);
            String correlation = isCorrelationId(named) ? named : UUID.randomUUID().toString();
            known =
                    new Causation(
                            correlation,
                            null,
                            Traceparent.ofSpanOr(request.request().getHeader("traceparent")));
            request.put(ROUTING_KEY, known);
        }
        return known;
    }

    /** Whether the events of a request may carry the id that its sender chose. */
    static boolean isCorrelationId(String named) {
        return named != null && CORRELATION_ID.matcher(named).matches();
    }

    private static RoutingContext currentRequest() {
        if (Arc.container() == null) {
            return null;
        }
        ManagedContext context = Arc.container().requestContext();
        if (!context.isActive()) {
            return null;
        }
        return Arc.container().instance(CurrentVertxRequest.class).get().getCurrent();
    }
}
