package id.pkh.registry.dataupdate;

import id.pkh.platform.security.Caller;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.FreeTextRule;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import id.pkh.registry.dataupdate.DataUpdateRequests.Acceptance;
import id.pkh.registry.dataupdate.DataUpdateRequests.Acceptances;
import id.pkh.registry.dataupdate.DataUpdateRequests.Return;
import id.pkh.registry.dataupdate.DataUpdateView.Outcomes;
import id.pkh.registry.enrolment.ReadsPerson;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Decisions of data administrators on what others submitted. */
@Path(DataUpdateResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.DATA_ADMINISTRATOR)
@Tag(name = "Data updates")
public class DataUpdateDecisionResource {

    private final AcceptUpdate acceptUpdate;
    private final AcceptUpdates acceptUpdates;
    private final ReturnUpdate returnUpdate;
    private final DataUpdateQueries queries;
    private final Caller caller;

    DataUpdateDecisionResource(
            AcceptUpdate acceptUpdate,
            AcceptUpdates acceptUpdates,
            ReturnUpdate returnUpdate,
            DataUpdateQueries queries,
            Caller caller) {
        this.acceptUpdate = acceptUpdate;
        this.acceptUpdates = acceptUpdates;
        this.returnUpdate = returnUpdate;
        this.queries = queries;
        this.caller = caller;
    }

    @POST
    @Path("/{id}/acceptance")
    @ReadsPerson
    @ReadsChanges
    @Refuses({
        "CONTACT_CHANGED_MEANWHILE",
        "UPDATE_CHANGES_UNKNOWN",
        "UPDATE_CONFLICT",
        "UPDATE_NOT_OPEN",
        "UPDATE_REASONS_MISSING",
        "UPDATE_REVISION_DIFFERS",
        "UPDATE_SAME_PERSON"
    })
    @Operation(
            operationId = "acceptDataUpdate",
            summary = "Accept an update, or some of its changes",
            description =
                    "The changes are applied as one version of the family. What is not accepted"
                            + " goes back with reasons and a note.")
    @Succeeds(status = 200, meaning = "The update, which is accepted or went back in part")
    public DataUpdateView accept(@PathParam("id") UUID id, @NotNull @Valid Acceptance request) {
        acceptUpdate.handle(id, request.read());
        return shown(id);
    }

    @POST
    @Path("/{id}/return")
    @Refuses({
        "UPDATE_NOT_OPEN",
        "UPDATE_REVISION_DIFFERS",
        "UPDATE_SAME_PERSON",
        FreeTextRule.HAS_CONTROL_CHARACTER,
        FreeTextRule.HAS_LONG_NUMBER
    })
    @Operation(
            operationId = "returnDataUpdate",
            summary = "Send an update back to the field",
            description = "The facilitator of the village is notified and can submit it again.")
    @Succeeds(status = 200, meaning = "The update, which is returned")
    public DataUpdateView giveBack(@PathParam("id") UUID id, @NotNull @Valid Return request) {
        returnUpdate.handle(id, request.revision(), List.copyOf(request.reasons()), request.note());
        return shown(id);
    }

    @POST
    @Path("/acceptances")
    @Refuses({"UPDATE_IDS_INVALID"})
    @Operation(
            operationId = "acceptDataUpdates",
            summary = "Accept up to 200 updates that were read",
            description =
                    "Each update is accepted or left as it is; the response has the outcome of each.")
    @Succeeds(status = 200, meaning = "The outcome of each update")
    public Outcomes acceptAll(@NotNull @Valid Acceptances request) {
        return new Outcomes(acceptUpdates.handle(request.updates()));
    }

    private DataUpdateView shown(UUID id) {
        return queries.one(id, Disclosure.masked(caller));
    }
}
