package id.pkh.verification.policy;

import id.pkh.platform.policies.PolicyDocument;
import id.pkh.platform.web.FreeText;
import id.pkh.verification.compliance.domain.AgeRange;
import id.pkh.verification.compliance.domain.Commitment;
import id.pkh.verification.compliance.domain.CommitmentPolicy;
import id.pkh.verification.compliance.domain.EvidenceKind;
import id.pkh.verification.compliance.domain.HealthVisits;
import id.pkh.verification.compliance.domain.SchoolAttendance;
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

/** A version of the commitments, as an officer enters it. */
@Schema(name = "CommitmentPolicyEntry", description = "What every component has to fulfil.")
record CommitmentsDocument(
        @NotBlank @Pattern(regexp = PolicyEntryResource.CODE) String policyCode,
        @NotNull @Schema(description = "First day of a quarter; quarters that begin on it or later")
                LocalDate validFrom,
        @FreeText @NotBlank @Size(max = PolicyEntryResource.MAX_TEXT_CHARS) String legalBasis,
        @NotNull @Size(min = 1, max = 100) List<@NotNull @Valid CommitmentEntry> commitments)
        implements PolicyDocument {

    /** One commitment. */
    @Schema(
            name = "CommitmentEntry",
            description = "One obligation; only the minimum of its kind of evidence is given.")
    record CommitmentEntry(
            @NotBlank String component,
            @NotNull EvidenceKind evidence,
            @Min(1) @Max(100) @Schema(nullable = true) Integer minimumPercent,
            @Min(1) @Max(31) @Schema(nullable = true) Integer minimumVisits,
            int windowMonths,
            @Min(0) @Max(1500) int ageFromMonths,
            @Min(0)
                    @Max(1500)
                    @Schema(nullable = true, description = "Included; left out for no upper end")
                    Integer ageUntilMonths,
            boolean countsExcused) {

        String name() {
            return component + " " + ageFromMonths;
        }

        Commitment commitment() {
            AgeRange ages = new AgeRange(ageFromMonths, ageUntilMonths);
            return evidence == EvidenceKind.SCHOOL
                    ? new SchoolAttendance(component, ages, minimumPercent, countsExcused)
                    : new HealthVisits(component, ages, minimumVisits, windowMonths);
        }
    }

    CommitmentPolicy policy() {
        return policyFrom(validFrom);
    }

    /** The same policy with another first day. */
    CommitmentPolicy policyFrom(LocalDate firstDay) {
        return new CommitmentPolicy(
                policyCode,
                firstDay,
                legalBasis,
                commitments.stream().map(CommitmentEntry::commitment).toList());
    }
}
