package id.pkh.verification.notice.rest;

import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.Refused;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import id.pkh.verification.notice.Deliveries;
import id.pkh.verification.notice.DeliveryAttempt;
import id.pkh.verification.notice.RecordDelivery;
import id.pkh.verification.sanction.StepQueries;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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

/** How the notice of a step came to its family. */
@Path("/api/v1/sanction-steps/{id}/notices")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Sanction steps")
public class StepDeliveryResource {

    private final StepQueries steps;
    private final Deliveries deliveries;
    private final RecordDelivery record;
    private final Caller caller;

    StepDeliveryResource(
            StepQueries steps, Deliveries deliveries, RecordDelivery record, Caller caller) {
        this.steps = steps;
        this.deliveries = deliveries;
        this.record = record;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(RoleSets.PROGRAMME_READERS)
    @Operation(
            operationId = "listStepDeliveries",
            summary = "Attempts to deliver the notice of a step, oldest first")
    public DeliveryView.All list(@PathParam("id") UUID id) {
        steps.find(id, caller.areas()).orElseThrow(() -> Refused.because("NOT_FOUND"));
        return DeliveryView.All.of(deliveries.ofStep(id));
    }

    @POST
    @RolesAllowed({RoleSets.FIELD_STAFF, Roles.MINISTRY_OFFICER})
    @Refuses({
        "NOTICE_ALREADY_DELIVERED",
        "NOTICE_ATTEMPTS_MISSING",
        "NOTICE_DAY_INVALID",
        "NOTICE_ROUTE_DOES_NOT_COUNT",
        "STEP_WITHDRAWN"
    })
    @Succeeds(status = 201, meaning = "The attempt was recorded")
    @Operation(
            operationId = "recordStepDelivery",
            summary = "Record an attempt to deliver the notice of a step",
            description =
                    "A delivery begins the days in which the family can appeal. Once; attempts before it may be many.")
    public RestResponse<DeliveryView> record(
            @PathParam("id") UUID id, @NotNull @Valid DeliveryRequest request) {
        DeliveryAttempt attempt =
                record.ofStep(
                        new RecordDelivery.Command(
                                id,
                                request.outcome(),
                                request.route(),
                                request.occurredOn(),
                                request.deliveredBy(),
                                request.evidenceReference(),
                                request.wasAcknowledged(),
                                caller.subject(),
                                caller.areas()));
        return ResponseBuilder.<DeliveryView>created(
                        URI.create("/api/v1/sanction-steps/" + id + "/notices"))
                .entity(DeliveryView.of(attempt))
                .build();
    }
}
