package id.pkh.registry.finding;

import id.pkh.registry.family.domain.KpmStatus;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "FoundFamily",
        description = "A family that has the key. Everything else about it is in GET /kpm/{id}.")
public record FoundFamilyView(
        UUID kpmId,
        KpmStatus status,
        String villageCode,
        @Schema(nullable = true) String groupCode,
        @Schema(
                        nullable = true,
                        description = "the family for which this one ended, as a duplicate")
                UUID mergedInto,
        @Schema(nullable = true, description = "who has the key; null if it is the family's")
                UUID memberId,
        @Schema(description = "whether this member is the caretaker") boolean isCaretaker,
        @Schema(
                        nullable = true,
                        description =
                                "since when the person is in another family, because this one had left")
                LocalDate formerSince) {}
