package id.pkh.registry.complementary;

import id.pkh.registry.complementary.domain.ComplementaryCodes.Programme;
import id.pkh.registry.complementary.domain.ComplementaryCodes.Refusal;
import id.pkh.registry.complementary.domain.ComplementaryCodes.Source;
import id.pkh.registry.complementary.domain.ComplementaryCodes.Status;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What people send about complementary programmes. */
final class ComplementaryRequests {

    static final int MAX_ADVOCACIES = 200;

    private ComplementaryRequests() {}

    @Schema(name = "ComplementaryStatusEntry", description = "What is so from a day on.")
    record StatusEntry(
            @NotNull UUID kpmId,
            @NotNull Programme programme,
            @Schema(description = "the member, for KIS and KIP") UUID memberId,
            @NotNull Status status,
            @NotNull
                    @Schema(
                            description =
                                    "first day; for UNPAID the day of the first payment missed")
                    LocalDate effectiveOn,
            @NotNull Source source) {}

    @Schema(name = "AdvocacyListing", description = "A family that lacks a programme.")
    record Listing(
            @NotNull UUID kpmId,
            @NotNull Programme programme,
            @Schema(description = "the member, for KIS and KIP") UUID memberId,
            @Schema(description = "the complaint from which it comes") UUID complaintId) {}

    @Schema(name = "AdvocacyRead", description = "An advocacy and the version that was read.")
    record Read(@NotNull UUID advocacyId, @NotNull @Min(1) Integer version) {}

    @Schema(name = "AdvocacyReports", description = "What is reported to the administrator.")
    record Reports(
            @NotNull @Size(min = 1, max = MAX_ADVOCACIES) List<@NotNull @Valid Read> advocacies) {}

    @Schema(name = "AdvocacyProposals", description = "What is proposed to the centre.")
    record Proposals(
            @NotNull
                    @Pattern(regexp = "[0-9]{4}-(0[1-9]|1[0-2])")
                    @Schema(description = "month from which it is proposed", examples = "2027-01")
                    String period,
            @NotNull @Size(min = 1, max = MAX_ADVOCACIES) List<@NotNull @Valid Read> advocacies) {}

    @Schema(name = "AdvocacyAnswers", description = "What the centre answered.")
    record Answers(
            @Schema(description = "why it refused all of these; leave out where it granted them")
                    Refusal refusal,
            @NotNull @Size(min = 1, max = MAX_ADVOCACIES) List<@NotNull @Valid Read> advocacies) {}

    @Schema(name = "AdvocacyOutcome", description = "Whether the family receives it.")
    record Outcome(
            @NotNull @Min(1) Integer version,
            @NotNull Boolean receives,
            @Schema(description = "since when; with `receives` only") LocalDate since) {}

    @Schema(name = "AdvocacyWithdrawal", description = "The version that was read.")
    record Withdrawal(@NotNull @Min(1) Integer version) {}
}
