package id.pkh.registry.facilitator;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "FacilitatorLoad", description = "How many families a facilitator has today.")
public record LoadView(
        UUID facilitatorId,
        @Schema(examples = "PSD-177108-1") String code,
        @Schema(description = "villages in your areas for which the facilitator is responsible")
                int villages,
        @Schema(description = "their families that are active or suspended") int families,
        @Schema(description = "what the policy says of a facilitator") int target,
        @Schema(description = "families above the target; below it a negative number")
                int aboveTarget) {}
