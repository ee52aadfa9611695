package id.pkh.meeting.policy;

import id.pkh.platform.policies.EntersPolicy;
import id.pkh.platform.policies.PolicyEntry;
import id.pkh.platform.policies.PolicyVersionResource;
import id.pkh.platform.policies.PolicyVersionView;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.Succeeds;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Enters policies about what is planned, and about photos of and check-ins to what took place. */
@Path(PolicyVersionResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Policy versions")
public class PlanPolicyEntryResource {

    private static final String ENTERED = "Entered; another person approves it";

    private final PolicyEntry entry;
    private final PlanCalendarKind calendar;
    private final PhotoKind photos;
    private final CheckInKind checkIns;

    PlanPolicyEntryResource(
            PolicyEntry entry, PlanCalendarKind calendar, PhotoKind photos, CheckInKind checkIns) {
        this.entry = entry;
        this.calendar = calendar;
        this.photos = photos;
        this.checkIns = checkIns;
    }

    @POST
    @Path("plan-calendars")
    @RolesAllowed(Roles.MINISTRY_OFFICER)
    @EntersPolicy
    @Operation(
            operationId = "enterPlanCalendar",
            summary = "Enter a version of when meetings, sessions and visits are planned")
    @Succeeds(status = 201, meaning = ENTERED)
    public RestResponse<PolicyVersionView> enterPlanCalendar(
            @NotNull @Valid PlanDocument document) {
        return entry.enter(calendar, document);
    }

    @POST
    @Path("meeting-photos")
    @RolesAllowed(Roles.MINISTRY_OFFICER)
    @EntersPolicy
    @Operation(
            operationId = "enterMeetingPhotos",
            summary = "Enter a version of what photos of meetings have to be like")
    @Succeeds(status = 201, meaning = ENTERED)
    public RestResponse<PolicyVersionView> enterMeetingPhotos(
            @NotNull @Valid PhotoDocument document) {
        return entry.enter(photos, document);
    }

    @POST
    @Path("check-ins")
    @RolesAllowed(Roles.MINISTRY_OFFICER)
    @EntersPolicy
    @Operation(
            operationId = "enterCheckIns",
            summary = "Enter a version of how families check in to sessions")
    @Succeeds(status = 201, meaning = ENTERED)
    public RestResponse<PolicyVersionView> enterCheckIns(@NotNull @Valid CheckInDocument document) {
        return entry.enter(checkIns, document);
    }
}
