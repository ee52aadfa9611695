package id.pkh.disbursement.withdrawal.rest;

import id.pkh.disbursement.withdrawal.AccompaniedLists.ListFacts;
import id.pkh.disbursement.withdrawal.RecordAccompaniedList.Line;
import id.pkh.disbursement.withdrawal.domain.Companion;
import id.pkh.disbursement.withdrawal.domain.WithdrawalChannel;
import id.pkh.platform.web.FreeText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "AccompaniedListRequest",
        description = "The families of one village that withdrew with someone's help.")
record AccompaniedListRequest(
        @NotBlank
                @Pattern(regexp = "[A-Z0-9][A-Z0-9-]*")
                @Size(max = 30)
                @Schema(examples = "2026-T2")
                String cycleCode,
        @NotNull @Pattern(regexp = "\\d{2}\\.\\d{2}\\.\\d{2}\\.\\d{4}") String villageCode,
        @NotNull LocalDate heldOn,
        @FreeText @NotBlank @Size(max = 200) String place,
        @NotNull WithdrawalChannel channel,
        @NotNull @Schema(description = "Who went along: the facilitator, or another person")
                AccompaniedBy accompaniedBy,
        @NotNull @Size(min = 1, max = 500) List<@NotNull @Valid Family> families) {

    /** Who went along. */
    @Schema(name = "AccompaniedBy")
    enum AccompaniedBy {
        FACILITATOR,
        OTHER
    }

    @Schema(name = "AccompaniedFamilyRequest", description = "A family that was present.")
    record Family(
            @NotNull UUID kpmId,
            @Min(1) @Max(1_000_000_000) @Schema(description = "What it received") long amountIdr) {}

    ListFacts facts() {
        return new ListFacts(
                cycleCode,
                villageCode,
                heldOn,
                place.strip(),
                channel,
                Companion.valueOf(accompaniedBy.name()));
    }

    List<Line> lines() {
        return families.stream()
                .map(family -> new Line(family.kpmId(), family.amountIdr()))
                .toList();
    }
}
