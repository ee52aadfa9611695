package id.pkh.registry.enrolment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "ChangeStatusesRequest",
        description = "Decisions on the status of up to 1,000 families, each of them once.")
public record ChangeStatusesRequest(@NotNull List<@NotNull @Valid Item> changes) {

    @Schema(name = "ChangeStatusItem", description = "The decision on one family.")
    public record Item(@NotNull UUID kpmId, @NotNull @Valid ChangeStatusRequest decision) {}
}
