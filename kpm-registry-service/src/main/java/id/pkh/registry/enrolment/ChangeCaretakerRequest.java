package id.pkh.registry.enrolment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "ChangeCaretakerRequest",
        description =
                "The adult who becomes the caretaker and holds card and account: a member of "
                        + "the family, or a person who joins it.")
public record ChangeCaretakerRequest(
        @Schema(description = "version of the family as last read") Long version,
        @Schema(description = "a member of the family; leave out if you give person") UUID memberId,
        @Valid PersonRequest person,
        @NotNull LocalDate effectiveOn) {}
