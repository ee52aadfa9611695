package id.pkh.meeting.calendar;

import id.pkh.meeting.Sha256;
import id.pkh.platform.web.BusinessDates;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The calendar that a calendar program reads. The secret in its address is all that it shows. */
@Tag(name = "Plan", description = "Planned meetings, sessions, visits and days")
@Path("/api/v1/calendar")
public class CalendarFeedResource {

    static final String TYPE = "text/calendar;charset=utf-8";

    private final CalendarTokens tokens;
    private final CalendarItems items;
    private final Clock clock;

    CalendarFeedResource(CalendarTokens tokens, CalendarItems items, Clock clock) {
        this.tokens = tokens;
        this.items = items;
        this.clock = clock;
    }

    @GET
    @Path("/{token}.ics")
    @PermitAll
    @Produces(TYPE)
    @Operation(
            operationId = "readCalendar",
            summary = "The plan of a facilitator as iCalendar, at a secret address",
            description =
                    "An address that is unknown, expired or withdrawn is answered in the same way."
                            + " The answer has an ETag; with If-None-Match it is 304 while nothing has"
                            + " changed.")
    @APIResponse(
            responseCode = "200",
            description = "The calendar",
            content =
                    @Content(
                            mediaType = "text/calendar",
                            schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "304", description = "Nothing has changed")
    public Response read(
            @PathParam("token") @Parameter(description = "The secret of the address") String token,
            @Context Request request) {
        String text =
                CalendarText.of(items.of(tokens.requireOwner(token), BusinessDates.today(clock)));
        EntityTag tag = new EntityTag(Sha256.of(text));
        ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return (unchanged == null ? Response.ok(text, TYPE) : unchanged)
                .tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
