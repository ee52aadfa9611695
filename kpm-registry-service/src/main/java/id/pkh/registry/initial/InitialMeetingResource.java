package id.pkh.registry.initial;

import id.pkh.platform.security.RoleSets;
import id.pkh.platform.web.CodeForm;
import id.pkh.platform.web.FreeTextRule;
import id.pkh.platform.web.Idempotent;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import id.pkh.registry.initial.InitialRequests.Cancellation;
import id.pkh.registry.initial.InitialRequests.MeetingEntry;
import id.pkh.registry.initial.InitialRequests.RecordEntry;
import id.pkh.registry.initial.InitialViews.MeetingView;
import id.pkh.registry.initial.domain.MeetingRule;
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

/** Meetings at which candidates learn what the programme is. */
@Path(InitialMeetingResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Initial meetings",
        description = "Candidates of a village: invited, met or traced, and validated item by item")
public class InitialMeetingResource {

    static final String PATH = "/api/v1/initial-meetings";

    private final InitialQueries queries;
    private final PlanInitialMeeting planMeeting;
    private final CancelInitialMeeting cancelMeeting;
    private final RecordInitialMeeting recordMeeting;

    InitialMeetingResource(
            InitialQueries queries,
            PlanInitialMeeting planMeeting,
            CancelInitialMeeting cancelMeeting,
            RecordInitialMeeting recordMeeting) {
        this.queries = queries;
        this.planMeeting = planMeeting;
        this.cancelMeeting = cancelMeeting;
        this.recordMeeting = recordMeeting;
    }

    @GET
    @RolesAllowed(RoleSets.PROGRAMME_READERS)
    @Refuses({"AREA_CODE_INVALID"})
    @Operation(
            operationId = "listInitialMeetings",
            summary = "List initial meetings, in the order in which they were planned")
    @Succeeds(status = 200, meaning = "A page of meetings of your areas")
    public Page<MeetingView> list(
            @QueryParam("village") @Parameter(description = "Village, or any area above it")
                    String village,
            @QueryParam("batch")
                    @CodeForm(InitialRequests.BATCH)
                    @Parameter(description = "Code of the list of the ministry")
                    String batch,
            @BeanParam PageParams page) {
        return queries.meetings(village, batch, page);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(RoleSets.PROGRAMME_READERS)
    @Operation(operationId = "getInitialMeeting", summary = "Show one initial meeting")
    @Succeeds(status = 200, meaning = "The meeting and what it came to")
    public MeetingView one(@PathParam("id") UUID id) {
        return queries.meeting(id);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(RoleSets.FIELD_STAFF)
    @Idempotent
    @Refuses({
        "INITIAL_CANDIDATES_INVALID",
        "INITIAL_CANDIDATE_LISTED",
        "INITIAL_MEETING_TWICE",
        "INITIAL_NO_CANDIDATES",
        "VILLAGE_UNKNOWN",
        FreeTextRule.HAS_CONTROL_CHARACTER,
        FreeTextRule.HAS_LONG_NUMBER,
        MeetingRule.ELSEWHERE,
        MeetingRule.HOURS_INVALID,
        MeetingRule.NOT_A_CANDIDATE,
        MeetingRule.TOO_FAR
    })
    @Operation(
            operationId = "planInitialMeeting",
            summary = "Plan an initial meeting with its invitation list",
            description =
                    "Up to 500 candidates of the village: those that are named, or all that are on"
                            + " no other list.")
    @Succeeds(status = 201, meaning = "The meeting; its list is under /initial-candidates")
    public RestResponse<MeetingView> plan(@NotNull @Valid MeetingEntry request) {
        UUID id = planMeeting.handle(request);
        return ResponseBuilder.<MeetingView>created(URI.create(PATH + "/" + id))
                .entity(queries.meeting(id))
                .build();
    }

    @POST
    @Path("/{id}/cancellation")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(RoleSets.FIELD_STAFF)
    @Refuses({"INITIAL_MEETING_CANCELLED", "INITIAL_MEETING_HELD"})
    @Operation(
            operationId = "cancelInitialMeeting",
            summary = "Cancel a meeting that was not held",
            description = "Its families can be on the list of another meeting.")
    @Succeeds(status = 200, meaning = "The meeting, which is cancelled")
    public MeetingView cancel(@PathParam("id") UUID id, @NotNull @Valid Cancellation request) {
        cancelMeeting.handle(id, request.reason());
        return queries.meeting(id);
    }

    @POST
    @Path("/{id}/records")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(RoleSets.FIELD_STAFF)
    @Idempotent
    @Refuses({
        "INITIAL_CANDIDATES_INVALID",
        "INITIAL_COMPARED_THERE",
        "INITIAL_MEETING_CANCELLED",
        "INITIAL_MEETING_IN_FUTURE",
        "INITIAL_NOT_DELIVERED",
        "INITIAL_NOT_ON_LIST"
    })
    @Operation(
            operationId = "recordInitialMeeting",
            summary = "Record the topics that were covered, and who came",
            description =
                    "From the day of the meeting on, as often as something is added; the latest"
                            + " mark of a family counts.")
    @Succeeds(status = 200, meaning = "The meeting as recorded")
    public MeetingView record(@PathParam("id") UUID id, @NotNull @Valid RecordEntry request) {
        recordMeeting.handle(id, request);
        return queries.meeting(id);
    }
}
