package id.pkh.verification.membership.rest;

import id.pkh.platform.web.FreeText;
import id.pkh.verification.membership.domain.ProposalKind;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What a person proposes for a family.
 *
 * @param note left out when the evidence needs no words
 */
public record MembershipProposalRequest(
        @NotNull UUID kpmId,
        @NotNull ProposalKind kind,
        @FreeText @NotBlank @Size(max = 50) String reasonCode,
        @FreeText @Size(min = 1, max = 1000) String note,
        @FreeText @NotBlank @Size(max = 200) String evidenceReference,
        @NotNull LocalDate effectiveOn) {}
