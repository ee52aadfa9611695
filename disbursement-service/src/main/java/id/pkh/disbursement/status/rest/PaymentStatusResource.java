package id.pkh.disbursement.status.rest;

import id.pkh.disbursement.cycle.Cycles;
import id.pkh.disbursement.cycle.domain.PaymentCycle;
import id.pkh.disbursement.status.FamilyProgress;
import id.pkh.disbursement.status.PaymentProgressLines.Position;
import id.pkh.disbursement.status.ReadProgress;
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
import id.pkh.platform.web.Refused;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
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

/** Where the money of families is, in bulk, for systems that are entitled to it. */
@Path("/api/v1/payment-status")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Payment status", description = "Status of a cycle in bulk, for other systems")
@RolesAllowed(Roles.EXTERNAL_SYSTEM)
@Refuses({
    "CLIENT_PAGES_USED_UP",
    "CLIENT_SCOPE_MISSING",
    "PURPOSE_MISSING",
    FreeTextRule.HAS_CONTROL_CHARACTER,
    FreeTextRule.HAS_LONG_NUMBER
})
public class PaymentStatusResource {

    private static final String SCOPE = "payments.read";
    private static final String AREA = "Village, or any area above it; leave it out for your areas";
    private static final String PURPOSE = "What the data is for; is logged with the request";
    private static final String CYCLE = "Code of the cycle";
    private static final String EXAMPLE = "2026-T2";
    private static final String WHAT =
            " Needs the scope `payments.read`. Ids and codes, and no account; a hold has no reason here. A"
                    + " payment that makes up for another one is a line of its own.";

    private final BulkReads reads;
    private final ReadProgress progress;
    private final Cycles cycles;
    private final Caller caller;

    PaymentStatusResource(BulkReads reads, ReadProgress progress, Cycles cycles, Caller caller) {
        this.reads = reads;
        this.progress = progress;
        this.cycles = cycles;
        this.caller = caller;
    }

    @GET
    @Refuses({"AREA_CODE_INVALID", "NOT_FOUND"})
    @Operation(
            operationId = "listPaymentStatus",
            summary = "The payments of the families of an area in a cycle, by village",
            description = "One item for each family and kind of payment." + WHAT)
    public Page<PaymentProgressView> list(
            @QueryParam("area") @Parameter(description = AREA) String area,
            @QueryParam("cycle") @Parameter(required = true, description = CYCLE, example = EXAMPLE)
                    String cycle,
            @QueryParam("purpose") @Parameter(required = true, description = PURPOSE)
                    String purpose,
            @BeanParam PageParams page) {
        BulkRead read = admit("listPaymentStatus", purpose, AskedBy.AREA, area);
        return Page.of(
                progress.page(
                        read,
                        cycle(cycle),
                        scope(area),
                        page.cursor()
                                .map(
                                        cursor ->
                                                new Position(
                                                        cursor.text(0),
                                                        cursor.uuid(1),
                                                        cursor.text(2)))
                                .orElse(null),
                        page.limit()),
                page.limit(),
                family -> new Object[] {family.villageCode(), family.kpmId(), family.kind()},
                PaymentProgressView::of);
    }

    @GET
    @Path("/csv")
    @Produces(CsvExport.TYPE)
    @Refuses({"AREA_CODE_INVALID", "NOT_FOUND"})
    @Operation(
            operationId = "exportPaymentStatus",
            summary = "The same as CSV, however many families",
            description =
                    "Each line as it is when its part of the file is read. A file counts as many pages as it has"
                            + " started 500 families, and is completed once it has begun."
                            + WHAT)
    @APIResponse(
            responseCode = "200",
            description = "Every line of the area",
            content =
                    @Content(
                            mediaType = CsvExport.TYPE,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response csv(
            @QueryParam("area") @Parameter(description = AREA) String area,
            @QueryParam("cycle") @Parameter(required = true, description = CYCLE, example = EXAMPLE)
                    String cycle,
            @QueryParam("purpose") @Parameter(required = true, description = PURPOSE)
                    String purpose) {
        BulkRead read = admit("exportPaymentStatus", purpose, AskedBy.AREA, area);
        PaymentCycle asked = cycle(cycle);
        return CsvExport.of(
                "payments-" + asked.cycleCode(),
                PaymentProgressView.HEADER,
                progress.all(read, asked, scope(area)),
                PaymentProgressView::cells);
    }

    @GET
    @Path("/{kpmId}")
    @Operation(
            operationId = "getPaymentStatus",
            summary = "The payments of one family in a cycle",
            description =
                    "NOT_KNOWN if the cycle has no line of the family. A family of other areas is answered as one"
                            + " that does not exist."
                            + WHAT)
    public PaymentProgressListView get(
            @PathParam("kpmId") UUID kpmId,
            @QueryParam("cycle") @Parameter(required = true, description = CYCLE, example = EXAMPLE)
                    String cycle,
            @QueryParam("purpose") @Parameter(required = true, description = PURPOSE)
                    String purpose) {
        BulkRead read = admit("getPaymentStatus", purpose, AskedBy.FAMILY, null);
        List<FamilyProgress> found =
                progress.of(read, cycle(cycle), caller.areas(), List.of(kpmId));
        if (found.isEmpty()) {
            throw Refused.because("NOT_FOUND");
        }
        return PaymentProgressListView.of(found);
    }

    @POST
    @Path("/queries")
    @Consumes(MediaType.APPLICATION_JSON)
    @Refuses("NOT_FOUND")
    @Operation(
            operationId = "queryPaymentStatus",
            summary = "The payments of up to 1,000 families in a cycle",
            description =
                    "Families of other areas are left out; NOT_KNOWN if the cycle has no line of a family."
                            + WHAT)
    @Succeeds(status = 200, meaning = "The lines of the families that are yours")
    public PaymentProgressListView query(@NotNull @Valid PaymentStatusQuery query) {
        BulkRead read = admit("queryPaymentStatus", query.purpose(), AskedBy.IDS, null);
        return PaymentProgressListView.of(
                progress.of(read, cycle(query.cycleCode()), caller.areas(), query.kpmIds()));
    }

    private BulkRead admit(String operation, String purpose, AskedBy by, String area) {
        return reads.admit(new Asked(operation, SCOPE, purpose, by, area));
    }

    private AreaScope scope(String area) {
        return caller.areas().within(AreaScope.requested(area));
    }

    private PaymentCycle cycle(String code) {
        if (code == null) {
            throw Refused.because("INVALID_PARAMETER").with("parameter", "cycle");
        }
        return cycles.byCode(code).orElseThrow(() -> Refused.because("NOT_FOUND"));
    }
}
