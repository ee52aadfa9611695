package id.pkh.disbursement.situation.rest;

import id.pkh.disbursement.payment.PaymentLists;
import id.pkh.disbursement.payment.PaymentLists.FamilyPosition;
import id.pkh.disbursement.payment.PaymentLists.PaymentLine;
import id.pkh.disbursement.situation.ExplainPayments;
import id.pkh.disbursement.situation.ExplainPayments.Explained;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.Language;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/families/{kpmId}/payments")
@Tag(name = "Payments")
public class FamilyPaymentResource {

    private final PaymentLists lists;
    private final ExplainPayments explainPayments;
    private final Caller caller;

    FamilyPaymentResource(PaymentLists lists, ExplainPayments explainPayments, Caller caller) {
        this.lists = lists;
        this.explainPayments = explainPayments;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({RoleSets.PROGRAMME_READERS, Roles.EXTERNAL_SYSTEM})
    @Operation(
            operationId = "listPaymentsOfFamily",
            summary = "Where the money of a family is, the latest cycle first",
            description =
                    "The payments of the family in the caller's areas, and the cycles in which it is"
                            + " not eligible, each with its situation and the next step. Another"
                            + " system sees neither decisions and reasons nor the account. Texts are in the"
                            + " language of Accept-Language.")
    public Page<PaymentSituationView> list(
            @PathParam("kpmId") UUID kpmId,
            @BeanParam PageParams page,
            @Context HttpHeaders headers) {
        List<PaymentLine> lines =
                lists.ofFamily(
                        kpmId,
                        caller.areas(),
                        page.cursor()
                                .map(cursor -> new FamilyPosition(cursor.text(0), cursor.text(1)))
                                .orElse(null),
                        page.limit());
        boolean forSystem = !caller.hasRole(RoleSets.PROGRAMME_READERS);
        Language language = Language.of(headers);
        return Page.of(
                explainPayments.handle(lines),
                page.limit(),
                FamilyPaymentResource::position,
                explained -> PaymentSituationView.of(explained, language, forSystem));
    }

    private static Object[] position(Explained explained) {
        return new Object[] {explained.line().cycleCode(), explained.line().kind()};
    }
}
