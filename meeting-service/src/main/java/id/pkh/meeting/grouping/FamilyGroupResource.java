package id.pkh.meeting.grouping;

import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** The group of one family. */
@Tag(name = "Groups", description = "Groups of families, and their officers")
@Path("/api/v1/families/{kpmId}/group")
public class FamilyGroupResource {

    private final FamilyGroups familyGroups;
    private final MoveFamily moveFamily;
    private final Caller caller;
    private final Clock clock;

    FamilyGroupResource(
            FamilyGroups familyGroups, MoveFamily moveFamily, Caller caller, Clock clock) {
        this.familyGroups = familyGroups;
        this.moveFamily = moveFamily;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @RolesAllowed(RoleSets.MEETING_READERS)
    @Operation(
            operationId = "getFamilyGroup",
            summary = "The group of a family on a day, and its groups over time")
    public FamilyGroupView one(
            @PathParam("kpmId") UUID kpmId,
            @QueryParam("on") @Parameter(description = "The day; today when it is left out")
                    LocalDate on) {
        return familyGroups.on(kpmId, on == null ? BusinessDates.today(clock) : on, caller.areas());
    }

    @POST
    @RolesAllowed(RoleSets.FIELD_STAFF)
    @Refuses({
        "DATE_IN_FUTURE",
        "FAMILY_HAS_LEFT",
        "GROUP_OF_OTHER_VILLAGE",
        "GROUP_UNKNOWN",
        "PLACEMENT_BEFORE_GROUP_FORMED",
        "PLACEMENT_IN_CLOSED_MONTH",
        "PLACEMENT_WAITS"
    })
    @Succeeds(status = 201, meaning = "The family was placed in the group")
    @Succeeds(status = 200, meaning = "The family is in the group already")
    @Operation(
            operationId = "moveFamilyToGroup",
            summary = "Places a family in another group of its village from a day on")
    public RestResponse<FamilyGroupView> move(
            @PathParam("kpmId") UUID kpmId, @NotNull @Valid MoveRequest request) {
        boolean isNew = moveFamily.handle(kpmId, request, caller.areas(), caller.subject());
        return ResponseBuilder.create(
                        isNew ? Status.CREATED : Status.OK,
                        familyGroups.on(kpmId, request.firstDay(), caller.areas()))
                .build();
    }
}
