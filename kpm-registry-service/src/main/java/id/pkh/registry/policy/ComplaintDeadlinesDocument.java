package id.pkh.registry.policy;

import id.pkh.platform.policies.PolicyDocument;
import id.pkh.platform.web.FreeText;
import id.pkh.registry.complaint.domain.ComplaintCodes.Category;
import id.pkh.registry.complaint.domain.ComplaintCodes.Priority;
import id.pkh.registry.complaint.domain.ComplaintType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A version of the deadlines of complaints, as an officer enters it. */
@Schema(
        name = "ComplaintDeadlinesEntry",
        description = "Within how many days a level settles a complaint.")
record ComplaintDeadlinesDocument(
        @NotBlank @Pattern(regexp = PolicyEntryResource.CODE) String policyCode,
        @NotNull @Schema(description = "First day of a month; for what a level gets then or later")
                LocalDate validFrom,
        @FreeText @NotBlank @Size(max = PolicyEntryResource.MAX_TEXT_CHARS) String legalBasis,
        @NotNull
                @Size(min = 1, max = 16)
                @Schema(description = "one for each category and priority")
                List<@NotNull @Valid DeadlineEntry> deadlines,
        @Size(max = 50)
                @Schema(
                        nullable = true,
                        description =
                                "Days of single types, where they are fewer than those of the category; none if left out")
                List<@NotNull @Valid TypeDeadlineEntry> typeDeadlines)
        implements PolicyDocument {

    @Schema(name = "ComplaintDeadlineEntry")
    record DeadlineEntry(
            @NotNull Category category,
            @NotNull Priority priority,
            @Schema(description = "Days after the day on which the level gets the complaint")
                    @Min(1)
                    @Max(90)
                    int days) {

        String name() {
            return category + " " + priority;
        }
    }

    @Schema(name = "ComplaintTypeDeadlineEntry")
    record TypeDeadlineEntry(
            @NotNull ComplaintType type,
            @Schema(description = "Days after the day on which the level gets the complaint")
                    @Min(1)
                    @Max(90)
                    int days) {}

    List<TypeDeadlineEntry> ofTypes() {
        return typeDeadlines == null ? List.of() : typeDeadlines;
    }
}
