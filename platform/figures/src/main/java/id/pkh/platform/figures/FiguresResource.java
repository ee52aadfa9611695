package id.pkh.platform.figures;

import id.pkh.platform.security.AreaScope;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.ContinuedWork;
import id.pkh.platform.web.ProgrammeMonths;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.YearMonth;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What this service counts about a month. */
@Path("/api/v1/figures")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Figures", description = "What is counted about a month, for reports")
public class FiguresResource {

    private static final int MAX_AREAS = 50;

    private final MonthFigures figures;
    private final MakeSums sums;
    private final ProgrammeMonths months;
    private final Caller caller;

    FiguresResource(MonthFigures figures, MakeSums sums, ProgrammeMonths months, Caller caller) {
        this.figures = figures;
        this.sums = sums;
        this.months = months;
        this.caller = caller;
    }

    @GET
    @Path("/{month}")
    @RolesAllowed(RoleSets.PROGRAMME_READERS)
    @Refuses({"AREA_CODE_INVALID", "FIGURES_LEVEL_UNKNOWN", "FIGURES_TOO_FINE", "NOT_FOUND"})
    @Operation(
            operationId = "listFigures",
            summary = "Count a month by area or group",
            description =
                    "A province is divided into sub-districts at most, a regency into villages, and"
                            + " a sub-district into groups. Only what lies in your areas is counted. Figures of a province or more are sums"
                            + " of the night. A count of zero is left out.")
    @Succeeds(status = 200, meaning = "The figures in the order of the codes")
    public MonthFiguresView list(
            @PathParam("month") @Parameter(example = "2026-05") String month,
            @QueryParam("area")
                    @Size(max = MAX_AREAS)
                    @Parameter(
                            description =
                                    "Village, or any area above it; several may be given. Leave it"
                                            + " out for all of your areas")
                    List<String> areas,
            @QueryParam("by")
                    @Parameter(
                            required = true,
                            example = "REGENCY",
                            schema = @Schema(implementation = FigureLevel.class))
                    String by) {
        return figures.of(months.requireMonth("month", month), scope(areas), FigureLevel.of(by));
    }

    @POST
    @Path("/{month}/sums")
    @RolesAllowed(Roles.MINISTRY_OFFICER)
    @Operation(
            operationId = "makeFigureSums",
            summary = "Make the sums of a month for large areas",
            description =
                    "Those of the present month and of the three before it are made every night.")
    @Succeeds(status = 202, meaning = "The sums are being made")
    public RestResponse<FigureSumsView> makeSums(
            @PathParam("month") @Parameter(example = "2026-01") String month) {
        YearMonth asked = months.requireMonth("month", month);
        return ContinuedWork.answer(
                ContinuedWork.ACCEPTED,
                new FigureSumsView(asked.toString(), sums.plan(asked, caller.subject()).jobId()),
                "/api/v1/figures/" + asked + "?by=" + FigureLevel.PROVINCE);
    }

    private AreaScope scope(List<String> areas) {
        if (areas == null || areas.isEmpty()) {
            return caller.areas();
        }
        areas.forEach(area -> caller.areas().require(AreaScope.requested(area)));
        return AreaScope.of(areas);
    }
}
