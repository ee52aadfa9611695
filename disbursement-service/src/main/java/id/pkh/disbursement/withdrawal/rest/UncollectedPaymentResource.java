package id.pkh.disbursement.withdrawal.rest;

import id.pkh.disbursement.bank.rest.BankCaller;
import id.pkh.disbursement.bank.rest.BankCode;
import id.pkh.disbursement.cycle.Cycles;
import id.pkh.disbursement.cycle.domain.PaymentCycle;
import id.pkh.disbursement.withdrawal.SentPayments.SentPayment;
import id.pkh.disbursement.withdrawal.WalkPayments;
import id.pkh.disbursement.withdrawal.WithdrawalPolicies;
import id.pkh.disbursement.withdrawal.domain.UncollectedRule;
import id.pkh.disbursement.withdrawal.domain.WithdrawalTerms;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.BusinessDates;
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
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/cycles/{code}/uncollected-payments")
@Tag(name = "Withdrawals")
public class UncollectedPaymentResource {

    private final Cycles cycles;
    private final WalkPayments walkPayments;
    private final WithdrawalPolicies policies;
    private final SentPaymentPages pages;
    private final BankCaller bankCaller;
    private final Clock clock;

    UncollectedPaymentResource(
            Cycles cycles,
            WalkPayments walkPayments,
            WithdrawalPolicies policies,
            SentPaymentPages pages,
            BankCaller bankCaller,
            Clock clock) {
        this.cycles = cycles;
        this.walkPayments = walkPayments;
        this.policies = policies;
        this.pages = pages;
        this.bankCaller = bankCaller;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({RoleSets.PROGRAMME_READERS, Roles.BANK})
    @Refuses({"AREA_CODE_INVALID"})
    @Operation(
            operationId = "listUncollectedPayments",
            summary = "Payments that were credited and not withdrawn after the policy's days",
            description =
                    "By village and family, in the caller's areas; a bank sees its own payments,"
                            + " wherever the families live. "
                            + SentPaymentPages.PARTIAL)
    public Page<UncollectedPaymentView> list(
            @PathParam("code") String code,
            @QueryParam("bank") @CodeForm(BankCode.FORM) String bank,
            @QueryParam("village") @Parameter(description = "Village, or any area above it")
                    String village,
            @QueryParam("reason")
                    @CodeForm(CodeForm.UPPER)
                    @Parameter(description = "Reason of the field, or NOT_REPORTED")
                    String reason,
            @BeanParam PageParams page) {
        PaymentCycle cycle = cycles.byCode(code).orElseThrow(() -> Refused.because("NOT_FOUND"));
        String listed = bankCaller.listed(bank);
        WithdrawalTerms terms = policies.inForceOn(cycle.range().from());
        LocalDate today = BusinessDates.today(clock);
        return pages.of(
                walkPayments.handle(
                        pages.selectionOfBanks(cycle, village),
                        SentPaymentPages.position(page),
                        page.limit(),
                        payment ->
                                uncollected(payment, terms, today)
                                        .filter(view -> is(listed, view.bank()))
                                        .filter(view -> is(reason, view.reason()))));
    }

    private Optional<UncollectedPaymentView> uncollected(
            SentPayment payment, WithdrawalTerms terms, LocalDate today) {
        return UncollectedRule.isUncollected(payment.facts(), terms, today)
                ? Optional.of(UncollectedPaymentView.of(payment, terms, bankCaller.isBank()))
                : Optional.empty();
    }

    private static boolean is(String asked, String actual) {
        return asked == null || asked.equals(actual);
    }
}
