package id.pkh.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Callers of a released API can still call it. A description is compared with the one of the last
 * release in {@code docs/openapi/released}.
 */
class ReleasedDescriptionsTest {

    private static final Path STORED = Path.of("..", "docs", "openapi");
    private static final Path RELEASED = STORED.resolve("released");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A change of a description that breaks callers. */
    record Breach(String name, Consumer<ObjectNode> change) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Path> released() throws IOException {
        try (Stream<Path> files = Files.list(RELEASED)) {
            return files.filter(file -> file.toString().endsWith(".json")).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("released")
    void noReleasedCallIsBroken(Path released) {
        String now = text(STORED.resolve(released.getFileName()));

        assertThat(BreakingChanges.between(text(released), now))
                .as("keep it as it was, or offer the new form beside it")
                .isEmpty();
    }

    @Test
    void everyStoredDescriptionIsReleasedOrNew() throws IOException {
        assertThat(released()).isNotEmpty();
    }

    static List<Breach> breaches() {
        return List.of(
                new Breach(
                        "a path is gone",
                        document -> paths(document).remove("/api/v1/groups/{id}")),
                new Breach(
                        "an operation is gone",
                        document -> at(document, "/paths/~1api~1v1~1groups").remove("post")),
                new Breach(
                        "a field of an answer is gone",
                        document -> {
                            at(document, "/components/schemas/Group/properties").remove("name");
                            remove(document, "/components/schemas/Group/required", "name");
                        }),
                new Breach(
                        "a field of an answer has another name",
                        document -> {
                            ObjectNode fields =
                                    at(document, "/components/schemas/Group/properties");
                            fields.set("group_name", fields.remove("name"));
                            remove(document, "/components/schemas/Group/required", "name");
                        }),
                new Breach(
                        "a field of an answer has another type",
                        document ->
                                at(document, "/components/schemas/Group/properties/families")
                                        .put("type", "string")
                                        .remove("format")),
                new Breach(
                        "a field of an answer may be null",
                        document ->
                                at(document, "/components/schemas/Group/properties/name")
                                        .put("nullable", true)),
                new Breach(
                        "a request needs another field",
                        document -> {
                            ObjectNode request = at(document, "/components/schemas/GroupRequest");
                            ((ObjectNode) request.get("properties"))
                                    .putObject("chair")
                                    .put("type", "string");
                            ((ArrayNode) request.get("required")).add("chair");
                        }),
                new Breach(
                        "a request must not have a field any more",
                        document ->
                                at(document, "/components/schemas/GroupRequest/properties")
                                        .remove("meeting_place")),
                new Breach(
                        "a request permits fewer values",
                        document ->
                                remove(
                                        document,
                                        "/components/schemas/AttendanceMark/enum",
                                        "PERMITTED")),
                new Breach(
                        "a parameter is required",
                        document ->
                                ((ObjectNode)
                                                document.at(
                                                        "/paths/~1api~1v1~1groups/get/parameters/0"))
                                        .put("required", true)),
                new Breach(
                        "a success status is gone",
                        document ->
                                at(document, "/paths/~1api~1v1~1groups/post/responses")
                                        .remove("201")));
    }

    @ParameterizedTest
    @MethodSource("breaches")
    void aBreachIsFound(Breach breach) throws IOException {
        String before = text(STORED.resolve("meeting-service.json"));
        ObjectNode after = (ObjectNode) JSON.readTree(before);
        breach.change().accept(after);

        assertThat(BreakingChanges.between(before, after.toString())).isNotEmpty();
    }

    @Test
    void anAdditionIsNoBreach() throws IOException {
        String before = text(STORED.resolve("meeting-service.json"));
        ObjectNode after = (ObjectNode) JSON.readTree(before);
        at(after, "/components/schemas/Group/properties").putObject("note").put("type", "string");
        at(after, "/components/schemas/GroupRequest/properties")
                .putObject("note")
                .put("type", "string");

        assertThat(BreakingChanges.between(before, after.toString())).isEmpty();
    }

    private static ObjectNode paths(ObjectNode document) {
        return (ObjectNode) document.get("paths");
    }

    private static ObjectNode at(ObjectNode document, String place) {
        return (ObjectNode) document.at(place);
    }

    private static void remove(ObjectNode document, String list, String value) {
        ArrayNode values = (ArrayNode) document.at(list);
        for (int i = values.size() - 1; i >= 0; i--) {
            JsonNode each = values.get(i);
            if (each.asText().equals(value)) {
                values.remove(i);
            }
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
