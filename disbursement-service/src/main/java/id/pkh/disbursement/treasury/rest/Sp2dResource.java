package id.pkh.disbursement.treasury.rest;

import id.pkh.disbursement.bank.rest.NationalCaller;
import id.pkh.disbursement.reason.Reason;
import id.pkh.disbursement.treasury.DecideSp2d;
import id.pkh.disbursement.treasury.RecordSp2d;
import id.pkh.disbursement.treasury.rest.Sp2dRequests.ApprovalRequest;
import id.pkh.disbursement.treasury.rest.Sp2dRequests.CorrectionRequest;
import id.pkh.disbursement.treasury.rest.Sp2dRequests.RefusalRequest;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.Idempotent;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/sp2d/{sp2dId}")
@Tag(name = "Banks")
public class Sp2dResource {

    private final RecordSp2d recordSp2d;
    private final DecideSp2d decideSp2d;
    private final NationalCaller caller;

    Sp2dResource(RecordSp2d recordSp2d, DecideSp2d decideSp2d, NationalCaller caller) {
        this.recordSp2d = recordSp2d;
        this.decideSp2d = decideSp2d;
        this.caller = caller;
    }

    @POST
    @Path("/approval")
    @Idempotent
    @RolesAllowed(Roles.MINISTRY_APPROVER)
    @Refuses({
        "AREAS_NOT_NATIONAL",
        "SP2D_BELOW_SENT",
        "SP2D_DIFFERS",
        "SP2D_NOT_IN_FORCE",
        "SP2D_NOT_WAITING",
        "SP2D_SAME_PERSON"
    })
    @Operation(
            operationId = "approveSp2d",
            summary = "Approve the record of a document by its number and amount",
            description =
                    "Needs an Idempotency-Key, and another person than the one who recorded it. An"
                            + " approved correction supersedes the document that it corrects.")
    @Succeeds(status = 200, meaning = "Its money counts")
    public Sp2dView approve(
            @PathParam("sp2dId") UUID sp2dId, @NotNull @Valid ApprovalRequest request) {
        String approver = caller.subject();
        return Sp2dView.of(
                decideSp2d.approve(sp2dId, request.sp2dNumber(), request.amountIdr(), approver));
    }

    @POST
    @Path("/refusal")
    @Idempotent
    @RolesAllowed(RoleSets.MINISTRY)
    @Refuses({
        "AREAS_NOT_NATIONAL",
        "REASON_REQUIRED",
        "SP2D_NOT_WAITING",
        "TEXT_HAS_CONTROL_CHARACTER",
        "TEXT_HAS_LONG_NUMBER"
    })
    @Operation(
            operationId = "refuseSp2d",
            summary = "Refuse or take back the record of a document that was not approved",
            description = "Needs an Idempotency-Key and a reason.")
    @Succeeds(status = 200, meaning = "Refused; the document can be recorded again")
    public Sp2dView refuse(
            @PathParam("sp2dId") UUID sp2dId, @NotNull @Valid RefusalRequest request) {
        String person = caller.subject();
        return Sp2dView.of(decideSp2d.refuse(sp2dId, new Reason(request.reason()), person));
    }

    @POST
    @Path("/corrections")
    @Idempotent
    @RolesAllowed(Roles.MINISTRY_OFFICER)
    @Refuses({
        "AREAS_NOT_NATIONAL",
        "REASON_REQUIRED",
        "SP2D_ALREADY_RECORDED",
        "SP2D_CORRECTION_WAITS",
        "SP2D_DAY_INVALID",
        "SP2D_NOT_IN_FORCE",
        "TEXT_HAS_CONTROL_CHARACTER",
        "TEXT_HAS_LONG_NUMBER"
    })
    @Operation(
            operationId = "correctSp2d",
            summary = "Correct an approved document by a new record",
            description =
                    "Needs an Idempotency-Key and a reason. The former record counts until the new"
                            + " one is approved, and stays afterwards. The bank stays the same.")
    @Succeeds(status = 201, meaning = "Recorded; an approver approves it")
    public RestResponse<Sp2dView> correct(
            @PathParam("sp2dId") UUID sp2dId, @NotNull @Valid CorrectionRequest request) {
        String officer = caller.subject();
        return RestResponse.status(
                RestResponse.Status.CREATED,
                Sp2dView.of(
                        recordSp2d.correct(
                                sp2dId,
                                request::statementOf,
                                new Reason(request.reason()),
                                officer)));
    }
}
