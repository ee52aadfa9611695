package id.pkh.meeting.grouping;

import id.pkh.platform.web.FreeText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The settlement of a proposal.
 *
 * @param version of the proposal that was read
 * @param firstDay of the families in their groups, and on which new groups are formed
 * @param groups names of new groups; a group that is left out is called by its number
 */
public record SettlementRequest(
        @Min(1) int version,
        @NotNull LocalDate firstDay,
        @Size(max = 99) List<@NotNull @Valid NamedGroup> groups) {

    /** The name and the place of a new group. */
    @Schema(name = "NamedGroup")
    public record NamedGroup(
            @NotBlank String groupCode,
            @FreeText @NotBlank @Size(max = 100) String name,
            @FreeText @Size(max = 200) String meetingPlace) {

        String place() {
            return meetingPlace == null ? "" : meetingPlace.strip();
        }
    }
}
