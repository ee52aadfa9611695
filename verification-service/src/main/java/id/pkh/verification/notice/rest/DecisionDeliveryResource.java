package id.pkh.verification.notice.rest;

import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.Refused;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import id.pkh.verification.decision.Decisions;
import id.pkh.verification.notice.Deliveries;
import id.pkh.verification.notice.DeliveryAttempt;
import id.pkh.verification.notice.RecordDelivery;
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

/** How the notice of a decision came to its family. */
@Path("/api/v1/decisions/{id}/notices")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Decisions")
public class DecisionDeliveryResource {

    private final Decisions decisions;
    private final Deliveries deliveries;
    private final RecordDelivery record;
    private final Caller caller;

    DecisionDeliveryResource(
            Decisions decisions, Deliveries deliveries, RecordDelivery record, Caller caller) {
        this.decisions = decisions;
        this.deliveries = deliveries;
        this.record = record;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(RoleSets.PROGRAMME_READERS)
    @Operation(
            operationId = "listDecisionDeliveries",
            summary = "Attempts to deliver the notice of a decision, oldest first")
    public DeliveryView.All list(@PathParam("id") UUID id) {
        decisions.find(id, caller.areas()).orElseThrow(() -> Refused.because("NOT_FOUND"));
        return DeliveryView.All.of(deliveries.ofDecision(id));
    }

    @POST
    @RolesAllowed({RoleSets.FIELD_STAFF, Roles.MINISTRY_OFFICER})
    @Refuses({
        "ALREADY_LIFTED",
        "DECISION_WITHOUT_EFFECT",
        "NOTICE_ALREADY_DELIVERED",
        "NOTICE_ATTEMPTS_MISSING",
        "NOTICE_DAY_INVALID",
        "NOTICE_ROUTE_DOES_NOT_COUNT"
    })
    @Succeeds(status = 201, meaning = "The attempt was recorded")
    @Operation(
            operationId = "recordDecisionDelivery",
            summary = "Record an attempt to deliver the notice of a decision",
            description =
                    "A decision takes effect only after a delivery by a route that counts, and on no earlier day. A notice may be"
                            + " posted after attempts on as many days as the policy says.")
    public RestResponse<DeliveryView> record(
            @PathParam("id") UUID id, @NotNull @Valid DeliveryRequest request) {
        DeliveryAttempt attempt =
                record.ofDecision(
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
                        URI.create("/api/v1/decisions/" + id + "/notices"))
                .entity(DeliveryView.of(attempt))
                .build();
    }
}
