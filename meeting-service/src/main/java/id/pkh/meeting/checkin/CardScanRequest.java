package id.pkh.meeting.checkin;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** The card of a family, as the facilitator's device reads it. */
public record CardScanRequest(@NotNull @Pattern(regexp = CodeText.FORM) String cardCode) {}
