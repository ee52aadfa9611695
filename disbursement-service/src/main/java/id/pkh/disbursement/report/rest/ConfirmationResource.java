package id.pkh.disbursement.report.rest;

import id.pkh.disbursement.bank.rest.NationalCaller;
import id.pkh.disbursement.reason.Reason;
import id.pkh.disbursement.report.ConfirmReport;
import id.pkh.disbursement.report.Reports.Report;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.web.ContinuedWork;
import id.pkh.platform.web.Idempotent;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The second person for a report that the ministry brought in on a bank's behalf. */
@Path("/api/v1/bank-reports/{reportId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Banks")
@RolesAllowed(RoleSets.MINISTRY)
public class ConfirmationResource {

    private final ConfirmReport confirmReport;
    private final NationalCaller caller;

    ConfirmationResource(ConfirmReport confirmReport, NationalCaller caller) {
        this.confirmReport = confirmReport;
        this.caller = caller;
    }

    @Schema(name = "ReportConfirmationRequest", description = "The report that is confirmed.")
    record ConfirmationRequest(
            @NotNull @Schema(description = "sha256 of the bytes that the person has read")
                    String sha256) {}

    @Schema(description = "The report that is never applied, and the reason.")
    record ReportRejectionRequest(
            @NotNull @Schema(description = "sha256 of the report") String sha256,
            @Schema(required = true, maxLength = Reason.MAX_CHARS) String reason) {}

    @POST
    @Path("/confirmation")
    @Idempotent
    @Refuses({
        "AREAS_NOT_NATIONAL",
        "REPORT_HASH_DIFFERS",
        "REPORT_NOT_WAITING",
        "REPORT_SAME_PERSON"
    })
    @Operation(
            operationId = "confirmBankReport",
            summary = "Confirm a report that waits for other persons than the one who sent it",
            description =
                    "Needs an Idempotency-Key, and a person with all areas who has no part in the"
                            + " batch. The report is applied afterwards: see the location. One of"
                            + " the bank itself that states without a signature what became of all"
                            + " payments of a file needs two such persons.")
    @Succeeds(
            status = 202,
            meaning = "Confirmed; its lines are applied now, or wait for another person")
    public RestResponse<ReportView> confirm(
            @PathParam("reportId") UUID reportId, @NotNull @Valid ConfirmationRequest request) {
        String person = caller.subject();
        Report report = confirmReport.confirm(reportId, request.sha256(), person);
        return ContinuedWork.answer(
                202, ReportView.of(report, false), "/api/v1/bank-reports/" + reportId);
    }

    @POST
    @Path("/rejection")
    @Idempotent
    @Refuses({
        "AREAS_NOT_NATIONAL",
        "REASON_REQUIRED",
        "REPORT_HASH_DIFFERS",
        "REPORT_NOT_WAITING",
        "REPORT_SAME_PERSON",
        "TEXT_HAS_CONTROL_CHARACTER",
        "TEXT_HAS_LONG_NUMBER"
    })
    @Operation(
            operationId = "rejectBankReport",
            summary = "Reject a report that waits; the person who brought it in withdraws it",
            description =
                    "Needs an Idempotency-Key, and a person with all areas who has no part in the"
                            + " batch. The report is never applied; the same bytes may be brought "
                            + "in again.")
    @Succeeds(status = 200, meaning = "Rejected")
    public ReportView reject(
            @PathParam("reportId") UUID reportId, @NotNull @Valid ReportRejectionRequest request) {
        String person = caller.subject();
        return ReportView.of(
                confirmReport.reject(
                        reportId, request.sha256(), new Reason(request.reason()), person),
                false);
    }
}
