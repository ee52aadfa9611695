package id.pkh.disbursement.withdrawal.rest;

import id.pkh.disbursement.withdrawal.CallBacks;
import id.pkh.disbursement.withdrawal.RecordCallBack;
import id.pkh.disbursement.withdrawal.Reporter;
import id.pkh.disbursement.withdrawal.rest.CallBackViews.CallBackView;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.Cursor;
import id.pkh.platform.web.Idempotent;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** A person who did not report a withdrawal asks the family about it. */
@Path("/api/v1/payments/{paymentId}/call-backs")
@Tag(name = "Withdrawals")
public class CallBackResource {

    @Inject VisiblePayments payments;
    @Inject CallBacks callBacks;
    @Inject RecordCallBack recordCallBack;
    @Inject Caller caller;

    @GET
    @RolesAllowed(RoleSets.PROGRAMME_READERS)
    @Operation(
            operationId = "listCallBacks",
            summary = "What the family told about a withdrawal, the latest first")
    public Page<CallBackView> list(
            @PathParam("paymentId") UUID paymentId, @BeanParam PageParams page) {
        payments.require(paymentId);
        return Page.of(
                callBacks.of(
                        paymentId,
                        page.cursor().map((Cursor cursor) -> cursor.uuid(0)).orElse(null),
                        page.limit()),
                page.limit(),
                callBack -> new Object[] {callBack.callBackId()},
                CallBackView::of);
    }

    @POST
    @Idempotent
    @RolesAllowed({Roles.COORDINATOR, Roles.DATA_ADMINISTRATOR, Roles.MINISTRY_OFFICER})
    @Refuses({
        "CALL_BACK_AMOUNT_INVALID",
        "CALL_BACK_DAY_INVALID",
        "CALL_BACK_SAME_PERSON",
        "WITHDRAWAL_NOT_REPORTED",
        "WITHDRAWAL_REVISION_DIFFERS"
    })
    @Operation(
            operationId = "recordCallBack",
            summary = "Record what the family told about its withdrawal",
            description =
                    "Needs an Idempotency-Key. By a person who never reported about this payment;"
                            + " any reported withdrawal may be asked about.")
    @Succeeds(status = 201, meaning = "Recorded; DIFFERS becomes a finding")
    public RestResponse<CallBackView> record(
            @PathParam("paymentId") UUID paymentId, @NotNull @Valid CallBackRequest request) {
        return ResponseBuilder.create(
                        Status.CREATED,
                        CallBackView.of(
                                recordCallBack.handle(
                                        paymentId,
                                        request.answer(),
                                        new Reporter(caller.subject(), caller.areas()))))
                .build();
    }
}
