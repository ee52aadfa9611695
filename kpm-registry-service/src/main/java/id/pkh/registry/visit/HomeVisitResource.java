package id.pkh.registry.visit;

import id.pkh.platform.security.RoleSets;
import id.pkh.platform.web.CodeForm;
import id.pkh.platform.web.Idempotent;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.ProgrammeMonths;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import id.pkh.registry.dataupdate.ReadsChanges;
import id.pkh.registry.dataupdate.SubmitsChanges;
import id.pkh.registry.enrolment.ReadsPerson;
import id.pkh.registry.identity.Subjects;
import id.pkh.registry.visit.HomeVisitQueries.Filter;
import id.pkh.registry.visit.domain.VisitRule;
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
import java.time.YearMonth;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Visits of families at home. */
@Path(HomeVisitResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Home visits", description = "How families live, and what a visit found")
public class HomeVisitResource {

    static final String PATH = "/api/v1/home-visits";

    private static final String MONTH = "^[0-9]{4}-(0[1-9]|1[0-2])$";

    private final HomeVisitQueries queries;
    private final RecordVisit recordVisit;
    private final ProgrammeMonths months;

    HomeVisitResource(HomeVisitQueries queries, RecordVisit recordVisit, ProgrammeMonths months) {
        this.queries = queries;
        this.recordVisit = recordVisit;
        this.months = months;
    }

    @GET
    @RolesAllowed(RoleSets.PROGRAMME_READERS)
    @Refuses({"AREA_CODE_INVALID"})
    @Operation(operationId = "listHomeVisits", summary = "List home visits, the oldest first")
    @Succeeds(status = 200, meaning = "A page of visits of your areas, without positions")
    public Page<HomeVisitView> list(
            @QueryParam("kpm_id") @Parameter(description = "Those of one family") UUID kpmId,
            @QueryParam("village") @Parameter(description = "Village, or any area above it")
                    String village,
            @QueryParam("visitor")
                    @CodeForm(Subjects.FORM)
                    @Parameter(description = "The person who made them")
                    String visitor,
            @QueryParam("month") @CodeForm(MONTH) String month,
            @BeanParam PageParams page) {
        months.requirePeriod("month", month);
        return queries.list(
                new Filter(kpmId, village, visitor, month == null ? null : YearMonth.parse(month)),
                page);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(RoleSets.PROGRAMME_READERS)
    @Operation(
            operationId = "getHomeVisit",
            summary = "Show one home visit",
            description =
                    "Facilitators and data administrators of the area, and auditors, see position"
                            + " and photos; the read is logged.")
    @Succeeds(status = 200, meaning = "The visit")
    public HomeVisitView one(@PathParam("id") UUID id) {
        return queries.one(id);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(RoleSets.FIELD_STAFF)
    @Idempotent
    @ReadsPerson
    @ReadsChanges
    @SubmitsChanges
    @Refuses({
        "NOT_FOUND",
        VisitRule.BEFORE_FAMILY,
        VisitRule.FINDINGS_DISAGREE,
        VisitRule.HOUSE_MISSING,
        VisitRule.IN_FUTURE,
        VisitRule.NOT_IN_INDONESIA
    })
    @Operation(
            operationId = "recordHomeVisit",
            summary = "Record a home visit",
            description = "What it found about the data of the family becomes a data update.")
    @Succeeds(status = 201, meaning = "The visit as recorded")
    public RestResponse<HomeVisitView> record(@NotNull @Valid HomeVisitRequest request) {
        return created(recordVisit.handle(request));
    }

    @POST
    @Path("/{id}/corrections")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(RoleSets.FIELD_STAFF)
    @ReadsPerson
    @ReadsChanges
    @SubmitsChanges
    @Refuses({
        "VISIT_OF_ANOTHER_FAMILY",
        "VISIT_SUPERSEDED",
        VisitRule.BEFORE_FAMILY,
        VisitRule.FINDINGS_DISAGREE,
        VisitRule.HOUSE_MISSING,
        VisitRule.IN_FUTURE,
        VisitRule.NOT_IN_INDONESIA
    })
    @Operation(
            operationId = "correctHomeVisit",
            summary = "Record a visit again that was recorded wrongly",
            description = "The whole visit; the former record stays, and names this one.")
    @Succeeds(status = 201, meaning = "The visit that supersedes the former one")
    public RestResponse<HomeVisitView> correct(
            @PathParam("id") UUID id, @NotNull @Valid HomeVisitRequest request) {
        return created(recordVisit.correct(id, request));
    }

    private RestResponse<HomeVisitView> created(UUID id) {
        return ResponseBuilder.<HomeVisitView>created(URI.create(PATH + "/" + id))
                .entity(queries.one(id))
                .build();
    }
}
