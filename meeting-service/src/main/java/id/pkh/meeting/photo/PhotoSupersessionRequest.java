package id.pkh.meeting.photo;

import id.pkh.platform.web.FreeText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why a photo is no longer shown. */
public record PhotoSupersessionRequest(@FreeText @NotBlank @Size(max = 300) String reason) {}
