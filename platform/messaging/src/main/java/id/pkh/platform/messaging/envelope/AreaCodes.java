package id.pkh.platform.messaging.envelope;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The areas that an event is about, as its payload states them. A payload that cannot be read, or
 * that names no village, states none.
 */
public final class AreaCodes {

    private static final JsonFactory JSON = new JsonFactory();
    private static final Set<String> FIELDS =
            Set.of("village_code", "old_village_code", "new_village_code");

    private AreaCodes() {}

    /** The codes of the villages, each as often as it is named. */
    public static List<String> in(byte[] payload) {
        List<String> codes = new ArrayList<>();
        if (payload == null) {
            return codes;
        }
        try (JsonParser parser = JSON.createParser(payload)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return List.of();
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean isArea = FIELDS.contains(parser.currentName());
                JsonToken value = parser.nextToken();
                if (isArea && value == JsonToken.VALUE_STRING) {
                    codes.add(parser.getText());
                }
                parser.skipChildren();
            }
            return parser.currentToken() == JsonToken.END_OBJECT ? codes : List.of();
        } catch (IOException notJson) {
            return List.of();
        }
    }
}
