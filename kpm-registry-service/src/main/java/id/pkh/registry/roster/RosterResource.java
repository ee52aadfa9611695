package id.pkh.registry.roster;

import id.pkh.platform.security.Roles;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refused;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import id.pkh.registry.area.CallerAreas;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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

/** The two people of an initial roster: an officer permits a file, an administrator sends it. */
@Path("/api/v1/initial-rosters")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports")
public class RosterResource {

    private final PermitRoster permitRoster;
    private final InitialRosters rosters;
    private final CallerAreas areas;

    RosterResource(PermitRoster permitRoster, InitialRosters rosters, CallerAreas areas) {
        this.permitRoster = permitRoster;
        this.rosters = rosters;
        this.areas = areas;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.MINISTRY_OFFICER)
    @Refuses({"AREA_UNKNOWN", "ROSTER_AREA_TAKEN", "SHA256_INVALID"})
    @Operation(
            operationId = "permitInitialRoster",
            summary = "Permit a file to bring in the families of an area",
            description =
                    "Once another person sends exactly this file to /imports/families, its"
                            + " families enter with the status that it states, and their accounts"
                            + " count as confirmed. An area is brought in once. A file of several"
                            + " areas is permitted for each of them.")
    @Succeeds(status = 201, meaning = "Permitted")
    public RestResponse<RosterView> permit(PermitRosterRequest request) {
        if (request == null) {
            throw Refused.because("INVALID_REQUEST");
        }
        InitialRoster roster = permitRoster.permit(request.area(), request.sha256());
        return ResponseBuilder.<RosterView>created(
                        URI.create("/api/v1/initial-rosters/" + roster.rosterId()))
                .entity(RosterView.of(roster))
                .build();
    }

    @POST
    @Path("/{id}/withdrawal")
    @RolesAllowed(Roles.MINISTRY_OFFICER)
    @Refuses({"ROSTER_NOT_OPEN"})
    @Operation(
            operationId = "withdrawInitialRoster",
            summary = "Withdraw the permission of a file that has not been sent")
    @Succeeds(status = 200, meaning = "Withdrawn")
    public RosterView withdraw(@PathParam("id") UUID id) {
        return RosterView.of(permitRoster.withdraw(id));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.MINISTRY_OFFICER, Roles.DATA_ADMINISTRATOR, Roles.AUDITOR})
    @Transactional
    @Operation(operationId = "getInitialRoster", summary = "Show one initial roster")
    @Succeeds(status = 200, meaning = "The roster")
    public RosterView one(@PathParam("id") UUID id) {
        return rosters.list(areas.visible("area_code").and("roster_id = ?", id), 1).stream()
                .map(RosterView::of)
                .findFirst()
                .orElseThrow(() -> Refused.because("NOT_FOUND"));
    }

    @GET
    @RolesAllowed({Roles.MINISTRY_OFFICER, Roles.DATA_ADMINISTRATOR, Roles.AUDITOR})
    @Transactional
    @Operation(
            operationId = "listInitialRosters",
            summary = "List the initial rosters of your areas")
    @Succeeds(status = 200, meaning = "A page of rosters, the oldest first")
    public Page<RosterView> list(@BeanParam PageParams page) {
        return Page.of(
                rosters.list(
                        areas.visible("area_code")
                                .andIfGiven(
                                        "roster_id > ?",
                                        page.cursor().map(cursor -> cursor.uuid(0)).orElse(null)),
                        page.limit() + 1),
                page.limit(),
                roster -> new Object[] {roster.rosterId()},
                RosterView::of);
    }
}
