package id.pkh.disbursement.report.rest;

import id.pkh.disbursement.bank.rest.NationalCaller;
import id.pkh.disbursement.report.ConfirmReport;
import id.pkh.disbursement.report.Reports.Report;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.web.Idempotent;
import id.pkh.platform.web.Refused;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The second person for a report that the ministry brought in on a bank's behalf. */
@Path("/api/v1/bank-reports/{reportId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Banks")
@RolesAllowed(RoleSets.MINISTRY)
public class ConfirmationResource {

    private static final int MAX_REASON_CHARS = 500;

    private final ConfirmReport confirmReport;
    private final NationalCaller caller;

    ConfirmationResource(ConfirmReport confirmReport, NationalCaller caller) {
        this.confirmReport = confirmReport;
        this.caller = caller;
    }

    @Schema(description = "The report that is confirmed.")
    record ConfirmationRequest(
            @Schema(required = true, description = "sha256 of the bytes that the person has read")
                    String sha256) {}

    @Schema(description = "The report that is never applied, and the reason.")
    record ReportRejectionRequest(
            @Schema(required = true, description = "sha256 of the report") String sha256,
            @Schema(required = true, description = "Up to 500 characters") String reason) {}

    @POST
    @Path("/confirmation")
    @Idempotent
    @Operation(
            summary = "Confirm a report that another person brought in on a bank's behalf",
            description =
                    "Needs an Idempotency-Key, and a person with all areas who has no part in the"
                            + " batch. The report is applied afterwards: see the location.")
    @APIResponse(responseCode = "202", description = "Confirmed; its lines are applied now")
    @APIResponse(responseCode = "403", description = "AREAS_NOT_NATIONAL")
    @APIResponse(responseCode = "404", description = "There is no such report")
    @APIResponse(
            responseCode = "409",
            description = "REPORT_NOT_WAITING, REPORT_HASH_DIFFERS, REPORT_SAME_PERSON")
    public Response confirm(@PathParam("reportId") UUID reportId, ConfirmationRequest request) {
        String person = caller.subject();
        if (request == null || request.sha256() == null) {
            throw Refused.because("INVALID_REQUEST");
        }
        Report report = confirmReport.confirm(reportId, request.sha256(), person);
        return Response.accepted(ReportView.of(report, false))
                .location(URI.create("/api/v1/bank-reports/" + reportId))
                .build();
    }

    @POST
    @Path("/rejection")
    @Idempotent
    @Operation(
            summary = "Reject a report that waits; the person who brought it in withdraws it",
            description =
                    "Needs an Idempotency-Key, and a person with all areas who has no part in the"
                            + " batch. The report is never applied; the same bytes may be brought "
                            + "in again.")
    @APIResponse(responseCode = "200", description = "Rejected")
    @APIResponse(responseCode = "403", description = "AREAS_NOT_NATIONAL")
    @APIResponse(responseCode = "404", description = "There is no such report")
    @APIResponse(
            responseCode = "409",
            description = "REPORT_NOT_WAITING, REPORT_HASH_DIFFERS, REPORT_SAME_PERSON")
    @APIResponse(responseCode = "422", description = "REASON_REQUIRED")
    public ReportView reject(@PathParam("reportId") UUID reportId, ReportRejectionRequest request) {
        String person = caller.subject();
        if (request == null || request.sha256() == null) {
            throw Refused.because("INVALID_REQUEST");
        }
        String reason = request.reason();
        if (reason == null || reason.isBlank() || reason.length() > MAX_REASON_CHARS) {
            throw Refused.because("REASON_REQUIRED").with("max_chars", MAX_REASON_CHARS);
        }
        return ReportView.of(
                confirmReport.reject(reportId, request.sha256(), reason.strip(), person), false);
    }
}
