package id.pkh.registry.feed;

import id.pkh.platform.security.AreaScope;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.CodeForm;
import id.pkh.platform.web.Cursor;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refused;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The feed, for systems that fetch it themselves. */
@Path("/api/v1/feed")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Feed")
public class FeedResource {

    /** The form of an event type. */
    public static final String EVENT_TYPE = "^id\\.pkh\\.[a-z]+\\.[a-z0-9-]{1,60}\\.v[0-9]{1,3}$";

    /** One request looks no further, so that a reader with few events does not wait long. */
    private static final long MOST_POSITIONS = 50_000;

    private final Feed feed;
    private final Caller caller;

    FeedResource(Feed feed, Caller caller) {
        this.feed = feed;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Roles.EXTERNAL_SYSTEM)
    @Refuses({"AREA_CODE_INVALID", "EVENT_TYPE_UNKNOWN", "FEED_POSITION_EXPIRED"})
    @Operation(
            operationId = "readFeed",
            summary = "Read the public events of all services, oldest first",
            description =
                    "Events of your areas; one that names no area is shown to callers with all"
                            + " areas. Every page has next, also the last one, and a page may be"
                            + " empty: keep next, and ask with it again after a while. The order is"
                            + " that of the positions, and no event appears later at a smaller"
                            + " one.")
    @Succeeds(status = 200, meaning = "A page of events; next is where to go on, now or later")
    public Page<FeedItem> read(
            @QueryParam("type")
                    @CodeForm(EVENT_TYPE)
                    @Parameter(
                            description = "One type of event",
                            example = "id.pkh.registry.kpm-registered.v1")
                    String type,
            @QueryParam("area") @Parameter(description = "Area, and all areas below it")
                    String area,
            @BeanParam PageParams page) {
        FeedFilter filter =
                FeedFilter.of(
                        type == null ? List.of() : List.of(type),
                        caller.areas().within(AreaScope.requested(area)));
        Feed.Head head = feed.head();
        long after = page.cursor().map(cursor -> cursor.number(0)).orElse(head.droppedTo());
        if (head.isExpired(after)) {
            throw Refused.because("FEED_POSITION_EXPIRED").with("oldest", head.droppedTo() + 1);
        }
        long until = Math.min(head.position(), after + MOST_POSITIONS);
        List<FedEvent> events = feed.read(filter, after, until, page.limit());
        long next =
                events.size() == page.limit()
                        ? events.get(events.size() - 1).position()
                        : Math.max(after, until);
        return new Page<>(events.stream().map(FeedItem::of).toList(), Cursor.encode(next));
    }
}
