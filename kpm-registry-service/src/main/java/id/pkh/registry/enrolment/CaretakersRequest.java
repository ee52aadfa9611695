package id.pkh.registry.enrolment;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Families whose caretakers are named, and the purpose.")
record CaretakersRequest(
        @Schema(required = true, description = "Up to 1,000 families, each of them once")
                List<UUID> familyIds,
        @Schema(required = true, description = "Purpose of the read, which is logged")
                String purpose) {}
