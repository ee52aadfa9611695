package id.pkh.meeting.grouping;

import id.pkh.meeting.group.Groups;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** Splits and merges of groups, and what they placed. */
@Tag(name = "Groups", description = "Groups of families, and their officers")
@Path("/api/v1/groups")
public class PlacementResource {

    private final Groups groups;
    private final SplitGroup splitGroup;
    private final MergeGroups mergeGroups;
    private final Placements placements;
    private final Caller caller;

    PlacementResource(
            Groups groups,
            SplitGroup splitGroup,
            MergeGroups mergeGroups,
            Placements placements,
            Caller caller) {
        this.groups = groups;
        this.splitGroup = splitGroup;
        this.mergeGroups = mergeGroups;
        this.placements = placements;
        this.caller = caller;
    }

    @GET
    @Path("/{id}/placements")
    @RolesAllowed(RoleSets.MEETING_READERS)
    @Operation(
            operationId = "listPlacements",
            summary = "What brought families into a group, or took them out of it")
    public Page<PlacementView> list(@PathParam("id") UUID id, @BeanParam PageParams page) {
        return placements.ofGroup(groups.require(id, caller.areas()).id(), page);
    }

    @POST
    @Path("/{id}/split")
    @RolesAllowed(RoleSets.FIELD_STAFF)
    @Refuses({
        "DATE_IN_FUTURE",
        "GROUP_ALREADY_FORMED",
        "GROUP_CODE_INVALID",
        "GROUP_OF_OTHER_VILLAGE",
        "NOT_IN_GROUP",
        "PLACEMENT_IN_CLOSED_MONTH",
        "PLACEMENT_WAITS",
        "SPLIT_LEAVES_EMPTY_GROUP"
    })
    @Succeeds(status = 201, meaning = "The group was split")
    @Succeeds(status = 200, meaning = "The group was split like this before")
    @Operation(
            operationId = "splitGroup",
            summary = "Forms a new group of some families of a group")
    public RestResponse<PlacementView> split(
            @PathParam("id") UUID id, @NotNull @Valid SplitRequest request) {
        return answer(splitGroup.handle(id, request, caller.areas(), caller.subject()));
    }

    @POST
    @Path("/{id}/merge")
    @RolesAllowed(RoleSets.FIELD_STAFF)
    @Refuses({
        "DATE_IN_FUTURE",
        "GROUP_OF_OTHER_VILLAGE",
        "GROUP_UNKNOWN",
        "GROUP_WITHOUT_FAMILIES",
        "MERGE_WITH_ITSELF",
        "PLACEMENT_BEFORE_GROUP_FORMED",
        "PLACEMENT_IN_CLOSED_MONTH",
        "PLACEMENT_WAITS"
    })
    @Succeeds(status = 201, meaning = "The groups were merged")
    @Succeeds(status = 200, meaning = "The groups were merged like this before")
    @Operation(
            operationId = "mergeGroup",
            summary = "Places all families of a group in another one of the village")
    public RestResponse<PlacementView> merge(
            @PathParam("id") UUID id, @NotNull @Valid MergeRequest request) {
        return answer(mergeGroups.handle(id, request, caller.areas(), caller.subject()));
    }

    private RestResponse<PlacementView> answer(Placed placed) {
        return ResponseBuilder.create(
                        placed.isNew() ? Status.CREATED : Status.OK,
                        placements.one(placed.placementId()))
                .build();
    }
}
