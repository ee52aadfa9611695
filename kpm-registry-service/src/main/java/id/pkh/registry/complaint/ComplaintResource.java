package id.pkh.registry.complaint;

import id.pkh.platform.security.RoleSets;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.FreeTextRule;
import id.pkh.platform.web.Idempotent;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import id.pkh.registry.complaint.ComplaintQueries.Filter;
import id.pkh.registry.complaint.ComplaintRequests.Lodging;
import id.pkh.registry.complaint.ComplaintRequests.Reopening;
import id.pkh.registry.complaint.domain.ComplaintState;
import id.pkh.registry.complaint.domain.ComplaintType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Complaints as they are lodged for families, and reads of them. */
@Path(ComplaintResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Complaints", description = "What is wrong for families, and what comes of it")
public class ComplaintResource {

    static final String PATH = "/api/v1/complaints";

    private final ComplaintQueries queries;
    private final LodgeComplaint lodgeComplaint;
    private final ReopenComplaint reopenComplaint;

    ComplaintResource(
            ComplaintQueries queries,
            LodgeComplaint lodgeComplaint,
            ReopenComplaint reopenComplaint) {
        this.queries = queries;
        this.lodgeComplaint = lodgeComplaint;
        this.reopenComplaint = reopenComplaint;
    }

    @GET
    @RolesAllowed({
        RoleSets.FIELD_STAFF,
        Roles.MINISTRY_OFFICER,
        Roles.HOTLINE_CLERK,
        Roles.AUDITOR
    })
    @Refuses({"AREA_CODE_INVALID"})
    @Operation(
            operationId = "listComplaints",
            summary = "List complaints that you may see, the oldest first",
            description =
                    "Those that you lodged, and those that your level has or had; never one that is"
                            + " about yourself.")
    @Succeeds(status = 200, meaning = "A page of complaints of your areas, without their texts")
    public Page<ComplaintView> list(
            @QueryParam("state") ComplaintState state,
            @QueryParam("type") ComplaintType type,
            @QueryParam("kpm_id") @Parameter(description = "Those of one family") UUID kpmId,
            @QueryParam("village") @Parameter(description = "Village, or any area above it")
                    String village,
            @QueryParam("overdue") @Parameter(description = "Whether they wait for too long")
                    Boolean overdue,
            @BeanParam PageParams page) {
        return queries.list(new Filter(state, type, kpmId, village, overdue), page);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({
        RoleSets.FIELD_STAFF,
        Roles.MINISTRY_OFFICER,
        Roles.HOTLINE_CLERK,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "getComplaint",
            summary = "Show one complaint with its steps and its history",
            description = "The read is logged.")
    @Succeeds(status = 200, meaning = "The complaint")
    public ComplaintView one(@PathParam("id") UUID id) {
        return queries.one(id);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({RoleSets.FIELD_STAFF, Roles.HOTLINE_CLERK})
    @Idempotent
    @Refuses({
        "COMPLAINT_ABOUT_ONESELF",
        "COMPLAINT_ALREADY_OPEN",
        "COMPLAINT_MEMBER_DISAGREES",
        "COMPLAINT_PERSON_DISAGREES",
        "COMPLAINT_PRIORITY_TOO_LOW",
        "COMPLAINT_VISIT_DISAGREES",
        "FACILITATOR_UNKNOWN",
        "KPM_CLOSED",
        "NOT_A_MEMBER",
        "NOT_FOUND",
        FreeTextRule.HAS_CONTROL_CHARACTER,
        FreeTextRule.HAS_LONG_NUMBER
    })
    @Operation(
            operationId = "lodgeComplaint",
            summary = "Lodge a complaint for a family",
            description =
                    "It changes nothing by itself. Where the facilitator could be the cause, it"
                            + " starts above the facilitator.")
    @Succeeds(status = 201, meaning = "The complaint, which waits for its level")
    public RestResponse<ComplaintView> lodge(@NotNull @Valid Lodging request) {
        UUID id = lodgeComplaint.handle(request);
        return ResponseBuilder.<ComplaintView>created(URI.create(PATH + "/" + id))
                .entity(queries.afterAct(id))
                .build();
    }

    @POST
    @Path("/{id}/reopening")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({RoleSets.FIELD_STAFF, Roles.HOTLINE_CLERK})
    @Refuses({
        "COMPLAINT_ALREADY_OPEN",
        "COMPLAINT_NOT_OPEN",
        "COMPLAINT_VERSION_DIFFERS",
        FreeTextRule.HAS_CONTROL_CHARACTER,
        FreeTextRule.HAS_LONG_NUMBER
    })
    @Operation(
            operationId = "reopenComplaint",
            summary = "Open a complaint again with whose outcome the family does not agree",
            description = "The level above gets it.")
    @Succeeds(status = 200, meaning = "The complaint, which is open again")
    public ComplaintView reopen(@PathParam("id") UUID id, @NotNull @Valid Reopening request) {
        reopenComplaint.handle(id, request.version(), request.note());
        return queries.afterAct(id);
    }
}
