package id.pkh.disbursement.treasury.rest;

import id.pkh.disbursement.bank.rest.BankCode;
import id.pkh.disbursement.bank.rest.NationalCaller;
import id.pkh.disbursement.cycle.Cycles;
import id.pkh.disbursement.treasury.RecordSp2d;
import id.pkh.disbursement.treasury.Sp2ds;
import id.pkh.disbursement.treasury.rest.Sp2dRequests.RecordRequest;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.CodeForm;
import id.pkh.platform.web.Idempotent;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refused;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/cycles/{code}/sp2d")
@Tag(name = "Banks")
public class CycleSp2dResource {

    private final RecordSp2d recordSp2d;
    private final Sp2ds sp2ds;
    private final Cycles cycles;
    private final Caller caller;
    private final NationalCaller nationalCaller;

    CycleSp2dResource(
            RecordSp2d recordSp2d,
            Sp2ds sp2ds,
            Cycles cycles,
            Caller caller,
            NationalCaller nationalCaller) {
        this.recordSp2d = recordSp2d;
        this.sp2ds = sp2ds;
        this.cycles = cycles;
        this.caller = caller;
        this.nationalCaller = nationalCaller;
    }

    @GET
    @RolesAllowed(RoleSets.MONEY_READERS)
    @Refuses({"AREAS_DO_NOT_COVER_PAYMENTS"})
    @Operation(
            operationId = "listSp2d",
            summary = "Documents of the treasury for a cycle, in the order of their records",
            description = "Also those that were refused, and those that a correction supersedes.")
    public Page<Sp2dView> list(
            @PathParam("code") String code,
            @QueryParam("bank") @CodeForm(BankCode.FORM) String bank,
            @BeanParam PageParams page) {
        UUID cycleId =
                cycles.byCode(code).orElseThrow(() -> Refused.because("NOT_FOUND")).cycleId();
        if (!caller.areas().isEverywhere()) {
            throw Refused.because("AREAS_DO_NOT_COVER_PAYMENTS");
        }
        return Page.of(
                sp2ds.ofCycle(
                        cycleId,
                        bank,
                        page.cursor().map(cursor -> cursor.uuid(0)).orElse(null),
                        page.limit()),
                page.limit(),
                sp2d -> new Object[] {sp2d.sp2dId()},
                Sp2dView::of);
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.MINISTRY_OFFICER)
    @Refuses({
        "AREAS_NOT_NATIONAL",
        "BANK_CODE_UNKNOWN",
        "CYCLE_NOT_SEALED",
        "SP2D_ALREADY_RECORDED",
        "SP2D_DAY_INVALID"
    })
    @Operation(
            operationId = "recordSp2d",
            summary = "Record a document of the treasury for a sealed cycle and a bank",
            description =
                    "Needs an Idempotency-Key. Its money counts when another person has approved"
                            + " it. Files are sent to a bank up to the sum of the documents.")
    @Succeeds(status = 201, meaning = "Recorded; an approver approves it")
    public RestResponse<Sp2dView> record(
            @PathParam("code") String code, @NotNull @Valid RecordRequest request) {
        String officer = nationalCaller.subject();
        return RestResponse.status(
                RestResponse.Status.CREATED,
                Sp2dView.of(recordSp2d.handle(code, request.statement(), officer)));
    }
}
