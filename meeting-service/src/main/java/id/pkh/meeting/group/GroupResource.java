package id.pkh.meeting.group;

import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refused;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

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
    @Succeeds(status = 201, meaning = "The group was formed")
    @Succeeds(status = 200, meaning = "The group was formed before")
    @Operation(
            operationId = "formGroup",
            summary = "Forms a group; a repeated request changes nothing")
    public RestResponse<GroupDetailView> form(@NotNull @Valid GroupRequest request) {
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
        return ResponseBuilder.create(
                        outcome == FormGroups.GroupOutcome.FORMED ? Status.CREATED : Status.OK,
                        view)
                .build();
    }

    @POST
    @Path("/{id}/officers")
    @RolesAllowed(RoleSets.FIELD_STAFF)
    @Refuses({"OFFICERS_NOT_DISTINCT", "OFFICER_NOT_IN_GROUP", "DATE_IN_FUTURE"})
    @Succeeds(status = 201, meaning = "The election was recorded")
    @Succeeds(status = 200, meaning = "The election was recorded before")
    @Operation(operationId = "electOfficers", summary = "Records an election of officers")
    public RestResponse<GroupDetailView> elect(
            @PathParam("id") UUID id, @NotNull @Valid OfficersRequest request) {
        boolean recorded = electOfficers.handle(id, request, caller.areas(), caller.subject());
        return ResponseBuilder.create(
                        recorded ? Status.CREATED : Status.OK,
                        reading.detail(groups.require(id, caller.areas())))
                .build();
    }
}
