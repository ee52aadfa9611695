package id.pkh.console.call;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** Times in the services' responses. */
public final class Times {

    private Times() {}

    /** Null when there is no time, or when it cannot be read. */
    public static Instant of(JsonNode text) {
        try {
            return text.isTextual() ? Instant.parse(text.asText()) : null;
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }
}
