package id.pkh.registry.duplicate;

import id.pkh.registry.duplicate.domain.DistinctionReason;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What people send about suspected duplicates. */
final class DuplicateRequests {

    private DuplicateRequests() {}

    @Schema(name = "DuplicateVersion", description = "The version that was read.")
    record Version(@NotNull @Min(1) Integer version) {}

    @Schema(name = "DuplicateDistinction", description = "Why the two are not the same.")
    record Distinction(@NotNull @Min(1) Integer version, @NotNull DistinctionReason reason) {}
}
