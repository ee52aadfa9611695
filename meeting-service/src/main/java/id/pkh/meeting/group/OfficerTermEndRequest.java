package id.pkh.meeting.group;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/** The last day of a term. */
public record OfficerTermEndRequest(@NotNull LocalDate lastDay) {}
