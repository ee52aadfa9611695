package id.pkh.registry.complementary;

import id.pkh.platform.files.CsvExport;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.Idempotent;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refused;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import id.pkh.platform.web.area.AreaNames;
import id.pkh.registry.complementary.ComplementaryRequests.Answers;
import id.pkh.registry.complementary.ComplementaryRequests.Listing;
import id.pkh.registry.complementary.ComplementaryRequests.Outcome;
import id.pkh.registry.complementary.ComplementaryRequests.Proposals;
import id.pkh.registry.complementary.ComplementaryRequests.Reports;
import id.pkh.registry.complementary.ComplementaryRequests.Withdrawal;
import id.pkh.registry.complementary.ComplementaryViews.AdvocacyView;
import id.pkh.registry.complementary.ComplementaryViews.Outcomes;
import id.pkh.registry.complementary.MoveAdvocacy.Move;
import id.pkh.registry.complementary.domain.AdvocacyState;
import id.pkh.registry.complementary.domain.ComplementaryCodes.Programme;
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
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Families that lack a programme, on their way to the centre and back. */
@Path(AdvocacyResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Complementary programmes")
public class AdvocacyResource {

    static final String PATH = "/api/v1/advocacies";

    private final ComplementaryQueries queries;
    private final ListAdvocacy listAdvocacy;
    private final MoveAdvocacy moveAdvocacy;
    private final MoveAdvocacies moveAdvocacies;
    private final AreaNames areas;

    AdvocacyResource(
            ComplementaryQueries queries,
            ListAdvocacy listAdvocacy,
            MoveAdvocacy moveAdvocacy,
            MoveAdvocacies moveAdvocacies,
            AreaNames areas) {
        this.queries = queries;
        this.listAdvocacy = listAdvocacy;
        this.moveAdvocacy = moveAdvocacy;
        this.moveAdvocacies = moveAdvocacies;
        this.areas = areas;
    }

    @GET
    @RolesAllowed(RoleSets.PROGRAMME_READERS)
    @Refuses({"AREA_CODE_INVALID"})
    @Operation(operationId = "listAdvocacies", summary = "List advocacies, the oldest first")
    @Succeeds(status = 200, meaning = "A page of advocacies of your areas")
    public Page<AdvocacyView> list(
            @QueryParam("kpm_id") @Parameter(description = "Those of one family") UUID kpmId,
            @QueryParam("village") @Parameter(description = "Village, or any area above it")
                    String village,
            @QueryParam("programme") Programme programme,
            @QueryParam("state") AdvocacyState state,
            @BeanParam PageParams page) {
        return queries.advocacies(kpmId, village, programme, state, page);
    }

    @GET
    @Path("/csv")
    @Produces(CsvExport.TYPE)
    @RolesAllowed(RoleSets.PROGRAMME_READERS)
    @Refuses({"AREA_CODE_INVALID"})
    @Operation(
            operationId = "exportAdvocacies",
            summary = "The same list as a file",
            description =
                    "CSV for spreadsheet programs. A cell that a program would compute has an apostrophe in front.")
    @APIResponse(
            responseCode = "200",
            description = "Every advocacy of your areas that fits",
            content =
                    @Content(
                            mediaType = CsvExport.TYPE,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response export(
            @QueryParam("kpm_id") @Parameter(description = "Those of one family") UUID kpmId,
            @QueryParam("village") @Parameter(description = "Village, or any area above it")
                    String village,
            @QueryParam("programme") Programme programme,
            @QueryParam("state") AdvocacyState state) {
        return CsvExport.of(
                "advocacies",
                AdvocacyColumns.HEADER,
                queries.everyAdvocacy(kpmId, village, programme, state),
                advocacy -> AdvocacyColumns.cells(advocacy, areas));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(RoleSets.PROGRAMME_READERS)
    @Operation(operationId = "getAdvocacy", summary = "Show one advocacy with its history")
    @Succeeds(status = 200, meaning = "The advocacy")
    public AdvocacyView one(@PathParam("id") UUID id) {
        return queries.advocacy(id);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(RoleSets.FIELD_STAFF)
    @Idempotent
    @Refuses({
        "ADVOCACY_ALREADY_OPEN",
        "ADVOCACY_COMPLAINT_DISAGREES",
        "ADVOCACY_WITHOUT_GAP",
        "COMPLEMENTARY_MEMBER_DISAGREES",
        "KPM_CLOSED",
        "NOT_A_MEMBER",
        "NOT_FOUND"
    })
    @Operation(
            operationId = "listFamilyForAdvocacy",
            summary = "Put a family on the list of those that lack a programme",
            description = "Its status says that it lacks the programme, or that payments miss.")
    @Succeeds(status = 201, meaning = "The advocacy, which is listed")
    public RestResponse<AdvocacyView> listFamily(@NotNull @Valid Listing request) {
        UUID id = listAdvocacy.handle(request);
        return ResponseBuilder.<AdvocacyView>created(URI.create(PATH + "/" + id))
                .entity(queries.advocacy(id))
                .build();
    }

    @POST
    @Path("/reports")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(RoleSets.FIELD_STAFF)
    @Refuses({"ADVOCACY_IDS_INVALID"})
    @Operation(
            operationId = "reportAdvocacies",
            summary = "Report up to 200 listed families to the data administrator")
    @Succeeds(status = 200, meaning = "The outcome for each")
    public Outcomes report(@NotNull @Valid Reports request) {
        return new Outcomes(
                moveAdvocacies.handle(request.advocacies(), Move.to(AdvocacyState.REPORTED)));
    }

    @POST
    @Path("/proposals")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.DATA_ADMINISTRATOR)
    @Refuses({"ADVOCACY_IDS_INVALID"})
    @Operation(
            operationId = "proposeAdvocacies",
            summary = "Record that up to 200 families were proposed to the centre",
            description = "By another person than the one who listed them.")
    @Succeeds(status = 200, meaning = "The outcome for each")
    public Outcomes propose(@NotNull @Valid Proposals request) {
        return new Outcomes(
                moveAdvocacies.handle(
                        request.advocacies(),
                        new Move(AdvocacyState.PROPOSED, request.period(), null, null)));
    }

    @POST
    @Path("/answers")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.DATA_ADMINISTRATOR)
    @Refuses({"ADVOCACY_IDS_INVALID"})
    @Operation(
            operationId = "answerAdvocacies",
            summary = "Record what the centre answered for up to 200 families",
            description = "The facilitator of the village is notified.")
    @Succeeds(status = 200, meaning = "The outcome for each")
    public Outcomes answer(@NotNull @Valid Answers request) {
        AdvocacyState answered =
                request.refusal() == null ? AdvocacyState.GRANTED : AdvocacyState.REFUSED;
        return new Outcomes(
                moveAdvocacies.handle(
                        request.advocacies(), new Move(answered, null, request.refusal(), null)));
    }

    @POST
    @Path("/{id}/outcome")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(RoleSets.FIELD_STAFF)
    @Refuses({
        "ADVOCACY_NOT_OPEN",
        "ADVOCACY_SINCE_DISAGREES",
        "ADVOCACY_VERSION_DIFFERS",
        "COMPLEMENTARY_IN_FUTURE"
    })
    @Operation(
            operationId = "settleAdvocacy",
            summary = "Record whether the family receives what was granted",
            description = "What it receives becomes its status. Otherwise it can be listed again.")
    @Succeeds(status = 200, meaning = "The advocacy, which is settled")
    public AdvocacyView settle(@PathParam("id") UUID id, @NotNull @Valid Outcome request) {
        if (request.receives() != (request.since() != null)) {
            throw Refused.because("ADVOCACY_SINCE_DISAGREES");
        }
        AdvocacyState settled =
                request.receives() ? AdvocacyState.RECEIVES : AdvocacyState.STILL_NOT;
        moveAdvocacy.handle(id, request.version(), new Move(settled, null, null, request.since()));
        return queries.advocacy(id);
    }

    @POST
    @Path("/{id}/withdrawal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(RoleSets.FIELD_STAFF)
    @Refuses({"ADVOCACY_NOT_OPEN", "ADVOCACY_VERSION_DIFFERS"})
    @Operation(
            operationId = "withdrawAdvocacy",
            summary = "Take a family off the list before it is proposed")
    @Succeeds(status = 200, meaning = "The advocacy, which is withdrawn")
    public AdvocacyView withdraw(@PathParam("id") UUID id, @NotNull @Valid Withdrawal request) {
        moveAdvocacy.handle(id, request.version(), Move.to(AdvocacyState.WITHDRAWN));
        return queries.advocacy(id);
    }
}
