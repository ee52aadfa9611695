package id.pkh.registry.finding;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "LookUpAnswer", description = "The families of your areas that have the key.")
public record LookUpAnswer(
        @Schema(description = "under which the look-up was logged") UUID lookUpId,
        @Schema(description = "at most 100; present memberships before former ones")
                List<FoundFamilyView> items) {}
