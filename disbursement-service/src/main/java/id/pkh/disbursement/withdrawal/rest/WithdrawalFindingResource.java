package id.pkh.disbursement.withdrawal.rest;

import id.pkh.disbursement.cycle.Cycles;
import id.pkh.disbursement.cycle.domain.PaymentCycle;
import id.pkh.disbursement.withdrawal.WalkPayments;
import id.pkh.disbursement.withdrawal.WithdrawalPolicies;
import id.pkh.disbursement.withdrawal.domain.FindingKind;
import id.pkh.disbursement.withdrawal.domain.FindingRule;
import id.pkh.disbursement.withdrawal.domain.Findings;
import id.pkh.disbursement.withdrawal.domain.WithdrawalTerms;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.web.BusinessDates;
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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/cycles/{code}/withdrawal-findings")
@Tag(name = "Withdrawals")
public class WithdrawalFindingResource {

    private final Cycles cycles;
    private final WalkPayments walkPayments;
    private final WithdrawalPolicies policies;
    private final SentPaymentPages pages;
    private final Clock clock;

    WithdrawalFindingResource(
            Cycles cycles,
            WalkPayments walkPayments,
            WithdrawalPolicies policies,
            SentPaymentPages pages,
            Clock clock) {
        this.cycles = cycles;
        this.walkPayments = walkPayments;
        this.policies = policies;
        this.pages = pages;
        this.clock = clock;
    }

    @GET
    @RolesAllowed(RoleSets.PROGRAMME_READERS)
    @Refuses({"AREA_CODE_INVALID", "FINDING_KIND_UNKNOWN"})
    @Operation(
            operationId = "listWithdrawalFindings",
            summary = "Payments that people should look at, by village and family",
            description =
                    "Where the bank, the field and the family differ, or nothing is known. Nothing"
                            + " follows from a finding by itself. "
                            + SentPaymentPages.PARTIAL)
    public Page<WithdrawalFindingView> list(
            @PathParam("code") String code,
            @QueryParam("kind") @Parameter(schema = @Schema(implementation = FindingKind.class))
                    String kind,
            @QueryParam("examined")
                    @Parameter(description = "true: only those that are to be examined by now")
                    Boolean examined,
            @QueryParam("village") @Parameter(description = "Village, or any area above it")
                    String village,
            @BeanParam PageParams page) {
        PaymentCycle cycle = cycles.byCode(code).orElseThrow(() -> Refused.because("NOT_FOUND"));
        FindingKind asked = kindOf(kind);
        WithdrawalTerms terms = policies.inForceOn(cycle.range().from());
        LocalDate today = BusinessDates.today(clock);
        return pages.of(
                walkPayments.handle(
                        pages.selection(cycle, village),
                        SentPaymentPages.position(page),
                        page.limit(),
                        payment -> {
                            Findings findings = FindingRule.of(payment.facts(), terms, today);
                            return isAsked(findings, asked, examined, today)
                                    ? Optional.of(
                                            WithdrawalFindingView.of(payment, findings, today))
                                    : Optional.empty();
                        }));
    }

    private static boolean isAsked(
            Findings findings, FindingKind kind, Boolean examined, LocalDate today) {
        return !findings.isEmpty()
                && (kind == null || findings.kinds().contains(kind))
                && (examined == null || findings.isExamined(today) == examined);
    }

    private static FindingKind kindOf(String kind) {
        try {
            return kind == null ? null : FindingKind.valueOf(kind);
        } catch (IllegalArgumentException unknown) {
            throw Refused.because("FINDING_KIND_UNKNOWN", unknown);
        }
    }
}
