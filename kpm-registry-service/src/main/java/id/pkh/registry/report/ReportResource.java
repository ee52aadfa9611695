package id.pkh.registry.report;

import id.pkh.platform.figures.FigureLevel;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.web.CodeForm;
import id.pkh.platform.web.ProgrammeMonths;
import id.pkh.platform.web.Refuses;
import id.pkh.registry.client.OtherServices;
import id.pkh.registry.identity.Subjects;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.YearMonth;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The report of a month, as people hand it in. */
@Path("/api/v1/reports/{month}")
@Tag(name = "Reports", description = "The month of a facilitator or an area, in Indonesian")
@RolesAllowed(RoleSets.PROGRAMME_READERS)
@Refuses({
    "AREA_CODE_INVALID",
    "FIGURES_LEVEL_UNKNOWN",
    "FIGURES_TOO_FINE",
    "NOT_FOUND",
    OtherServices.UNAVAILABLE
})
public class ReportResource {

    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String PDF = "application/pdf";
    private static final String WHOSE =
            "Id or code of the facilitator; the caller, if everything is left out";
    private static final String AREA = "Area of the report, instead of a facilitator";
    private static final String BY =
            "By what the area is divided: one level below it, if left out. Without an area: all of your areas";

    private final MakeReport makeReport;
    private final ProgrammeMonths months;
    private final Caller caller;

    ReportResource(MakeReport makeReport, ProgrammeMonths months, Caller caller) {
        this.makeReport = makeReport;
        this.months = months;
        this.caller = caller;
    }

    @GET
    @Path("/xlsx")
    @Produces(XLSX)
    @Operation(operationId = "makeReportXlsx", summary = "The report of a month as a workbook")
    @APIResponse(
            responseCode = "200",
            description = "The report",
            content =
                    @Content(
                            mediaType = XLSX,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public RestResponse<byte[]> xlsx(
            @PathParam("month") @Parameter(example = "2026-01") String month,
            @QueryParam("facilitator") @CodeForm(Subjects.FORM) @Parameter(description = WHOSE)
                    String facilitator,
            @QueryParam("area") @Parameter(description = AREA) String area,
            @QueryParam("by")
                    @Parameter(
                            description = BY,
                            schema = @Schema(implementation = FigureLevel.class))
                    String by) {
        return file(ReportXlsx.of(report(month, facilitator, area, by)), month, "xlsx");
    }

    @GET
    @Path("/pdf")
    @Produces(PDF)
    @Operation(operationId = "makeReportPdf", summary = "The report of a month as PDF")
    @APIResponse(
            responseCode = "200",
            description = "The report",
            content =
                    @Content(
                            mediaType = PDF,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public RestResponse<byte[]> pdf(
            @PathParam("month") @Parameter(example = "2026-01") String month,
            @QueryParam("facilitator") @CodeForm(Subjects.FORM) @Parameter(description = WHOSE)
                    String facilitator,
            @QueryParam("area") @Parameter(description = AREA) String area,
            @QueryParam("by")
                    @Parameter(
                            description = BY,
                            schema = @Schema(implementation = FigureLevel.class))
                    String by) {
        Report report = report(month, facilitator, area, by);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ReportPdf.write(report, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file(out.toByteArray(), month, "pdf");
    }

    private Report report(String month, String facilitator, String area, String by) {
        YearMonth read = months.requireMonth("month", month);
        String requested = AreaScope.requested(area);
        if (requested == null && by != null) {
            return makeReport.ofEveryArea(FigureLevel.of(by), read);
        }
        if (requested == null) {
            return makeReport.ofFacilitator(
                    facilitator == null ? caller.subject() : facilitator, read);
        }
        return makeReport.ofArea(
                requested, by == null ? FigureLevel.below(requested) : FigureLevel.of(by), read);
    }

    private static RestResponse<byte[]> file(byte[] report, String month, String form) {
        return ResponseBuilder.ok(report)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"laporan-" + month + "." + form + "\"")
                .build();
    }
}
