package id.pkh.meeting.monthclose;

import jakarta.validation.constraints.NotBlank;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The month to be closed, yyyy-MM, and the area: a village or one above it. */
@Schema(name = "MonthClosingRequest")
public record ClosingRequest(@NotBlank String month, @NotBlank String areaCode) {}
