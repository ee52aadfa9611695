package id.pkh.disbursement.withdrawal.rest;

import id.pkh.disbursement.cycle.Cycles;
import id.pkh.disbursement.withdrawal.CallBacks;
import id.pkh.disbursement.withdrawal.rest.CallBackViews.OpenCallBackView;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refused;
import id.pkh.platform.web.Refuses;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Families to ask about a withdrawal that was reported. */
@Path("/api/v1/cycles/{code}/open-call-backs")
@Tag(name = "Withdrawals")
public class OpenCallBackResource {

    private final Cycles cycles;
    private final CallBacks callBacks;
    private final SentPaymentPages pages;

    OpenCallBackResource(Cycles cycles, CallBacks callBacks, SentPaymentPages pages) {
        this.cycles = cycles;
        this.callBacks = callBacks;
        this.pages = pages;
    }

    @GET
    @RolesAllowed(RoleSets.PROGRAMME_READERS)
    @Refuses({"AREA_CODE_INVALID"})
    @Operation(
            operationId = "listOpenCallBacks",
            summary = "Reported withdrawals of the sample, to ask the family about, by village")
    public Page<OpenCallBackView> open(
            @PathParam("code") String code,
            @QueryParam("village") @Parameter(description = "Village, or any area above it")
                    String village,
            @BeanParam PageParams page) {
        return Page.of(
                callBacks.open(
                        pages.selection(
                                cycles.byCode(code).orElseThrow(() -> Refused.because("NOT_FOUND")),
                                village),
                        page.cursor().map(cursor -> cursor.text(0)).orElse(null),
                        page.cursor().map(cursor -> cursor.uuid(1)).orElse(null),
                        page.limit()),
                page.limit(),
                open -> new Object[] {open.villageCode(), open.paymentId()},
                OpenCallBackView::of);
    }
}
