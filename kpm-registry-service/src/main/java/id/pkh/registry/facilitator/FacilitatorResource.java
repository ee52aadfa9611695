package id.pkh.registry.facilitator;

import id.pkh.platform.security.Caller;
import id.pkh.platform.security.Nik;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.FreeTextRule;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import id.pkh.registry.identity.Disclosure;
import id.pkh.registry.intake.FieldReader;
import id.pkh.registry.intake.RequestErrors;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Facilitators and the villages for which they are responsible. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Facilitators")
@RolesAllowed(RoleSets.PROGRAMME_READERS)
public class FacilitatorResource {

    private final RegisterFacilitator registerFacilitator;
    private final AssignFacilitator assignFacilitator;
    private final FacilitatorQueries queries;
    private final Caller caller;

    FacilitatorResource(
            RegisterFacilitator registerFacilitator,
            AssignFacilitator assignFacilitator,
            FacilitatorQueries queries,
            Caller caller) {
        this.registerFacilitator = registerFacilitator;
        this.assignFacilitator = assignFacilitator;
        this.queries = queries;
        this.caller = caller;
    }

    @GET
    @Path("/facilitators")
    @Refuses({"AREA_CODE_INVALID"})
    @Operation(operationId = "listFacilitators", summary = "List the facilitators of your areas")
    @Succeeds(status = 200, meaning = "A page of facilitators")
    public Page<FacilitatorView> list(
            @QueryParam("village") @Parameter(description = "Village, or any area above it")
                    String village,
            @BeanParam PageParams page) {
        return queries.list(village, page, masked());
    }

    @GET
    @Path("/facilitators/{id}")
    @Operation(operationId = "getFacilitator", summary = "Show one facilitator")
    @Succeeds(status = 200, meaning = "The facilitator")
    public FacilitatorView one(@PathParam("id") UUID id) {
        return queries.one(id, masked());
    }

    @POST
    @Path("/facilitators")
    @RolesAllowed(Roles.DATA_ADMINISTRATOR)
    @Refuses({
        "APPOINTMENT_UNKNOWN",
        "AREA_UNKNOWN",
        "ASSIGNMENT_OUTSIDE_APPOINTMENT",
        "ASSIGNMENT_OVERLAPS",
        "DATE_RANGE_INVALID",
        "FACILITATOR_CODE_INVALID",
        "FACILITATOR_CODE_TAKEN",
        "NAME_MISSING",
        "NIK_DUPLICATE",
        Nik.DATE_IMPOSSIBLE,
        Nik.LENGTH,
        Nik.NOT_DIGITS,
        Nik.NUMERIC_CELL,
        Nik.SERIAL_ZERO,
        "ROLE_UNKNOWN",
        FreeTextRule.HAS_CONTROL_CHARACTER,
        FreeTextRule.HAS_LONG_NUMBER,
        "VILLAGE_UNKNOWN"
    })
    @Operation(
            operationId = "registerFacilitator",
            summary = "Register a facilitator with villages")
    @Succeeds(status = 201, meaning = "The facilitator as registered")
    public RestResponse<FacilitatorView> register(
            @NotNull @Valid RegisterFacilitatorRequest request) {
        FieldReader reader = new FieldReader();
        FacilitatorDraft facilitator = request.readFacilitator(reader);
        List<AssignmentDraft> assignments = request.readAssignments(reader);
        RequestErrors.refuseIfAny(reader);
        return created(registerFacilitator.handle(facilitator, request.appointment(), assignments));
    }

    @POST
    @Path("/facilitators/{id}/assignments")
    @RolesAllowed(Roles.DATA_ADMINISTRATOR)
    @Refuses({
        "ASSIGNMENT_HANDED_OVER",
        "ASSIGNMENT_OUTSIDE_APPOINTMENT",
        "ASSIGNMENT_OVERLAPS",
        "DATE_RANGE_INVALID",
        "ROLE_UNKNOWN",
        "VILLAGE_UNKNOWN"
    })
    @Operation(
            operationId = "assignVillage",
            summary = "Assign a village, or change the last day of an assignment")
    @Succeeds(status = 201, meaning = "The facilitator after the change")
    public RestResponse<FacilitatorView> assign(
            @PathParam("id") UUID id, @NotNull @Valid AssignmentRequest request) {
        FieldReader reader = new FieldReader();
        AssignmentDraft draft = request.read(reader);
        RequestErrors.refuseIfAny(reader);
        assignFacilitator.handle(id, draft);
        return created(id);
    }

    private RestResponse<FacilitatorView> created(UUID id) {
        return ResponseBuilder.<FacilitatorView>created(URI.create("/api/v1/facilitators/" + id))
                .entity(queries.one(id, masked()))
                .build();
    }

    private Disclosure masked() {
        return Disclosure.masked(caller);
    }
}
