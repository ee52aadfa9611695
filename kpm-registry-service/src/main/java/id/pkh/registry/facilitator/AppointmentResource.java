package id.pkh.registry.facilitator;

import id.pkh.platform.security.Caller;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.FreeTextRule;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import id.pkh.registry.identity.Disclosure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Appointments of facilitators by decree. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Facilitators")
@RolesAllowed(Roles.DATA_ADMINISTRATOR)
public class AppointmentResource {

    private final AppointFacilitator appointFacilitator;
    private final FacilitatorQueries queries;
    private final Caller caller;

    AppointmentResource(
            AppointFacilitator appointFacilitator, FacilitatorQueries queries, Caller caller) {
        this.appointFacilitator = appointFacilitator;
        this.queries = queries;
        this.caller = caller;
    }

    @POST
    @Path("/facilitators/{id}/appointments")
    @Refuses({
        "APPOINTMENT_ENDED",
        "APPOINTMENT_OVERLAPS",
        "APPOINTMENT_UNKNOWN",
        "AREA_UNKNOWN",
        "ASSIGNMENT_OUTSIDE_APPOINTMENT",
        "DATE_RANGE_INVALID",
        FreeTextRule.HAS_CONTROL_CHARACTER,
        FreeTextRule.HAS_LONG_NUMBER
    })
    @Operation(
            operationId = "appointFacilitator",
            summary = "Record an appointment of a facilitator by decree",
            description =
                    "Assignments that outlast the appointment end with it. An appointment is never"
                            + " edited; `corrects` replaces one that was entered wrongly.")
    @Succeeds(status = 201, meaning = "The facilitator after the change")
    public RestResponse<FacilitatorView> appoint(
            @PathParam("id") UUID id, @NotNull @Valid AppointmentRequest request) {
        appointFacilitator.appoint(id, request);
        return ResponseBuilder.<FacilitatorView>created(URI.create("/api/v1/facilitators/" + id))
                .entity(queries.one(id, Disclosure.masked(caller)))
                .build();
    }

    @POST
    @Path("/appointments/{id}/end")
    @Refuses({
        "APPOINTMENT_ENDED",
        "APPOINTMENT_ENDS_LATER",
        "APPOINTMENT_UNKNOWN",
        "ASSIGNMENT_OUTSIDE_APPOINTMENT",
        "DATE_RANGE_INVALID",
        "LAST_DAY_MISSING"
    })
    @Operation(
            operationId = "endAppointment",
            summary = "End an appointment, with a reason",
            description =
                    "The facilitator's assignments end on the same day. Villages that then have no"
                            + " one are shown at `/villages/without-facilitator`.")
    @Succeeds(status = 200, meaning = "The facilitator after the change")
    public FacilitatorView end(
            @PathParam("id") UUID id, @NotNull @Valid EndAppointmentRequest request) {
        return queries.one(appointFacilitator.end(id, request), Disclosure.masked(caller));
    }
}
