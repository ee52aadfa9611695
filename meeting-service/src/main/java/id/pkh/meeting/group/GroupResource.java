package id.pkh.meeting.group;

import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refused;
import id.pkh.platform.web.Refuses;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Groups, their families and their officers. */
@Tag(name = "Groups", description = "Groups of families, and their officers")
@Path("/api/v1/groups")
public class GroupResource {

    private final Groups groups;
    private final FormGroups formGroups;
    private final ElectOfficers electOfficers;
    private final GroupReading reading;
    private final Caller caller;

    GroupResource(
            Groups groups,
            FormGroups formGroups,
            ElectOfficers electOfficers,
            GroupReading reading,
            Caller caller) {
        this.groups = groups;
        this.formGroups = formGroups;
        this.electOfficers = electOfficers;
        this.reading = reading;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({RoleSets.MEETING_READERS, Roles.OPERATIONS})
    @Refuses({"AREA_CODE_INVALID"})
    @Operation(operationId = "listGroups", summary = "Groups by code")
    public Page<GroupView> list(@QueryParam("village") String village, @BeanParam PageParams page) {
        return reading.page(village, caller.areas(), page);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(RoleSets.MEETING_READERS)
    @Operation(
            operationId = "getGroup",
            summary = "One group with its families, officers and facilitator")
    public GroupDetailView one(@PathParam("id") UUID id) {
        return reading.detail(groups.require(id, caller.areas()));
    }

    @POST
    @RolesAllowed(RoleSets.FIELD_STAFF)
    @Refuses({
        "GROUP_CODE_INVALID",
        "DATE_IN_FUTURE",
        "VILLAGE_OUTSIDE_AREAS",
        "GROUP_ALREADY_FORMED"
    })
    @APIResponse(
            responseCode = "201",
            description = "The group was formed",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = GroupDetailView.class)))
    @APIResponse(
            responseCode = "200",
            description = "The group was formed before",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = GroupDetailView.class)))
    @Operation(
            operationId = "formGroup",
            summary = "Forms a group; a repeated request changes nothing")
    public Response form(@NotNull @Valid GroupRequest request) {
        NewGroup group = reading.checked(request);
        if (!caller.areas().covers(group.villageCode())) {
            throw Refused.because("VILLAGE_OUTSIDE_AREAS")
                    .with("village_code", group.villageCode());
        }
        FormGroups.GroupOutcome outcome = formGroups.handle(List.of(group)).get(group.code());
        if (outcome == FormGroups.GroupOutcome.FORMED_OTHERWISE) {
            throw Refused.because("GROUP_ALREADY_FORMED").with("group_code", group.code());
        }
        GroupDetailView view = reading.detail(groups.require(group.code(), caller.areas()));
        return Response.status(outcome == FormGroups.GroupOutcome.FORMED ? 201 : 200)
                .entity(view)
                .build();
    }

    @POST
    @Path("/{id}/officers")
    @RolesAllowed(RoleSets.FIELD_STAFF)
    @Refuses({"OFFICERS_NOT_DISTINCT", "OFFICER_NOT_IN_GROUP", "DATE_IN_FUTURE"})
    @APIResponse(
            responseCode = "201",
            description = "The election was recorded",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = GroupDetailView.class)))
    @APIResponse(
            responseCode = "200",
            description = "The election was recorded before",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = GroupDetailView.class)))
    @Operation(operationId = "electOfficers", summary = "Records an election of officers")
    public Response elect(@PathParam("id") UUID id, @NotNull @Valid OfficersRequest request) {
        boolean recorded = electOfficers.handle(id, request, caller.areas(), caller.subject());
        return Response.status(recorded ? 201 : 200)
                .entity(reading.detail(groups.require(id, caller.areas())))
                .build();
    }
}
