package id.pkh.meeting.calendar;

import id.pkh.platform.web.FreeText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Where the calendar is read, in the owner's words, such as the telephone. */
public record CalendarTokenRequest(@FreeText @NotBlank @Size(max = 60) String label) {}
