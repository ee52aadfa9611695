package id.pkh.registry.enrolment;

import id.pkh.platform.security.Caller;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.FreeTextRule;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import id.pkh.registry.identity.Disclosure;
import id.pkh.registry.intake.FamilyDraft;
import id.pkh.registry.intake.FieldReader;
import id.pkh.registry.intake.PersonDraft;
import id.pkh.registry.intake.RequestErrors;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Changes of families. The data administrator enters what facilitators report; the ministry decides
 * on a family's status.
 */
@Path("/api/v1/kpm")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Families")
public class KpmChangesResource {

    private static final String IF_MATCH = "If-Match";
    private static final String TAG =
            "`ETag` of the family as you have read it; the change is refused with what changed since if"
                    + " another one came first";

    private final RegisterKpm registerKpm;
    private final AddMember addMember;
    private final ChangeComponent changeComponent;
    private final MoveKpm moveKpm;
    private final ChangeCaretaker changeCaretaker;
    private final ChangeStatus changeStatus;
    private final ChangeStatuses changeStatuses;
    private final KpmQueries queries;
    private final Caller caller;

    KpmChangesResource(
            RegisterKpm registerKpm,
            AddMember addMember,
            ChangeComponent changeComponent,
            MoveKpm moveKpm,
            ChangeCaretaker changeCaretaker,
            ChangeStatus changeStatus,
            ChangeStatuses changeStatuses,
            KpmQueries queries,
            Caller caller) {
        this.registerKpm = registerKpm;
        this.addMember = addMember;
        this.changeComponent = changeComponent;
        this.moveKpm = moveKpm;
        this.changeCaretaker = changeCaretaker;
        this.changeStatus = changeStatus;
        this.changeStatuses = changeStatuses;
        this.queries = queries;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Roles.DATA_ADMINISTRATOR)
    @Refuses({
        "ACCOUNT_NOT_DIGITS",
        "BANK_UNKNOWN",
        "CARETAKER_NOT_ADULT",
        "FAMILY_CARD_DUPLICATE",
        "FAMILY_CARD_INVALID",
        "GROUP_CODE_INVALID",
        "KPM_LEFT_REINSTATE",
        "MEMBER_WITHOUT_COMPONENT",
        "STATUS_NEEDS_DECISION",
        "STATUS_UNKNOWN",
        "VILLAGE_UNKNOWN"
    })
    @ReadsPerson
    @Operation(
            operationId = "registerFamily",
            summary = "Register a family with its caretaker and members")
    @Succeeds(status = 201, meaning = "The family as registered")
    public RestResponse<KpmView> register(@NotNull @Valid RegisterKpmRequest request) {
        FieldReader reader = new FieldReader();
        FamilyDraft family = request.readFamily(reader);
        List<PersonDraft> members = request.readMembers(reader);
        RequestErrors.refuseIfAny(reader);
        UUID id = registerKpm.handle(family, members);
        return created("/api/v1/kpm/" + id, id);
    }

    @POST
    @Path("/{id}/members")
    @RolesAllowed(Roles.DATA_ADMINISTRATOR)
    @Refuses({
        "FAMILY_CHANGED",
        "IF_MATCH_INVALID",
        "KPM_CLOSED",
        "MEMBER_WITHOUT_COMPONENT",
        "VERSION_CONFLICT"
    })
    @ReadsPerson
    @Operation(operationId = "addMember", summary = "Add a member with a component")
    @Succeeds(status = 201, meaning = "The family after the change")
    public RestResponse<KpmView> addMember(
            @PathParam("id") UUID id,
            @HeaderParam(IF_MATCH) @Parameter(description = TAG) String ifMatch,
            @NotNull @Valid AddMemberRequest request) {
        FieldReader reader = new FieldReader();
        PersonDraft person = request.member().read(reader.in("member"), true);
        RequestErrors.refuseIfAny(reader);
        addMember.handle(id, AsRead.of(request.version(), ifMatch), person);
        return created("/api/v1/kpm/" + id + "/members", id);
    }

    @POST
    @Path("/{id}/component-changes")
    @RolesAllowed(Roles.DATA_ADMINISTRATOR)
    @Refuses({
        "BIRTH_DATE_MISSING",
        "COMPONENT_DISAGREES_WITH_SEX",
        "COMPONENT_UNKNOWN",
        "EFFECTIVE_BEFORE_CURRENT_COMPONENT",
        "FAMILY_CHANGED",
        "IF_MATCH_INVALID",
        "KPM_CLOSED",
        "NIK_DISAGREES_WITH_BIRTH_DATE",
        "NISN_INVALID",
        "NOT_A_MEMBER",
        "NO_COMPONENT_TO_END",
        "NPSN_INVALID",
        "TEXT_TOO_LONG",
        FreeTextRule.HAS_CONTROL_CHARACTER,
        FreeTextRule.HAS_LONG_NUMBER,
        "VERSION_CONFLICT"
    })
    @Operation(
            operationId = "changeComponent",
            summary = "Give a member another component, or end the present one, from a certain day")
    @Succeeds(status = 200, meaning = "The family after the change")
    public RestResponse<KpmView> changeComponent(
            @PathParam("id") UUID id,
            @HeaderParam(IF_MATCH) @Parameter(description = TAG) String ifMatch,
            @NotNull @Valid ChangeComponentRequest request) {
        changeComponent.handle(id, AsRead.of(request.version(), ifMatch), request);
        return changed(id);
    }

    @POST
    @Path("/{id}/moves")
    @RolesAllowed(Roles.DATA_ADMINISTRATOR)
    @Refuses({
        "FAMILY_CHANGED",
        "GROUP_CODE_INVALID",
        "IF_MATCH_INVALID",
        "KPM_CLOSED",
        "VERSION_CONFLICT",
        "VILLAGE_UNKNOWN"
    })
    @Operation(operationId = "moveFamily", summary = "Move a family to another village or group")
    @Succeeds(status = 200, meaning = "The family after the change")
    public RestResponse<KpmView> move(
            @PathParam("id") UUID id,
            @HeaderParam(IF_MATCH) @Parameter(description = TAG) String ifMatch,
            @NotNull @Valid MoveKpmRequest request) {
        moveKpm.handle(id, AsRead.of(request.version(), ifMatch), request);
        return changed(id);
    }

    @POST
    @Path("/{id}/caretaker-changes")
    @RolesAllowed(Roles.DATA_ADMINISTRATOR)
    @Refuses({
        "CARETAKER_AMBIGUOUS",
        "CARETAKER_NOT_ADULT",
        "EFFECTIVE_BEFORE_CURRENT_COMPONENT",
        "FAMILY_CHANGED",
        "IF_MATCH_INVALID",
        "KPM_CLOSED",
        "NOT_A_MEMBER",
        "VERSION_CONFLICT"
    })
    @ReadsPerson
    @Operation(
            operationId = "changeCaretaker",
            summary = "Make another adult the caretaker, a member or a person who joins")
    @Succeeds(status = 200, meaning = "The family after the change")
    public RestResponse<KpmView> changeCaretaker(
            @PathParam("id") UUID id,
            @HeaderParam(IF_MATCH) @Parameter(description = TAG) String ifMatch,
            @NotNull @Valid ChangeCaretakerRequest request) {
        changeCaretaker.handle(id, AsRead.of(request.version(), ifMatch), request);
        return changed(id);
    }

    @POST
    @Path("/{id}/status-changes")
    @RolesAllowed(Roles.MINISTRY_OFFICER)
    @Refuses({
        "FAMILY_CHANGED",
        "IF_MATCH_INVALID",
        "INVALID_STATUS_TRANSITION",
        "KPM_CLOSED",
        "STATUS_NEEDS_DECISION",
        "STATUS_SAME_PERSON",
        "STATUS_UNKNOWN",
        FreeTextRule.HAS_LONG_NUMBER,
        "VERSION_CONFLICT"
    })
    @Operation(
            operationId = "decideOnFamily",
            summary = "Decide on a family's next status on its way into the programme",
            description =
                    "Suspensions and exits are decided in the verification service, with notice and"
                            + " appeal.")
    @Succeeds(status = 200, meaning = "The family after the decision")
    public RestResponse<KpmView> changeStatus(
            @PathParam("id") UUID id,
            @HeaderParam(IF_MATCH) @Parameter(description = TAG) String ifMatch,
            @NotNull @Valid ChangeStatusRequest request) {
        changeStatus.handle(id, AsRead.of(request.version(), ifMatch), request);
        return changed(id);
    }

    @POST
    @Path("/status-changes")
    @RolesAllowed(Roles.MINISTRY_OFFICER)
    @Refuses({"FAMILY_IDS_INVALID", FreeTextRule.HAS_LONG_NUMBER})
    @Operation(
            operationId = "decideOnFamilies",
            summary = "Decide on the status of up to 1,000 families",
            description =
                    "Each decision is recorded or refused by itself; the response has the outcome"
                            + " of each.")
    @Succeeds(status = 200, meaning = "The outcome of each decision")
    public ChangeStatusesView changeStatuses(@NotNull @Valid ChangeStatusesRequest request) {
        return new ChangeStatusesView(changeStatuses.handle(request.changes()));
    }

    private RestResponse<KpmView> created(String location, UUID kpmId) {
        return KpmTags.created(location, view(kpmId));
    }

    private RestResponse<KpmView> changed(UUID id) {
        return KpmTags.ok(view(id));
    }

    private KpmView view(UUID id) {
        return queries.one(id, Disclosure.masked(caller));
    }
}
