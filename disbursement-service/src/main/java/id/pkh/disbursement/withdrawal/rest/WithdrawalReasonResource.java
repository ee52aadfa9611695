package id.pkh.disbursement.withdrawal.rest;

import id.pkh.disbursement.withdrawal.WithdrawalReasons;
import id.pkh.disbursement.withdrawal.WithdrawalReasons.WithdrawalReason;
import id.pkh.platform.security.RoleSets;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/withdrawal-reasons")
@Tag(name = "Withdrawals")
public class WithdrawalReasonResource {

    private final WithdrawalReasons reasons;

    WithdrawalReasonResource(WithdrawalReasons reasons) {
        this.reasons = reasons;
    }

    @Schema(name = "WithdrawalReasons")
    record ReasonsView(List<ReasonView> items) {}

    @Schema(name = "WithdrawalReason")
    record ReasonView(
            String code,
            @Schema(description = "Reports of this day or later may state it") LocalDate validFrom,
            @Schema(description = "Where the reason was seen") String source) {

        static ReasonView of(WithdrawalReason reason) {
            return new ReasonView(reason.code(), reason.validFrom(), reason.source());
        }
    }

    @GET
    @RolesAllowed(RoleSets.PROGRAMME_READERS)
    @Operation(
            operationId = "listWithdrawalReasons",
            summary = "Why a family may not have withdrawn its money")
    public ReasonsView list() {
        return new ReasonsView(reasons.all().stream().map(ReasonView::of).toList());
    }
}
