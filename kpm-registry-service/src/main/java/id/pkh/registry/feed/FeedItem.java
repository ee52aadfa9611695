package id.pkh.registry.feed;

import com.fasterxml.jackson.annotation.JsonRawValue;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "FeedItem", description = "An event and its place in the feed.")
record FeedItem(
        @Schema(description = "Later events have greater positions; some numbers have no event")
                long position,
        @JsonRawValue
                @Schema(
                        type = SchemaType.OBJECT,
                        description =
                                "A CloudEvent 1.0 in the JSON form; its data is in the catalogue of events")
                String event) {

    static FeedItem of(FedEvent fed) {
        return new FeedItem(fed.position(), fed.event());
    }
}
