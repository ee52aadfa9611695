package id.pkh.meeting.checkin;

import id.pkh.meeting.checkin.CheckInFamily.Came;
import id.pkh.meeting.checkin.OpenCheckIn.Opened;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.web.Refused;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** The device of the facilitator, where a group meets. */
@Tag(name = "Check-in", description = "Families that checked in to a session, beside its list")
@Path("/api/v1/check-in-sessions")
@RolesAllowed(RoleSets.FIELD_STAFF)
public class CheckInSessionResource {

    private static final String SVG = "image/svg+xml";

    private final OpenCheckIn openCheckIn;
    private final CheckInFamily checkInFamily;
    private final CheckInSessions sessions;
    private final CheckIns checkIns;
    private final Caller caller;
    private final Clock clock;

    CheckInSessionResource(
            OpenCheckIn openCheckIn,
            CheckInFamily checkInFamily,
            CheckInSessions sessions,
            CheckIns checkIns,
            Caller caller,
            Clock clock) {
        this.openCheckIn = openCheckIn;
        this.checkInFamily = checkInFamily;
        this.sessions = sessions;
        this.checkIns = checkIns;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Refuses({"GROUP_UNKNOWN", "MEETING_KIND_UNKNOWN"})
    @Succeeds(status = 201, meaning = "The check-in was opened")
    @Succeeds(status = 200, meaning = "It was open")
    @Operation(
            operationId = "openCheckIn",
            summary = "Opens the check-in of a session that is held today; it closes by itself")
    public RestResponse<CheckInSessionView> open(@NotNull @Valid CheckInSessionRequest request) {
        Opened opened = openCheckIn.handle(request, caller.areas(), caller.subject());
        return ResponseBuilder.create(
                        opened.isNew() ? Status.CREATED : Status.OK, view(opened.session()))
                .build();
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getCheckInSession",
            summary = "A check-in, the code that it shows now, and who came")
    public CheckInSessionView one(@PathParam("id") UUID id) {
        return view(sessions.require(id, caller.areas()));
    }

    @GET
    @Path("/{id}/code.svg")
    @Produces(SVG)
    @Refuses({"CHECK_IN_CLOSED"})
    @Operation(
            operationId = "drawCheckInCode",
            summary = "The code that a check-in shows now, as a QR code")
    @APIResponse(
            responseCode = "200",
            description = "The QR code",
            content = @Content(mediaType = SVG, schema = @Schema(type = SchemaType.STRING)))
    public Response code(@PathParam("id") UUID id) {
        CheckInSession session = sessions.require(id, caller.areas());
        Instant now = clock.instant();
        if (!session.isOpen(now)) {
            throw Refused.because("CHECK_IN_CLOSED").with("closed_at", session.closesAt());
        }
        return Response.ok(QrCode.svg(SessionCode.of(session, now)), SVG)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @POST
    @Path("/{id}/check-ins")
    @Refuses({"CHECK_IN_CLOSED", "CHECK_IN_REFUSED"})
    @Succeeds(status = 201, meaning = "The family checked in")
    @Succeeds(status = 200, meaning = "It had checked in before")
    @Operation(
            operationId = "scanCheckInCard",
            summary = "Records that a family came whose card was scanned")
    public RestResponse<CheckInView> scan(
            @PathParam("id") UUID id, @NotNull @Valid CardScanRequest request) {
        Came came = checkInFamily.byCard(id, request, caller.areas(), caller.subject());
        return ResponseBuilder.create(came.isNew() ? Status.CREATED : Status.OK, came.view())
                .build();
    }

    private CheckInSessionView view(CheckInSession session) {
        return CheckInSessionView.of(session, checkIns.of(session), clock.instant());
    }
}
