package id.pkh.verification.status.rest;

import id.pkh.platform.clients.BulkRead;
import id.pkh.platform.clients.BulkReads;
import id.pkh.platform.clients.BulkReads.Asked;
import id.pkh.platform.clients.BulkReads.AskedBy;
import id.pkh.platform.files.CsvExport;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.FreeTextRule;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.ProgrammeMonths;
import id.pkh.platform.web.Refused;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import id.pkh.verification.signal.domain.VerificationPeriod;
import id.pkh.verification.status.ComplianceStatuses.Position;
import id.pkh.verification.status.FamilyStatus;
import id.pkh.verification.status.ReadStatuses;
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
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How the commitments of families went, in bulk, for systems that are entitled to it. */
@Path("/api/v1/compliance-status")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Compliance status", description = "Status of a quarter in bulk, for other systems")
@RolesAllowed(Roles.EXTERNAL_SYSTEM)
@Refuses({
    "CLIENT_PAGES_USED_UP",
    "CLIENT_SCOPE_MISSING",
    "PURPOSE_MISSING",
    FreeTextRule.HAS_CONTROL_CHARACTER,
    FreeTextRule.HAS_LONG_NUMBER
})
public class ComplianceStatusResource {

    private static final String SCOPE = "compliance.read";
    private static final String AREA = "Village, or any area above it; leave it out for your areas";
    private static final String PURPOSE = "What the data is for; is logged with the request";
    private static final String QUARTER = "yyyy-Qn";
    private static final String WHAT =
            " Needs the scope `compliance.read`. Ids and codes, and no personal data. A step that was"
                    + " withdrawn is not shown; NOT_KNOWN is neither met nor failed.";

    private final BulkReads reads;
    private final ReadStatuses statuses;
    private final ProgrammeMonths months;
    private final Caller caller;

    ComplianceStatusResource(
            BulkReads reads, ReadStatuses statuses, ProgrammeMonths months, Caller caller) {
        this.reads = reads;
        this.statuses = statuses;
        this.months = months;
        this.caller = caller;
    }

    @GET
    @Refuses("AREA_CODE_INVALID")
    @Operation(
            operationId = "listComplianceStatus",
            summary = "The status of the families of an area in a quarter, by village",
            description = "One item for each family that takes part." + WHAT)
    public Page<ComplianceStatusView> list(
            @QueryParam("area") @Parameter(description = AREA) String area,
            @QueryParam("period")
                    @Parameter(
                            required = true,
                            description = QUARTER,
                            example = "2026-Q1",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            pattern = VerificationPeriod.QUARTER_TEXT))
                    String period,
            @QueryParam("purpose") @Parameter(required = true, description = PURPOSE)
                    String purpose,
            @BeanParam PageParams page) {
        VerificationPeriod quarter = quarter(period);
        BulkRead read = admit("listComplianceStatus", purpose, AskedBy.AREA, area);
        return Page.of(
                statuses.page(
                        read,
                        quarter,
                        scope(area),
                        page.cursor()
                                .map(cursor -> new Position(cursor.text(0), cursor.uuid(1)))
                                .orElse(null),
                        page.limit()),
                page.limit(),
                family -> new Object[] {family.villageCode(), family.kpmId()},
                ComplianceStatusView::of);
    }

    @GET
    @Path("/csv")
    @Produces(CsvExport.TYPE)
    @Refuses("AREA_CODE_INVALID")
    @Operation(
            operationId = "exportComplianceStatus",
            summary = "The same as CSV, however many families",
            description =
                    "Each family as it is when its part of the file is read. A file counts as many pages as it has"
                            + " started 500 families, and is completed once it has begun."
                            + WHAT)
    @APIResponse(
            responseCode = "200",
            description = "Every family of the area that takes part",
            content =
                    @Content(
                            mediaType = CsvExport.TYPE,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response csv(
            @QueryParam("area") @Parameter(description = AREA) String area,
            @QueryParam("period")
                    @Parameter(
                            required = true,
                            description = QUARTER,
                            example = "2026-Q1",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            pattern = VerificationPeriod.QUARTER_TEXT))
                    String period,
            @QueryParam("purpose") @Parameter(required = true, description = PURPOSE)
                    String purpose) {
        VerificationPeriod quarter = quarter(period);
        BulkRead read = admit("exportComplianceStatus", purpose, AskedBy.AREA, area);
        return CsvExport.of(
                "compliance-" + quarter.text(),
                ComplianceStatusView.HEADER,
                statuses.all(read, quarter, scope(area)),
                ComplianceStatusView::cells);
    }

    @GET
    @Path("/{kpmId}")
    @Operation(
            operationId = "getComplianceStatus",
            summary = "The status of one family in a quarter",
            description =
                    "A family of other areas, or one that does not take part, is answered as one that does not exist."
                            + WHAT)
    public ComplianceStatusView get(
            @PathParam("kpmId") UUID kpmId,
            @QueryParam("period")
                    @Parameter(
                            required = true,
                            description = QUARTER,
                            example = "2026-Q1",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            pattern = VerificationPeriod.QUARTER_TEXT))
                    String period,
            @QueryParam("purpose") @Parameter(required = true, description = PURPOSE)
                    String purpose) {
        VerificationPeriod quarter = quarter(period);
        BulkRead read = admit("getComplianceStatus", purpose, AskedBy.FAMILY, null);
        List<FamilyStatus> found = statuses.of(read, quarter, caller.areas(), List.of(kpmId));
        return found.stream()
                .findFirst()
                .map(ComplianceStatusView::of)
                .orElseThrow(() -> Refused.because("NOT_FOUND"));
    }

    @POST
    @Path("/queries")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "queryComplianceStatus",
            summary = "The status of up to 1,000 families in a quarter",
            description =
                    "Families of other areas, and those that do not take part, are left out."
                            + WHAT)
    @Succeeds(status = 200, meaning = "The families that are yours, by village")
    public ComplianceStatusListView query(@NotNull @Valid ComplianceStatusQuery query) {
        VerificationPeriod quarter = quarter(query.period());
        BulkRead read = admit("queryComplianceStatus", query.purpose(), AskedBy.IDS, null);
        return new ComplianceStatusListView(
                statuses.of(read, quarter, caller.areas(), query.kpmIds()).stream()
                        .map(ComplianceStatusView::of)
                        .toList());
    }

    private BulkRead admit(String operation, String purpose, AskedBy by, String area) {
        return reads.admit(new Asked(operation, SCOPE, purpose, by, area));
    }

    private AreaScope scope(String area) {
        return caller.areas().within(AreaScope.requested(area));
    }

    private VerificationPeriod quarter(String text) {
        if (text == null || !text.matches(VerificationPeriod.QUARTER_TEXT)) {
            throw Refused.because("INVALID_PARAMETER").with("parameter", "period");
        }
        return VerificationPeriod.parse(months.requirePeriod("period", text));
    }
}
