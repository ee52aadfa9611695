package id.pkh.testsupport.description;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * An operation of an API description.
 *
 * @param path with its parameters in braces
 * @param node the operation itself; {@code document} resolves its references
 */
public record DescribedOperation(String method, String path, JsonNode node, ApiDocument document) {

    public String id() {
        return node.path("operationId").asText(method + " " + path);
    }

    /** The paths of its requests. */
    Pattern paths() {
        return Pattern.compile(path.replace(".", "\\.").replaceAll("\\{[^}]+}", "[^/]+"));
    }

    /** How specific the path is: /a/b before /a/{id}. */
    int pathParameters() {
        return path.split("\\{", -1).length - 1;
    }

    public List<String> roles() {
        return StreamSupport.stream(node.path("x-roles").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /** Whether the description says that anyone may call it. */
    public boolean needsNoToken() {
        return node.path("x-needs-no-token").asBoolean();
    }

    public List<JsonNode> parameters() {
        List<JsonNode> parameters = new ArrayList<>();
        node.path("parameters").forEach(each -> parameters.add(document.resolved(each)));
        return parameters;
    }

    /** The first content type of the request body and what it holds; empty without a body. */
    public Map<String, JsonNode> request() {
        return contentOf(node.path("requestBody"));
    }

    /** Each documented status with its response. */
    public Map<Integer, JsonNode> responses() {
        Map<Integer, JsonNode> responses = new TreeMap<>();
        node.path("responses")
                .properties()
                .forEach(
                        each ->
                                responses.put(
                                        Integer.valueOf(each.getKey()),
                                        document.resolved(each.getValue())));
        return responses;
    }

    public List<Integer> successes() {
        return responses().keySet().stream().filter(status -> status < 300).toList();
    }

    public static Map<String, JsonNode> contentOf(JsonNode body) {
        Map<String, JsonNode> content = new TreeMap<>();
        body.path("content")
                .properties()
                .forEach(each -> content.put(each.getKey(), each.getValue()));
        return content;
    }
}
