package id.pkh.registry.enrolment;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Families whose payees are needed, and what for.")
record PayeesRequest(
        @Schema(required = true, description = "Up to 1,000 families, each once")
                List<UUID> familyIds,
        @Schema(required = true, description = "What they are read for; it is logged")
                String purpose) {}
