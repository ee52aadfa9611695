package id.pkh.registry.enrolment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "AddMemberRequest", description = "A person who joins a family with a component.")
public record AddMemberRequest(
        @Schema(description = "version of the family as last read") Long version,
        @NotNull @Valid PersonRequest member) {}
