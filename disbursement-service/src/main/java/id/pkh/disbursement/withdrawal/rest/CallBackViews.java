package id.pkh.disbursement.withdrawal.rest;

import id.pkh.disbursement.withdrawal.CallBacks.CallBack;
import id.pkh.disbursement.withdrawal.CallBacks.OpenCallBack;
import id.pkh.disbursement.withdrawal.domain.CallBackOutcome;
import id.pkh.disbursement.withdrawal.domain.WithdrawalChannel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Call-backs as people read them. */
final class CallBackViews {

    private CallBackViews() {}

    @Schema(name = "CallBack", description = "What a family told about its withdrawal.")
    record CallBackView(
            UUID callBackId,
            @Schema(description = "The revision that the family was asked about") UUID reportId,
            CallBackOutcome outcome,
            @Schema(nullable = true) Long amountIdr,
            LocalDate askedOn,
            String askedBy,
            Instant recordedAt) {

        static CallBackView of(CallBack callBack) {
            return new CallBackView(
                    callBack.callBackId(),
                    callBack.reportId(),
                    callBack.outcome(),
                    callBack.amountIdr(),
                    callBack.askedOn(),
                    callBack.askedBy(),
                    callBack.recordedAt());
        }
    }

    @Schema(name = "OpenCallBack", description = "A withdrawal to ask the family about.")
    record OpenCallBackView(
            UUID paymentId,
            UUID kpmId,
            String villageCode,
            int revision,
            @Schema(description = "What was reported as withdrawn") long withdrawnIdr,
            LocalDate withdrawnOn,
            @Schema(implementation = WithdrawalChannel.class) String channel,
            @Schema(description = "May not ask the family") String reportedBy,
            LocalDate waitsSince,
            @Schema(description = "How often the family was not reached") long attempts) {

        static OpenCallBackView of(OpenCallBack open) {
            return new OpenCallBackView(
                    open.paymentId(),
                    open.kpmId(),
                    open.villageCode(),
                    open.revision(),
                    open.withdrawnIdr(),
                    open.withdrawnOn(),
                    open.channel(),
                    open.reportedBy(),
                    open.waitsSince(),
                    open.attempts());
        }
    }
}
