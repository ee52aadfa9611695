package id.pkh.disbursement.instruction.rest;

import id.pkh.disbursement.area.RequestedArea;
import id.pkh.disbursement.bank.rest.BankCaller;
import id.pkh.disbursement.bank.rest.BankCode;
import id.pkh.disbursement.cycle.Cycles;
import id.pkh.disbursement.instruction.UnsettledPayments;
import id.pkh.disbursement.instruction.UnsettledPayments.Filter;
import id.pkh.disbursement.instruction.UnsettledPayments.ListPosition;
import id.pkh.disbursement.instruction.domain.InstructionStatus;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.CodeForm;
import id.pkh.platform.web.Cursor;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/cycles/{code}/unsettled-payments")
@Tag(name = "Banks")
public class UnsettledPaymentResource {

    private final Cycles cycles;
    private final UnsettledPayments payments;
    private final Caller caller;
    private final BankCaller bankCaller;

    UnsettledPaymentResource(
            Cycles cycles, UnsettledPayments payments, Caller caller, BankCaller bankCaller) {
        this.cycles = cycles;
        this.payments = payments;
        this.caller = caller;
        this.bankCaller = bankCaller;
    }

    @GET
    @RolesAllowed({RoleSets.PROGRAMME_READERS, Roles.BANK})
    @Refuses({"AREA_CODE_INVALID", "STATUS_UNKNOWN"})
    @Operation(
            operationId = "listUnsettledPayments",
            summary = "Payments that a bank refused, returned or did not respond to, by village",
            description =
                    "Lists payments in the caller's areas; a bank sees its own payments, "
                            + "wherever the families live. A payment that was tried again is not "
                            + "listed.")
    public Page<UnsettledPaymentView> list(
            @PathParam("code") String code,
            @QueryParam("status")
                    @Parameter(schema = @Schema(enumeration = {"REJECTED", "RETURNED", "UNKNOWN"}))
                    String status,
            @QueryParam("bank") @CodeForm(BankCode.FORM) String bank,
            @QueryParam("village") @Parameter(description = "Village, or any area above it")
                    String village,
            @QueryParam("reason")
                    @CodeForm(CodeForm.UPPER)
                    @Parameter(description = "Reason code of a refusal")
                    String reason,
            @BeanParam PageParams page) {
        Filter filter =
                new Filter(
                        cycles.byCode(code)
                                .orElseThrow(() -> Refused.because("NOT_FOUND"))
                                .cycleId(),
                        statusOf(status),
                        bankCaller.listed(bank),
                        reason,
                        RequestedArea.of(village),
                        bankCaller.isBank() ? AreaScope.everywhere() : caller.areas(),
                        page.cursor().map(UnsettledPaymentResource::position).orElse(null),
                        page.limit());
        return Page.of(
                payments.page(filter),
                page.limit(),
                payment -> new Object[] {payment.villageCode(), payment.paymentId()},
                payment -> UnsettledPaymentView.of(payment, bankCaller.isBank()));
    }

    private static InstructionStatus statusOf(String status) {
        if (status == null) {
            return null;
        }
        return Arrays.stream(InstructionStatus.values())
                .filter(known -> known.isUnsettled() && known.name().equals(status))
                .findFirst()
                .orElseThrow(() -> Refused.because("STATUS_UNKNOWN").with("status", status));
    }

    private static ListPosition position(Cursor cursor) {
        return new ListPosition(cursor.text(0), cursor.uuid(1));
    }
}
