package id.pkh.registry.finding;

import id.pkh.registry.family.domain.KpmStatus;
import id.pkh.registry.finding.domain.BirthLikeness;
import id.pkh.registry.finding.domain.PlaceLikeness;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "FoundPerson", description = "A person who is like the one looked for, and why.")
public record FoundPersonView(
        UUID memberId,
        UUID kpmId,
        KpmStatus status,
        String villageCode,
        boolean isCaretaker,
        @Schema(
                        nullable = true,
                        description =
                                "since when the person is in another family, because this one had left")
                LocalDate formerSince,
        @Schema(nullable = true, description = "null for callers who may not see names")
                String name,
        @Schema(
                        nullable = true,
                        description =
                                "null for callers who may not see names, or if only the NIK is known")
                LocalDate birthDate,
        @Schema(description = "the more, the more alike; those below 50 are not shown") int points,
        @Schema(description = "parts of the name that are equal") int exactParts,
        @Schema(description = "parts that are written otherwise and sound alike") int nearParts,
        @Schema(description = "parts of the name that was looked for") int askedParts,
        @Schema(description = "parts of the name on record") int recordedParts,
        BirthLikeness birth,
        PlaceLikeness place) {}
