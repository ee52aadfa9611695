package id.pkh.verification.policy;

import com.fasterxml.jackson.annotation.JsonProperty;
import id.pkh.platform.policies.PolicyDocument;
import id.pkh.platform.web.FreeText;
import id.pkh.verification.sanction.domain.Rung;
import id.pkh.verification.sanction.domain.SanctionLadder;
import id.pkh.verification.sanction.domain.Step;
import id.pkh.verification.signal.domain.Cause;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A version of the sanction ladder, as an officer enters it. */
@Schema(name = "SanctionLadderEntry", description = "A whole ladder, for every cause.")
record LadderDocument(
        @NotBlank @Pattern(regexp = PolicyEntryResource.CODE) String policyCode,
        @NotNull @Schema(description = "First day of a month; periods that begin on it or later")
                LocalDate validFrom,
        @FreeText @NotBlank @Size(max = PolicyEntryResource.MAX_TEXT_CHARS) String legalBasis,
        @Min(1) @Max(365) @Schema(description = "Days from the issue of a step")
                int appealWindowDays,
        @FreeText @NotBlank @Size(max = PolicyEntryResource.MAX_TEXT_CHARS) String appealLegalBasis,
        @NotNull @Size(min = 1, max = 100) List<@NotNull @Valid RungEntry> rungs)
        implements PolicyDocument {

    /** One rung. */
    @Schema(name = "LadderRungEntry", description = "What follows after a number of periods.")
    record RungEntry(
            @NotNull Cause cause,
            @Schema(description = "Periods in a row") int running,
            @NotNull Step step,
            @JsonProperty("is_protected")
                    @Schema(description = "The family is notified, and nothing can be proposed")
                    boolean isProtected,
            @NotNull
                    @Size(max = 10)
                    @Schema(description = "The roles that are notified besides the family")
                    List<@NotBlank String> notified) {

        String name() {
            return cause + " " + running;
        }

        Rung rung() {
            return new Rung(cause, running, step, isProtected, notified);
        }
    }

    SanctionLadder ladder() {
        return ladderFrom(validFrom);
    }

    /** The same ladder with another first day. */
    SanctionLadder ladderFrom(LocalDate firstDay) {
        return new SanctionLadder(
                policyCode, firstDay, legalBasis, rungs.stream().map(RungEntry::rung).toList());
    }
}
