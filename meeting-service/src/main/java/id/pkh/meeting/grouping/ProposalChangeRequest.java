package id.pkh.meeting.grouping;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * A family of a proposal is to go into another group.
 *
 * @param version of the proposal that was read
 */
public record ProposalChangeRequest(
        @Min(1) int version, @NotNull UUID kpmId, @NotBlank String groupCode) {}
