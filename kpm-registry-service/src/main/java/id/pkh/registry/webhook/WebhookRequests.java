package id.pkh.registry.webhook;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What owners say about their subscriptions. */
final class WebhookRequests {

    private WebhookRequests() {}

    @Schema(name = "WebhookPosition", description = "Where deliveries go on.")
    record Position(
            @NotNull @Min(0) @Schema(description = "Events behind this position are sent (again)")
                    Long after) {}

    @Schema(name = "WebhookTrial", description = "What is sent at once, beside the order.")
    record Trial(
            @Min(1)
                    @Schema(
                            nullable = true,
                            description =
                                    "The event at this position; an event that says nothing when"
                                            + " left out")
                    Long position) {}
}
