package id.pkh.registry.initial;

import id.pkh.platform.security.RoleSets;
import id.pkh.platform.web.Idempotent;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import id.pkh.registry.dataupdate.ReadsChanges;
import id.pkh.registry.dataupdate.SubmitsChanges;
import id.pkh.registry.enrolment.ReadsPerson;
import id.pkh.registry.initial.InitialQueries.Filter;
import id.pkh.registry.initial.InitialRequests.ComparisonEntry;
import id.pkh.registry.initial.InitialViews.CandidateView;
import id.pkh.registry.initial.domain.Comparison;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The families on the lists of initial meetings, and how far each of them is. */
@Path("/api/v1/initial-candidates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Initial meetings")
public class CandidateResource {

    private final InitialQueries queries;
    private final CompareCandidate compare;

    CandidateResource(InitialQueries queries, CompareCandidate compare) {
        this.queries = queries;
        this.compare = compare;
    }

    @GET
    @RolesAllowed(RoleSets.PROGRAMME_READERS)
    @Refuses({"AREA_CODE_INVALID"})
    @Operation(
            operationId = "listInitialCandidates",
            summary = "List families on the lists of initial meetings",
            description = "The invitation list of a meeting, or the tracing list of an area.")
    @Succeeds(status = 200, meaning = "A page of families of your areas, without names")
    public Page<CandidateView> list(
            @QueryParam("meeting_id") @Parameter(description = "Those of one meeting")
                    UUID meetingId,
            @QueryParam("village") @Parameter(description = "Village, or any area above it")
                    String village,
            @QueryParam("to_trace")
                    @Parameter(description = "true: those who did not come and were not visited")
                    Boolean toTrace,
            @BeanParam PageParams page) {
        return queries.candidates(
                new Filter(meetingId, village, Boolean.TRUE.equals(toTrace)), page);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(RoleSets.PROGRAMME_READERS)
    @Operation(
            operationId = "getInitialCandidate",
            summary = "Show one family on the list of a meeting, item by item")
    @Succeeds(status = 200, meaning = "The family and what comes next for it")
    public CandidateView one(@PathParam("id") UUID id) {
        return queries.candidate(id);
    }

    @POST
    @Path("/{id}/comparisons")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(RoleSets.FIELD_STAFF)
    @Idempotent
    @ReadsPerson
    @ReadsChanges
    @SubmitsChanges
    @Refuses({
        "INITIAL_NOT_ON_LIST",
        "INITIAL_NOT_PRESENT",
        "INITIAL_NOT_TO_VALIDATE",
        "INITIAL_VISIT_DISAGREES",
        Comparison.CHANGES_DISAGREE,
        Comparison.EVIDENCE_DISAGREES,
        Comparison.TWICE
    })
    @Operation(
            operationId = "compareInitialCandidate",
            summary = "Compare what is on record with the evidence, item by item",
            description =
                    "At the meeting, or at a visit of the purpose INITIAL_TRACING. What differs becomes a data update;"
                            + " when every item is settled, the family is validated.")
    @Succeeds(status = 200, meaning = "The family and what comes next for it")
    public CandidateView compare(
            @PathParam("id") UUID id, @NotNull @Valid ComparisonEntry request) {
        compare.handle(id, request);
        return queries.candidate(id);
    }
}
