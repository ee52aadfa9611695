package id.pkh.disbursement.withdrawal.rest;

import id.pkh.disbursement.cycle.Cycles;
import id.pkh.disbursement.cycle.domain.PaymentCycle;
import id.pkh.disbursement.withdrawal.SentPayments;
import id.pkh.disbursement.withdrawal.SentPayments.Selection;
import id.pkh.disbursement.withdrawal.SentPayments.SentPayment;
import id.pkh.disbursement.withdrawal.WalkPayments;
import id.pkh.disbursement.withdrawal.WithdrawalSums;
import id.pkh.platform.security.AreaLevel;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.web.CodeForm;
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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The payments of a cycle that were sent, with what is reported, and their figures. */
@Path("/api/v1/cycles/{code}/withdrawals")
@Tag(name = "Withdrawals")
public class WithdrawalListResource {

    private final Cycles cycles;
    private final WalkPayments walkPayments;
    private final SentPayments payments;
    private final WithdrawalSums sums;
    private final SentPaymentPages pages;

    WithdrawalListResource(
            Cycles cycles,
            WalkPayments walkPayments,
            SentPayments payments,
            WithdrawalSums sums,
            SentPaymentPages pages) {
        this.cycles = cycles;
        this.walkPayments = walkPayments;
        this.payments = payments;
        this.sums = sums;
        this.pages = pages;
    }

    @GET
    @RolesAllowed(RoleSets.PROGRAMME_READERS)
    @Refuses({"AREA_CODE_INVALID", "WITHDRAWAL_OUTCOME_UNKNOWN"})
    @Operation(
            operationId = "listWithdrawals",
            summary = "Payments that were sent and what is reported of each, by village and family",
            description =
                    "Within a regency every page but the last is full. In a larger area: "
                            + SentPaymentPages.PARTIAL)
    public Page<WithdrawalView> list(
            @PathParam("code") String code,
            @QueryParam("reported")
                    @Parameter(schema = @Schema(implementation = WithdrawalView.Reported.class))
                    String reported,
            @QueryParam("reason") @CodeForm(CodeForm.UPPER) String reason,
            @QueryParam("credited") @Parameter(description = "Whether the bank credited them")
                    Boolean credited,
            @QueryParam("village") @Parameter(description = "Village, or any area above it")
                    String village,
            @BeanParam PageParams page) {
        WithdrawalView.Reported asked = reportedOf(reported);
        Selection selection = pages.selection(cycle(code), village);
        if (pages.isWithinRegency(selection)) {
            return pages.of(
                    payments.reported(
                            selection,
                            wanted(asked, reason, credited),
                            SentPaymentPages.position(page),
                            page.limit() + 1),
                    page.limit(),
                    WithdrawalView::of);
        }
        return pages.of(
                walkPayments.handle(
                        selection,
                        SentPaymentPages.position(page),
                        page.limit(),
                        payment -> selected(payment, asked, reason, credited)));
    }

    private static SentPayments.Reported wanted(
            WithdrawalView.Reported reported, String reason, Boolean credited) {
        return new SentPayments.Reported(
                reported == null ? null : reported != WithdrawalView.Reported.NOT_REPORTED,
                reported == null ? null : reported.outcome(),
                reason,
                credited);
    }

    private static Optional<WithdrawalView> selected(
            SentPayment payment,
            WithdrawalView.Reported reported,
            String reason,
            Boolean credited) {
        WithdrawalView view = WithdrawalView.of(payment);
        boolean isSelected =
                (reported == null || view.reported() == reported)
                        && (reason == null || reason.equals(view.reasonCode()))
                        && (credited == null || view.wasCredited() == credited);
        return isSelected ? Optional.of(view) : Optional.empty();
    }

    private static WithdrawalView.Reported reportedOf(String reported) {
        if (reported == null) {
            return null;
        }
        return Arrays.stream(WithdrawalView.Reported.values())
                .filter(known -> known.name().equals(reported))
                .findFirst()
                .orElseThrow(() -> Refused.because("WITHDRAWAL_OUTCOME_UNKNOWN"));
    }

    @GET
    @Path("/summary")
    @RolesAllowed(RoleSets.PROGRAMME_READERS)
    @Refuses({"AREA_CODE_INVALID"})
    @Operation(
            operationId = "listWithdrawalSums",
            summary = "Figures of withdrawals by area, as the list has them",
            description =
                    "Divided by the areas one level below the area that is asked for, or below the"
                            + " highest area of the caller.")
    public Page<WithdrawalSumView> summary(
            @PathParam("code") String code,
            @QueryParam("village") @Parameter(description = "Village, or any area above it")
                    String village,
            @BeanParam PageParams page) {
        Selection selection = pages.selection(cycle(code), village);
        int codeChars = AreaLevel.codeCharsBelow(selection.scope(), AreaScope.requested(village));
        List<String> areas =
                sums.areas(
                        selection,
                        codeChars,
                        page.cursor().map(cursor -> cursor.text(0)).orElse(null),
                        page.limit());
        List<String> shown = areas.subList(0, Math.min(areas.size(), page.limit()));
        Map<String, WithdrawalSumView> views =
                WithdrawalSumView.of(sums.sums(selection, codeChars, shown));
        return Page.of(
                areas,
                page.limit(),
                area -> new Object[] {area},
                area -> views.getOrDefault(area, WithdrawalSumView.nothingIn(area)));
    }

    private PaymentCycle cycle(String code) {
        return cycles.byCode(code).orElseThrow(() -> Refused.because("NOT_FOUND"));
    }
}
