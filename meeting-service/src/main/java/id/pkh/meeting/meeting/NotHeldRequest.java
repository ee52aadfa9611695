package id.pkh.meeting.meeting;

import jakarta.validation.constraints.NotBlank;

/** A group that did not meet in a month, and why. */
public record NotHeldRequest(
        @NotBlank String groupCode, @NotBlank String month, @NotBlank String reason) {}
