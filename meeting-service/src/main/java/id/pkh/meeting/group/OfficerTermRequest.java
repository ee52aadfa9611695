package id.pkh.meeting.group;

import id.pkh.meeting.group.domain.Office;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A family that holds an office of its group.
 *
 * @param lastDay null while nobody knows it
 */
public record OfficerTermRequest(
        @NotBlank @Schema(implementation = Office.class, required = true) String office,
        @NotNull UUID kpmId,
        @NotNull LocalDate firstDay,
        LocalDate lastDay) {}
