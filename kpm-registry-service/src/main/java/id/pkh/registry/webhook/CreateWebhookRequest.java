package id.pkh.registry.webhook;

import id.pkh.registry.feed.FeedResource;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "WebhookRequest", description = "Where which events are sent to.")
record CreateWebhookRequest(
        @NotNull
                @Pattern(regexp = "[!-~]{8,500}")
                @Schema(
                        examples = "https://hooks.example.go.id/pkh",
                        description = "https, a host of the internet, no user, no fragment")
                String url,
        @NotEmpty @Size(max = 100) @Schema(description = "Types of events of the catalogue")
                List<@NotNull @Pattern(regexp = FeedResource.EVENT_TYPE) String> eventTypes,
        @Pattern(regexp = "\\d{2}(\\.\\d{2}(\\.\\d{2}(\\.\\d{4})?)?)?")
                @Schema(
                        nullable = true,
                        examples = "17.71.08",
                        description =
                                "An area of yours, and all areas below it; the whole country when"
                                        + " left out")
                String areaCode,
        @Min(1)
                @Max(100)
                @Schema(
                        nullable = true,
                        description =
                                "Most events of one request, 1 when left out. With more, a request"
                                        + " is a batch of CloudEvents")
                Integer batchEvents) {

    int batchOrOne() {
        return batchEvents == null ? 1 : batchEvents;
    }
}
