package id.pkh.meeting.group;

import id.pkh.meeting.family.GroupFamilies;
import id.pkh.meeting.group.OfficersView.Term;
import id.pkh.meeting.group.domain.OfficerTerm;
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
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** Who holds which office of a group over which days. */
@Tag(name = "Groups", description = "Groups of families, and their officers")
@Path("/api/v1/groups")
public class OfficerTermResource {

    private final Groups groups;
    private final GroupFamilies families;
    private final OfficerTerms terms;
    private final RecordTerm recordTerm;
    private final Caller caller;
    private final Clock clock;

    OfficerTermResource(
            Groups groups,
            GroupFamilies families,
            OfficerTerms terms,
            RecordTerm recordTerm,
            Caller caller,
            Clock clock) {
        this.groups = groups;
        this.families = families;
        this.terms = terms;
        this.recordTerm = recordTerm;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Path("/{id}/officers")
    @RolesAllowed(RoleSets.MEETING_READERS)
    @Operation(
            operationId = "getOfficers",
            summary = "The officers of a group on a day, and all terms")
    public OfficersView officers(
            @PathParam("id") UUID id,
            @QueryParam("on") @Parameter(description = "The day; today when it is left out")
                    LocalDate on) {
        GroupEntity group = groups.require(id, caller.areas());
        return view(group, on == null ? BusinessDates.today(clock) : on);
    }

    @POST
    @Path("/{id}/officer-terms")
    @RolesAllowed(RoleSets.FIELD_STAFF)
    @Refuses({
        "DATE_IN_FUTURE",
        "OFFICER_NOT_IN_GROUP",
        "OFFICER_TERM_ENDS_EARLY",
        "OFFICER_TERM_OVERLAPS",
        "OFFICE_UNKNOWN"
    })
    @Succeeds(status = 201, meaning = "The term was recorded")
    @Succeeds(status = 200, meaning = "The term was recorded before")
    @Operation(operationId = "recordOfficerTerm", summary = "Records the term of one officer")
    public RestResponse<OfficersView> record(
            @PathParam("id") UUID id, @NotNull @Valid OfficerTermRequest request) {
        boolean isNew = recordTerm.record(id, request, caller.areas(), caller.subject());
        return ResponseBuilder.create(
                        isNew ? Status.CREATED : Status.OK,
                        view(groups.require(id, caller.areas()), request.firstDay()))
                .build();
    }

    @POST
    @Path("/{id}/officer-terms/{termId}/end")
    @RolesAllowed(RoleSets.FIELD_STAFF)
    @Refuses({"OFFICER_TERM_ENDED", "OFFICER_TERM_ENDS_EARLY"})
    @Operation(operationId = "endOfficerTerm", summary = "States the last day of a term")
    public OfficersView end(
            @PathParam("id") UUID id,
            @PathParam("termId") UUID termId,
            @NotNull @Valid OfficerTermEndRequest request) {
        recordTerm.end(id, termId, request.lastDay(), caller.areas(), caller.subject());
        return view(groups.require(id, caller.areas()), request.lastDay());
    }

    private OfficersView view(GroupEntity group, LocalDate on) {
        List<OfficerTerm> known = terms.of(group.id);
        return new OfficersView(
                group.id,
                group.code,
                on,
                shown(OfficerTerm.on(known, families.onDay(group.code, on).kpmIds(), on)),
                shown(known));
    }

    private static List<Term> shown(Collection<OfficerTerm> terms) {
        return terms.stream().map(Term::of).toList();
    }
}
