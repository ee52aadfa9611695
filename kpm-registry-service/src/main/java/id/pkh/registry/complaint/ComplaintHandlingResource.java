package id.pkh.registry.complaint;

import id.pkh.platform.security.RoleSets;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.FreeTextRule;
import id.pkh.platform.web.Idempotent;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import id.pkh.registry.complaint.ComplaintRequests.Closure;
import id.pkh.registry.complaint.ComplaintRequests.FollowUp;
import id.pkh.registry.complaint.ComplaintRequests.Return;
import id.pkh.registry.complaint.ComplaintRequests.StepEntry;
import id.pkh.registry.complaint.ComplaintRequests.Taking;
import id.pkh.registry.complaint.domain.StepRule;
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

/** How the level that has a complaint handles it, and how a second person closes it. */
@Path(ComplaintResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({RoleSets.FIELD_STAFF, Roles.MINISTRY_OFFICER})
@Tag(name = "Complaints")
public class ComplaintHandlingResource {

    private final TakeComplaint takeComplaint;
    private final RecordComplaintStep recordStep;
    private final FollowUpComplaint followUpComplaint;
    private final CloseComplaint closeComplaint;
    private final ComplaintQueries queries;

    ComplaintHandlingResource(
            TakeComplaint takeComplaint,
            RecordComplaintStep recordStep,
            FollowUpComplaint followUpComplaint,
            CloseComplaint closeComplaint,
            ComplaintQueries queries) {
        this.takeComplaint = takeComplaint;
        this.recordStep = recordStep;
        this.followUpComplaint = followUpComplaint;
        this.closeComplaint = closeComplaint;
        this.queries = queries;
    }

    @POST
    @Path("/{id}/taking")
    @Refuses({"COMPLAINT_NOT_OPEN", "COMPLAINT_NOT_WITH_YOU", "COMPLAINT_VERSION_DIFFERS"})
    @Operation(
            operationId = "takeComplaint",
            summary = "Take a complaint of your level, also from a colleague")
    @Succeeds(status = 200, meaning = "The complaint, which is in progress")
    public ComplaintView take(@PathParam("id") UUID id, @NotNull @Valid Taking request) {
        takeComplaint.handle(id, request.version());
        return queries.afterAct(id);
    }

    @POST
    @Path("/{id}/steps")
    @Idempotent
    @Refuses({
        "COMPLAINT_NOT_OPEN",
        "COMPLAINT_NOT_WITH_YOU",
        StepRule.BEFORE_FORMER,
        StepRule.IN_FUTURE,
        StepRule.INCOMPLETE,
        StepRule.NOT_OF_TYPE,
        StepRule.OUT_OF_ORDER,
        FreeTextRule.HAS_CONTROL_CHARACTER,
        FreeTextRule.HAS_LONG_NUMBER
    })
    @Operation(
            operationId = "recordComplaintStep",
            summary = "Record what was done about a complaint",
            description = "The steps of a card come in the order of its cause.")
    @Succeeds(status = 201, meaning = "The complaint with the step")
    public RestResponse<ComplaintView> step(
            @PathParam("id") UUID id, @NotNull @Valid StepEntry request) {
        recordStep.handle(id, request);
        return ResponseBuilder.<ComplaintView>created(URI.create(ComplaintResource.PATH + "/" + id))
                .entity(queries.afterAct(id))
                .build();
    }

    @POST
    @Path("/{id}/follow-up")
    @Refuses({
        "COMPLAINT_ADVOCACY_MISSING",
        "COMPLAINT_NOT_OPEN",
        "COMPLAINT_NOT_WITH_YOU",
        "COMPLAINT_REASON_DISAGREES",
        "COMPLAINT_STEPS_MISSING",
        "COMPLAINT_VERSION_DIFFERS",
        FreeTextRule.HAS_CONTROL_CHARACTER,
        FreeTextRule.HAS_LONG_NUMBER
    })
    @Operation(
            operationId = "followUpComplaint",
            summary = "Propose the outcome of a complaint",
            description = "Another person, of your level or of the one above, confirms it.")
    @Succeeds(status = 200, meaning = "The complaint, which waits for a second person")
    public ComplaintView followUp(@PathParam("id") UUID id, @NotNull @Valid FollowUp request) {
        followUpComplaint.handle(id, request);
        return queries.afterAct(id);
    }

    @POST
    @Path("/{id}/closure")
    @Refuses({
        "COMPLAINT_FAMILY_NOT_TOLD",
        "COMPLAINT_NOT_OPEN",
        "COMPLAINT_NOT_WITH_YOU",
        "COMPLAINT_SAME_PERSON",
        "COMPLAINT_VERSION_DIFFERS"
    })
    @Operation(
            operationId = "closeComplaint",
            summary = "Confirm the proposed outcome of a complaint",
            description = "The family is notified, or was told in person.")
    @Succeeds(status = 200, meaning = "The complaint, which is closed")
    public ComplaintView close(@PathParam("id") UUID id, @NotNull @Valid Closure request) {
        closeComplaint.handle(id, request.version(), request.familyToldOn());
        return queries.afterAct(id);
    }

    @POST
    @Path("/{id}/return")
    @Refuses({
        "COMPLAINT_NOT_OPEN",
        "COMPLAINT_NOT_WITH_YOU",
        "COMPLAINT_SAME_PERSON",
        "COMPLAINT_VERSION_DIFFERS",
        FreeTextRule.HAS_CONTROL_CHARACTER,
        FreeTextRule.HAS_LONG_NUMBER
    })
    @Operation(
            operationId = "returnComplaint",
            summary = "Send a complaint back to who followed it up")
    @Succeeds(status = 200, meaning = "The complaint, which is in progress again")
    public ComplaintView giveBack(@PathParam("id") UUID id, @NotNull @Valid Return request) {
        closeComplaint.giveBack(id, request.version(), request.note());
        return queries.afterAct(id);
    }
}
