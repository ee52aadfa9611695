package id.pkh.registry.finding;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "PersonSearchAnswer", description = "Persons of your areas, the most alike first.")
public record SearchAnswer(
        @Schema(description = "under which the search was logged") UUID lookUpId,
        @Schema(description = "at most 50") List<FoundPersonView> items,
        @Schema(description = "whether there may be others: search with more of the name or a date")
                boolean hasMore) {}
