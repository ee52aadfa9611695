package id.pkh.registry.enrolment;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "StatusChanges", description = "The outcome of each decision.")
public record ChangeStatusesView(List<Outcome> items) {

    @Schema(name = "StatusChangeOutcome")
    public record Outcome(
            UUID kpmId,
            @Schema(description = "DECIDED, or the code why it was not") String outcome) {}
}
