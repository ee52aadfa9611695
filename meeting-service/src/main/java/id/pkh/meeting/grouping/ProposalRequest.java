package id.pkh.meeting.grouping;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** The village whose families without a group are to get one. */
public record ProposalRequest(
        @NotNull @Pattern(regexp = "\\d{2}\\.\\d{2}\\.\\d{2}\\.\\d{4}") String villageCode) {}
