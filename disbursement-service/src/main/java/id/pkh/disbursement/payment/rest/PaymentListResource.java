package id.pkh.disbursement.payment.rest;

import id.pkh.disbursement.area.RequestedArea;
import id.pkh.disbursement.bank.rest.BankCode;
import id.pkh.disbursement.cycle.Cycles;
import id.pkh.disbursement.instruction.domain.StatusAtBank;
import id.pkh.disbursement.payment.PaymentLists;
import id.pkh.disbursement.payment.PaymentLists.Filter;
import id.pkh.disbursement.payment.PaymentLists.ListPosition;
import id.pkh.disbursement.payment.domain.PaymentStatus;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/cycles/{code}/payments")
@Tag(name = "Payments")
public class PaymentListResource {

    private final Cycles cycles;
    private final PaymentLists lists;
    private final Caller caller;

    PaymentListResource(Cycles cycles, PaymentLists lists, Caller caller) {
        this.cycles = cycles;
        this.lists = lists;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(RoleSets.PROGRAMME_READERS)
    @Refuses({"AREA_CODE_INVALID", "STATUS_UNKNOWN"})
    @Operation(
            operationId = "listPayments",
            summary = "Payments of a cycle in the caller's areas, by village and family",
            description =
                    "Compensating payments are listed beside the payment that they compensate. With"
                            + " status NOT_ELIGIBLE: the families that are not eligible, with"
                            + " the reason.")
    public Page<PaymentView> list(
            @PathParam("code") String code,
            @QueryParam("status") @Parameter(schema = @Schema(implementation = PaymentStatus.class))
                    String status,
            @QueryParam("bank")
                    @CodeForm(BankCode.FORM)
                    @Parameter(description = "The bank of the latest attempt to pay")
                    String bank,
            @QueryParam("bank_status")
                    @Parameter(schema = @Schema(implementation = StatusAtBank.class))
                    String bankStatus,
            @QueryParam("bank_reason")
                    @CodeForm(CodeForm.UPPER)
                    @Parameter(description = "Reason code of the bank's refusal")
                    String bankReason,
            @QueryParam("village") @Parameter(description = "Village, or any area above it")
                    String village,
            @QueryParam("warned") Boolean warned,
            @QueryParam("kpm") UUID kpm,
            @BeanParam PageParams page) {
        UUID cycleId =
                cycles.byCode(code).orElseThrow(() -> Refused.because("NOT_FOUND")).cycleId();
        if (status != null
                && Arrays.stream(PaymentStatus.values()).noneMatch(s -> s.name().equals(status))) {
            throw Refused.because("STATUS_UNKNOWN").with("status", status);
        }
        Filter filter =
                new Filter(
                        cycleId,
                        status,
                        bank,
                        statusAtBank(bankStatus),
                        bankReason,
                        RequestedArea.of(village),
                        warned,
                        kpm,
                        caller.areas(),
                        page.cursor().map(PaymentListResource::place).orElse(null),
                        page.limit());
        return Page.of(
                lists.lines(filter),
                page.limit(),
                line -> new Object[] {line.villageCode(), line.kpmId(), line.kind()},
                PaymentView::of);
    }

    private static StatusAtBank statusAtBank(String status) {
        if (status == null) {
            return null;
        }
        return Arrays.stream(StatusAtBank.values())
                .filter(known -> known.name().equals(status))
                .findFirst()
                .orElseThrow(() -> Refused.because("STATUS_UNKNOWN").with("bank_status", status));
    }

    private static ListPosition place(Cursor cursor) {
        return new ListPosition(cursor.text(0), cursor.uuid(1), cursor.text(2));
    }
}
