package id.pkh.console.tail;

import id.pkh.console.Access;
import id.pkh.console.ConsoleConfig;
import id.pkh.console.call.Areas;
import id.pkh.console.page.Frames;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** Shows the records that are being written to the topics. */
@Path("/tail")
@RolesAllowed({Access.OPERATIONS, Access.AUDITOR})
public class TailResource {

    private static final Duration EVERY = Duration.ofMillis(500);

    /**
     * The stream ends after this time, or when the user's token ends. The browser connects again by
     * itself, and its session is then checked again.
     */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance tail(String type, String key);
    }

    private final TopicTail tail;
    private final Frames frames;
    private final int mostOfABatch;

    TailResource(TopicTail tail, Frames frames, ConsoleConfig config) {
        this.tail = tail;
        this.frames = frames;
        this.mostOfABatch = (int) (config.tail().shownEventsPerSecond() * EVERY.toMillis() / 1000);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Blocking
    public TemplateInstance page(@RestQuery String type, @RestQuery String key) {
        return frames.show(
                "tail", Templates.tail(type == null ? "" : type, key == null ? "" : key));
    }

    @GET
    @Path("stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    public Multi<TailBatch> stream(@RestQuery String type, @RestQuery String key) {
        Areas areas = Areas.of(frames.credentials().token());
        TailViewer viewer =
                new TailViewer(tail.buffer(), new TailFilter(type, key), areas, mostOfABatch);
        return Multi.createFrom()
                .ticks()
                .every(EVERY)
                .onOverflow()
                .drop()
                .select()
                .first(untilTheEnd())
                .map(tick -> viewer.next(tail.isBrokerUp()))
                .onSubscription()
                .invoke(tail::join)
                .onTermination()
                .invoke(tail::leave);
    }

    private Duration untilTheEnd() {
        Instant now = Clock.systemUTC().instant();
        Instant end = now.plus(LONGEST);
        Instant tokenEnds = frames.tokenEnds();
        Duration left = Duration.between(now, tokenEnds.isBefore(end) ? tokenEnds : end);
        return left.compareTo(EVERY) > 0 ? left : EVERY;
    }
}
