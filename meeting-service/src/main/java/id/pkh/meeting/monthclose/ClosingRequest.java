package id.pkh.meeting.monthclose;

import jakarta.validation.constraints.NotBlank;

/** The month to be closed, yyyy-MM, and the area: a village or one above it. */
public record ClosingRequest(@NotBlank String month, @NotBlank String areaCode) {}
