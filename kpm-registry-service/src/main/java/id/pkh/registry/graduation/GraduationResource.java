package id.pkh.registry.graduation;

import id.pkh.platform.security.RoleSets;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.Idempotent;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import id.pkh.registry.client.OtherServices;
import id.pkh.registry.graduation.GraduationRequests.Proposal;
import id.pkh.registry.graduation.GraduationRequests.Rejected;
import id.pkh.registry.graduation.GraduationRequests.Version;
import id.pkh.registry.graduation.GraduationViews.GraduationView;
import id.pkh.registry.graduation.domain.GraduationState;
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

/** Proposals that families graduate, and their review. */
@Path(GraduationResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Graduation",
        description = "The field proposes, another person reviews, and verification decides")
public class GraduationResource {

    static final String PATH = "/api/v1/graduations";

    private final GraduationQueries queries;
    private final ProposeGraduation proposeGraduation;
    private final ReviewGraduation reviewGraduation;

    GraduationResource(
            GraduationQueries queries,
            ProposeGraduation proposeGraduation,
            ReviewGraduation reviewGraduation) {
        this.queries = queries;
        this.proposeGraduation = proposeGraduation;
        this.reviewGraduation = reviewGraduation;
    }

    @GET
    @RolesAllowed(RoleSets.PROGRAMME_READERS)
    @Refuses({"AREA_CODE_INVALID"})
    @Operation(
            operationId = "listGraduations",
            summary = "List proposals that families graduate, the oldest first")
    @Succeeds(status = 200, meaning = "A page of proposals of your areas")
    public Page<GraduationView> list(
            @QueryParam("kpm_id") @Parameter(description = "Those of one family") UUID kpmId,
            @QueryParam("village") @Parameter(description = "Village, or any area above it")
                    String village,
            @QueryParam("state") GraduationState state,
            @BeanParam PageParams page) {
        return queries.list(kpmId, village, state, page);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(RoleSets.PROGRAMME_READERS)
    @Operation(operationId = "getGraduation", summary = "Show one proposal with its history")
    @Succeeds(status = 200, meaning = "The proposal")
    public GraduationView one(@PathParam("id") UUID id) {
        return queries.one(id);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.FACILITATOR, Roles.COORDINATOR})
    @Idempotent
    @Refuses({
        "GRADUATION_ALREADY_OPEN",
        "GRADUATION_DAY_INVALID",
        "GRADUATION_NOT_READY",
        "GRADUATION_NO_MEMBER",
        "GRADUATION_REASON_NOT_OF_TYPE",
        "GRADUATION_VISIT_NOT_USABLE",
        "GRADUATION_YEAR_DISAGREES",
        "KPM_CLOSED",
        "NOT_FOUND",
        "VISIT_OF_ANOTHER_FAMILY"
    })
    @Operation(
            operationId = "proposeGraduation",
            summary = "Propose that a family graduates",
            description = "With a home visit for the graduation. Nothing changes for the family.")
    @Succeeds(status = 201, meaning = "The proposal, which another person reviews")
    public RestResponse<GraduationView> propose(@NotNull @Valid Proposal request) {
        UUID id = proposeGraduation.handle(request);
        return ResponseBuilder.<GraduationView>created(URI.create(PATH + "/" + id))
                .entity(queries.one(id))
                .build();
    }

    @POST
    @Path("/{id}/acceptance")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.DATA_ADMINISTRATOR)
    @Refuses({
        "GRADUATION_NOT_OPEN",
        "GRADUATION_NOT_TAKEN",
        "GRADUATION_SAME_PERSON",
        "GRADUATION_VERSION_DIFFERS",
        "GRADUATION_VISIT_NOT_USABLE",
        OtherServices.UNAVAILABLE
    })
    @Operation(
            operationId = "acceptGraduation",
            summary = "Forward a proposal to those who decide",
            description =
                    "It becomes a membership proposal of the verification service in your name. Two people there decide on it.")
    @Succeeds(status = 200, meaning = "The proposal, which is forwarded")
    public GraduationView accept(@PathParam("id") UUID id, @NotNull @Valid Version request) {
        reviewGraduation.accept(id, request.version());
        return queries.one(id);
    }

    @POST
    @Path("/{id}/rejection")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.DATA_ADMINISTRATOR)
    @Refuses({"GRADUATION_NOT_OPEN", "GRADUATION_SAME_PERSON", "GRADUATION_VERSION_DIFFERS"})
    @Operation(
            operationId = "rejectGraduation",
            summary = "Do not forward a proposal",
            description = "The field can propose the family again.")
    @Succeeds(status = 200, meaning = "The proposal, which is rejected")
    public GraduationView reject(@PathParam("id") UUID id, @NotNull @Valid Rejected request) {
        reviewGraduation.reject(id, request.version(), request.rejection());
        return queries.one(id);
    }

    @POST
    @Path("/{id}/withdrawal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.FACILITATOR, Roles.COORDINATOR})
    @Refuses({"GRADUATION_NOT_OPEN", "GRADUATION_VERSION_DIFFERS"})
    @Operation(
            operationId = "withdrawGraduation",
            summary = "Withdraw a proposal before it is reviewed",
            description =
                    "A forwarded one is withdrawn in the verification service, by the person who forwarded it.")
    @Succeeds(status = 200, meaning = "The proposal, which is withdrawn")
    public GraduationView withdraw(@PathParam("id") UUID id, @NotNull @Valid Version request) {
        reviewGraduation.withdraw(id, request.version());
        return queries.one(id);
    }
}
