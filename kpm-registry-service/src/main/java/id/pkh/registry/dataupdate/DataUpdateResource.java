package id.pkh.registry.dataupdate;

import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.web.CodeForm;
import id.pkh.platform.web.Idempotent;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import id.pkh.registry.dataupdate.DataUpdateQueries.Filter;
import id.pkh.registry.dataupdate.DataUpdateRequests.ChangeEntry;
import id.pkh.registry.dataupdate.DataUpdateRequests.ReversalEntry;
import id.pkh.registry.dataupdate.DataUpdateRequests.Revision;
import id.pkh.registry.dataupdate.DataUpdateRequests.Submission;
import id.pkh.registry.dataupdate.DataUpdateRequests.Withdrawal;
import id.pkh.registry.dataupdate.DataUpdates.Origin;
import id.pkh.registry.dataupdate.domain.UpdateState;
import id.pkh.registry.enrolment.ReadsPerson;
import id.pkh.registry.identity.CanReveal;
import id.pkh.registry.identity.Disclosure;
import id.pkh.registry.identity.Subjects;
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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** What the field submits about families, and reads of it. */
@Path(DataUpdateResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Data updates",
        description = "What the field submits about families, and another person accepts")
public class DataUpdateResource {

    static final String PATH = "/api/v1/data-updates";

    private final DataUpdateQueries queries;
    private final SubmitUpdate submitUpdate;
    private final ReviseUpdate reviseUpdate;
    private final WithdrawUpdate withdrawUpdate;
    private final ReverseUpdate reverseUpdate;
    private final Caller caller;

    DataUpdateResource(
            DataUpdateQueries queries,
            SubmitUpdate submitUpdate,
            ReviseUpdate reviseUpdate,
            WithdrawUpdate withdrawUpdate,
            ReverseUpdate reverseUpdate,
            Caller caller) {
        this.queries = queries;
        this.submitUpdate = submitUpdate;
        this.reviseUpdate = reviseUpdate;
        this.withdrawUpdate = withdrawUpdate;
        this.reverseUpdate = reverseUpdate;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(RoleSets.PROGRAMME_READERS)
    @Refuses({"AREA_CODE_INVALID"})
    @Operation(operationId = "listDataUpdates", summary = "List data updates, the oldest first")
    @Succeeds(status = 200, meaning = "A page of updates of your areas")
    public Page<DataUpdateView> list(
            @QueryParam("state") UpdateState state,
            @QueryParam("kpm_id") @Parameter(description = "Those of one family") UUID kpmId,
            @QueryParam("village") @Parameter(description = "Village, or any area above it")
                    String village,
            @QueryParam("submitted_by")
                    @CodeForm(Subjects.FORM)
                    @Parameter(description = "The person who submitted them first")
                    String submittedBy,
            @QueryParam("overdue") @Parameter(description = "Whether they wait for too long")
                    Boolean overdue,
            @BeanParam PageParams page) {
        return queries.list(new Filter(state, kpmId, village, submittedBy, overdue, null), page);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(RoleSets.PROGRAMME_READERS)
    @CanReveal
    @Operation(operationId = "getDataUpdate", summary = "Show one data update with its history")
    @Succeeds(status = 200, meaning = "The update")
    public DataUpdateView one(
            @PathParam("id") UUID id,
            @QueryParam("reveal")
                    @Parameter(
                            description = "`identifiers`: unmasked, for data administrators",
                            schema = @Schema(enumeration = "identifiers"))
                    String reveal,
            @QueryParam("purpose") @Parameter(description = "required with `reveal`")
                    String purpose) {
        return queries.one(id, Disclosure.asked(caller, reveal, purpose));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(RoleSets.FIELD_STAFF)
    @Idempotent
    @ReadsPerson
    @ReadsChanges
    @SubmitsChanges
    @Refuses("NOT_FOUND")
    @Operation(
            operationId = "submitDataUpdate",
            summary = "Submit what has changed in a family",
            description =
                    "Nothing changes until a data administrator who did not submit it accepts.")
    @Succeeds(status = 201, meaning = "The update, which waits for a decision")
    public RestResponse<DataUpdateView> submit(@NotNull @Valid Submission request) {
        return created(
                submitUpdate.handle(
                        request.kpmId(),
                        request.evidence().with(request.note()),
                        request.changes().stream().map(ChangeEntry::change).toList(),
                        Origin.REPORT));
    }

    @POST
    @Path("/{id}/revisions")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(RoleSets.FIELD_STAFF)
    @ReadsPerson
    @ReadsChanges
    @SubmitsChanges
    @Refuses({"UPDATE_NOT_OPEN", "UPDATE_REVISION_DIFFERS"})
    @Operation(
            operationId = "reviseDataUpdate",
            summary = "Submit an update again that was returned",
            description = "The new revision has all changes that are still to be accepted.")
    @Succeeds(status = 201, meaning = "The update with its next revision")
    public RestResponse<DataUpdateView> revise(
            @PathParam("id") UUID id, @NotNull @Valid Revision request) {
        reviseUpdate.handle(
                id,
                request.revision(),
                request.evidence().with(request.note()),
                request.changes().stream().map(ChangeEntry::change).toList());
        return created(id);
    }

    @POST
    @Path("/{id}/withdrawal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(RoleSets.FIELD_STAFF)
    @Refuses({"UPDATE_NOT_OPEN", "UPDATE_OF_ANOTHER", "UPDATE_REVISION_DIFFERS"})
    @Operation(
            operationId = "withdrawDataUpdate",
            summary = "Withdraw an update",
            description =
                    "By those who submitted it, or the facilitators and coordinators of the area."
                            + " What was accepted of it stays.")
    @Succeeds(status = 200, meaning = "The update, which is withdrawn")
    public DataUpdateView withdraw(@PathParam("id") UUID id, @NotNull @Valid Withdrawal request) {
        withdrawUpdate.handle(id, request.revision());
        return shown(id);
    }

    @POST
    @Path("/{id}/reversal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(RoleSets.FIELD_STAFF)
    @ReadsPerson
    @ReadsChanges
    @SubmitsChanges
    @Refuses({"UPDATE_ALREADY_REVERSED", "UPDATE_NOT_ACCEPTED", "UPDATE_NOT_REVERSIBLE"})
    @Operation(
            operationId = "reverseDataUpdate",
            summary = "Propose the opposite of what was accepted",
            description = "A new update with the values of before, which another person accepts.")
    @Succeeds(status = 201, meaning = "The new update, which waits for a decision")
    public RestResponse<DataUpdateView> reverse(
            @PathParam("id") UUID id, @NotNull @Valid ReversalEntry request) {
        return created(reverseUpdate.handle(id, request.note()));
    }

    private RestResponse<DataUpdateView> created(UUID id) {
        return ResponseBuilder.<DataUpdateView>created(URI.create(PATH + "/" + id))
                .entity(shown(id))
                .build();
    }

    private DataUpdateView shown(UUID id) {
        return queries.one(id, Disclosure.masked(caller));
    }
}
