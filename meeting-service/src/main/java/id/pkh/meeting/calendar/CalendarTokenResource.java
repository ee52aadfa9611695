package id.pkh.meeting.calendar;

import id.pkh.platform.security.Caller;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** The addresses of a facilitator's own calendar. */
@Tag(name = "Plan", description = "Planned meetings, sessions, visits and days")
@Path("/api/v1/calendar-tokens")
@RolesAllowed(Roles.FACILITATOR)
public class CalendarTokenResource {

    private final CalendarTokens tokens;
    private final Caller caller;

    CalendarTokenResource(CalendarTokens tokens, Caller caller) {
        this.tokens = tokens;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "listCalendarTokens",
            summary = "The addresses of the caller's calendar that work, without their secrets")
    public List<CalendarTokenView> list() {
        return tokens.own(caller.subject());
    }

    @POST
    @Refuses({"CALENDAR_TOKENS_TOO_MANY", "FACILITATOR_UNKNOWN"})
    @Succeeds(status = 201, meaning = "The address; it is not shown again")
    @Operation(
            operationId = "createCalendarToken",
            summary = "Makes an address at which the caller's calendar can be subscribed to")
    public RestResponse<NewCalendarTokenView> create(@NotNull @Valid CalendarTokenRequest request) {
        return ResponseBuilder.create(
                        Status.CREATED, tokens.create(request.label(), caller.subject()))
                .build();
    }

    @DELETE
    @Path("/{id}")
    @Succeeds(status = 204, meaning = "The address does not work any more")
    @Operation(
            operationId = "withdrawCalendarToken",
            summary = "Withdraws an address of the caller's calendar")
    public RestResponse<Void> withdraw(@PathParam("id") UUID id) {
        tokens.withdraw(id, caller.subject());
        return RestResponse.noContent();
    }
}
