package id.pkh.meeting.meeting;

import id.pkh.platform.web.FreeText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why a meeting was recorded by mistake. */
public record TakingBackRequest(@FreeText @NotBlank @Size(max = 300) String reason) {}
