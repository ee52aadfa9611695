package id.pkh.registry.enrolment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "ChangeCaretakerRequest",
        description =
                "Another adult holds card and account: a member of the family, or a person who joins it.")
public record ChangeCaretakerRequest(
        @Schema(description = "version of the family as last read") Long version,
        @Schema(description = "a member; or else give the person") UUID memberId,
        @Valid PersonRequest person,
        @NotNull LocalDate effectiveOn) {}
