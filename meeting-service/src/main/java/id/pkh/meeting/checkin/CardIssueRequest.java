package id.pkh.meeting.checkin;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which families get another card besides those that have none. */
public record CardIssueRequest(
        @NotNull
                @Size(max = MAX_FAMILIES)
                @Schema(
                        description =
                                "Families whose cards were lost, or whose file was; their old cards end")
                List<@NotNull UUID> replacedKpmIds) {

    static final int MAX_FAMILIES = 1000;
}
