package id.pkh.testsupport.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * One operation of an API description.
 *
 * @param path with its placeholders, such as {@code /api/v1/cycles/{code}}
 * @param query the names of the query parameters
 * @param body a plausible JSON body, or null without one
 * @param mediaTypes the content types that the operation accepts; empty without a body
 */
record ApiOperation(
        String method, String path, List<String> query, JsonNode body, List<String> mediaTypes) {

    private static final String MARK = "the wrong value";

    boolean takesJson() {
        return mediaTypes.stream().anyMatch(type -> type.startsWith("application/json"));
    }

    boolean takesFile() {
        return !mediaTypes.isEmpty() && !takesJson();
    }

    boolean isList() {
        return query.contains("after");
    }

    String name() {
        return method + " " + path;
    }

    /** Where a value can be replaced in the body, as JSON pointers, inner fields included. */
    List<String> fields() {
        List<String> fields = new ArrayList<>();
        if (body != null) {
            collect(body, "", fields);
        }
        return fields;
    }

    private static void collect(JsonNode node, String at, List<String> fields) {
        if (!at.isEmpty()) {
            fields.add(at);
        }
        node.properties()
                .forEach(field -> collect(field.getValue(), at + "/" + field.getKey(), fields));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(node.get(i), at + "/" + i, fields);
        }
    }

    /** The body with one value replaced by this JSON, which need not be valid. */
    String bodyWith(String field, String json) {
        JsonNode copy = body.deepCopy();
        int last = field.lastIndexOf('/');
        JsonNode parent = copy.at(field.substring(0, last));
        String name = field.substring(last + 1);
        if (parent instanceof ArrayNode list) {
            list.set(Integer.parseInt(name), list.textNode(MARK));
        } else {
            ((ObjectNode) parent).put(name, MARK);
        }
        return copy.toString().replace("\"" + MARK + "\"", json);
    }
}
