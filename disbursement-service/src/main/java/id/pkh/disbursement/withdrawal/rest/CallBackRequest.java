package id.pkh.disbursement.withdrawal.rest;

import id.pkh.disbursement.withdrawal.RecordCallBack.Answer;
import id.pkh.disbursement.withdrawal.domain.CallBackOutcome;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "CallBackRequest", description = "What a family told about its withdrawal.")
record CallBackRequest(
        @Min(1) @Schema(description = "The revision that the family was asked about") int revision,
        @NotNull CallBackOutcome outcome,
        @Min(0)
                @Max(1_000_000_000)
                @Schema(
                        nullable = true,
                        description = "What the family says it received; with DIFFERS")
                Long amountIdr,
        @NotNull LocalDate askedOn) {

    Answer answer() {
        return new Answer(revision, outcome, amountIdr, askedOn);
    }
}
