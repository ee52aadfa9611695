package id.pkh.disbursement.batch.rest;

import id.pkh.disbursement.bank.rest.BankCode;
import id.pkh.disbursement.batch.Batches;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.CodeForm;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refused;
import id.pkh.platform.web.Refuses;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/payment-batches")
@Tag(
        name = "Banks",
        description = "Files to banks, what the banks report, and what people have to settle")
public class BatchListResource {

    @Inject Batches batches;
    @Inject Caller caller;

    @GET
    @RolesAllowed({RoleSets.MONEY_READERS, Roles.BANK})
    @Refuses({"AREAS_DO_NOT_COVER_PAYMENTS"})
    @Operation(
            operationId = "listPaymentBatches",
            summary =
                    "Batches with a file to fetch, the oldest first; a bank sees only its own"
                            + " batches")
    public Page<BatchView> list(
            @QueryParam("bank") @CodeForm(BankCode.FORM) String bank, @BeanParam PageParams page) {
        return Page.of(
                batches.withFile(
                        visible(bank),
                        page.cursor().map(cursor -> cursor.uuid(0)).orElse(null),
                        page.limit() + 1),
                page.limit(),
                batch -> new Object[] {batch.batchId()},
                BatchView::of);
    }

    private String visible(String asked) {
        if (!caller.hasRole(Roles.BANK)) {
            if (!caller.areas().isEverywhere()) {
                throw Refused.because("AREAS_DO_NOT_COVER_PAYMENTS");
            }
            return asked;
        }
        String own = caller.bank().orElseThrow(() -> Refused.because("FORBIDDEN"));
        if (asked != null && !asked.equals(own)) {
            throw Refused.because("FORBIDDEN");
        }
        return own;
    }
}
