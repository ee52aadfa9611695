package id.pkh.platform.statistics;

import id.pkh.platform.clients.BulkReads;
import id.pkh.platform.files.CsvExport;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.Roles;
import id.pkh.platform.statistics.StatisticsView.AreaStatisticsView;
import id.pkh.platform.web.ContinuedWork;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Families by area and status, for everyone who may publish it. */
@Path("/api/v1/statistics")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Statistics", description = "Published counts with small numbers hidden")
public class StatisticsResource {

    private static final String SCOPE = "statistics.read";
    private static final String PERIOD = "Quarter in verification, code of a cycle in disbursement";
    private static final String AREA = "Any area of the country; leave it out for the country";
    private static final String WHAT =
            " Needs the scope `statistics.read`, and no areas. A number below the threshold is hidden, and so are"
                    + " those from which it could be computed; zeros are shown by leaving them out.";

    private final ReadStatistics statistics;
    private final MakeStatistics make;
    private final StatisticSource source;
    private final BulkReads reads;
    private final Caller caller;

    StatisticsResource(
            ReadStatistics statistics,
            MakeStatistics make,
            StatisticSource source,
            BulkReads reads,
            Caller caller) {
        this.statistics = statistics;
        this.make = make;
        this.source = source;
        this.reads = reads;
        this.caller = caller;
    }

    @GET
    @Path("/{period}")
    @RolesAllowed(Roles.EXTERNAL_SYSTEM)
    @Refuses({"AREA_CODE_INVALID", "CLIENT_SCOPE_MISSING", "STATISTICS_NOT_MADE"})
    @Operation(
            operationId = "getStatistics",
            summary = "Families by status, in an area and those that it is divided into",
            description = "Counted by night." + WHAT)
    public StatisticsView get(
            @PathParam("period") @Parameter(description = PERIOD) String period,
            @QueryParam("area") @Parameter(description = AREA) String area) {
        reads.requireScope(SCOPE);
        return statistics.of(period, area);
    }

    @GET
    @Path("/{period}/csv")
    @Produces(CsvExport.TYPE)
    @RolesAllowed(Roles.EXTERNAL_SYSTEM)
    @Refuses({"AREA_CODE_INVALID", "CLIENT_SCOPE_MISSING", "STATISTICS_NOT_MADE"})
    @Operation(
            operationId = "exportStatistics",
            summary = "The same as CSV",
            description =
                    "TOTAL is all statuses together. An empty cell is a hidden number." + WHAT)
    @APIResponse(
            responseCode = "200",
            description = "A line for each area and status",
            content =
                    @Content(
                            mediaType = CsvExport.TYPE,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response csv(
            @PathParam("period") @Parameter(description = PERIOD) String period,
            @QueryParam("area") @Parameter(description = AREA) String area) {
        reads.requireScope(SCOPE);
        List<Line> lines =
                statistics.of(period, area).areas().stream()
                        .flatMap(StatisticsResource::lines)
                        .toList();
        return CsvExport.<Line>of(
                "statistics-" + period,
                List.of("period", "area_code", "status", "families"),
                last -> last == null ? lines : List.of(),
                line -> Arrays.asList(period, line.areaCode(), line.status(), line.families()));
    }

    private record Line(String areaCode, String status, Long families) {}

    private static Stream<Line> lines(AreaStatisticsView area) {
        return Stream.concat(
                Stream.of(new Line(area.areaCode(), StatisticRows.TOTAL, area.families())),
                area.statuses().stream()
                        .map(each -> new Line(area.areaCode(), each.status(), each.families())));
    }

    @POST
    @Path("/{period}/counts")
    @RolesAllowed(Roles.MINISTRY_OFFICER)
    @Refuses({"INVALID_PARAMETER", "NOT_FOUND"})
    @Operation(
            operationId = "makeStatistics",
            summary = "Make the statistics of a period",
            description = "Those of what is still changing are made every night.")
    @Succeeds(status = 202, meaning = "The statistics are being made")
    public RestResponse<StatisticsOrderView> make(
            @PathParam("period") @Parameter(description = PERIOD) String period) {
        source.require(period);
        return ContinuedWork.answer(
                ContinuedWork.ACCEPTED,
                new StatisticsOrderView(period, make.plan(period, caller.subject()).jobId()),
                "/api/v1/statistics/" + period);
    }
}
