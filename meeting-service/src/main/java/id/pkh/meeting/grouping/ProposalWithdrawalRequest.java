package id.pkh.meeting.grouping;

import jakarta.validation.constraints.Min;

/** The version of the proposal that was read. */
public record ProposalWithdrawalRequest(@Min(1) int version) {}
