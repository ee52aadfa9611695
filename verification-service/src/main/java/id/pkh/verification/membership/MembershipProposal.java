package id.pkh.verification.membership;

import id.pkh.verification.membership.domain.ProposalKind;
import id.pkh.verification.membership.domain.ProposalStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A person proposes, with evidence, that a family leaves the programme or comes back. It has no
 * effect until two people decide on it; until then it can be withdrawn.
 *
 * @param villageCode where the family lived when it was proposed
 * @param note null when the evidence needs no words
 * @param withdrawnBy null unless it was withdrawn
 */
public record MembershipProposal(
        UUID proposalId,
        UUID kpmId,
        String villageCode,
        ProposalKind kind,
        String reasonCode,
        String note,
        String evidenceReference,
        LocalDate effectiveOn,
        ProposalStatus status,
        String proposedBy,
        LocalDate proposedOn,
        Instant proposedAt,
        String withdrawnBy,
        Instant withdrawnAt) {}
