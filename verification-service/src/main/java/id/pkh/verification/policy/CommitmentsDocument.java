package id.pkh.verification.policy;

import id.pkh.platform.policies.PolicyDocument;
import id.pkh.platform.web.FreeText;
import id.pkh.verification.compliance.domain.AgeRange;
import id.pkh.verification.compliance.domain.BirthCare;
import id.pkh.verification.compliance.domain.Care;
import id.pkh.verification.compliance.domain.Commitment;
import id.pkh.verification.compliance.domain.CommitmentPolicy;
import id.pkh.verification.compliance.domain.EvidenceKind;
import id.pkh.verification.compliance.domain.HealthVisits;
import id.pkh.verification.compliance.domain.SchoolAttendance;
import id.pkh.verification.compliance.domain.SocialCare;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
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
            boolean countsExcused,
            @Schema(
                            nullable = true,
                            description =
                                    "What has to be done at the visits; left out for any visit")
                    Care care,
            @Min(BirthCare.EARLIEST_MONTH)
                    @Max(BirthCare.LATEST_MONTH)
                    @Schema(
                            nullable = true,
                            description =
                                    "First month of a window around a birth, counted from the month of the birth; left out"
                                            + " for windows that follow the calendar")
                    Integer birthFromMonth,
            @Min(BirthCare.EARLIEST_MONTH)
                    @Max(BirthCare.LATEST_MONTH)
                    @Schema(nullable = true, description = "Last month of it, included")
                    Integer birthUntilMonth) {

        String name() {
            return String.join(
                    " ",
                    Stream.of(component, ageFromMonths, care, birthFromMonth)
                            .filter(Objects::nonNull)
                            .map(String::valueOf)
                            .toList());
        }

        boolean isOfSchool() {
            return evidence == EvidenceKind.SCHOOL;
        }

        boolean isOfBirth() {
            return birthFromMonth != null || birthUntilMonth != null;
        }

        Commitment commitment() {
            AgeRange ages = new AgeRange(ageFromMonths, ageUntilMonths);
            if (isOfSchool()) {
                return new SchoolAttendance(component, ages, minimumPercent, countsExcused);
            }
            if (evidence == EvidenceKind.SOCIAL) {
                return new SocialCare(component, ages, minimumVisits, windowMonths);
            }
            return isOfBirth()
                    ? new BirthCare(component, care, minimumVisits, birthFromMonth, birthUntilMonth)
                    : new HealthVisits(component, ages, care, minimumVisits, windowMonths);
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
