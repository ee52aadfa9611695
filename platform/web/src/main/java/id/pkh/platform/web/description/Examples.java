package id.pkh.platform.web.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * The example of each operation, from {@code META-INF/pkh/examples/<operationId>.json}: its {@code
 * parameters}, its {@code request} and, under {@code answers}, the body of each success status;
 * "200 201" stands for two statuses with the same body.
 */
final class Examples {

    private static final String FOLDER = "META-INF/pkh/examples/";
    private static final Pattern TEXT = Pattern.compile("text/.*|application/(json|xml)");

    private final ObjectMapper json = new ObjectMapper();

    void add(Operation operation) {
        JsonNode example = exampleOf(operation.getOperationId());
        if (example == null) {
            return;
        }
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(each -> add(each, example.path("parameters")));
        }
        if (example.has("request") && operation.getRequestBody() != null) {
            add(operation.getRequestBody().getContent(), example.get("request"));
        }
        example.path("answers")
                .properties()
                .forEach(answer -> addAnswer(operation, answer.getKey(), answer.getValue()));
    }

    private JsonNode exampleOf(String operationId) {
        String name = FOLDER + operationId + ".json";
        try (InputStream in =
                Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
            return in == null ? null : json.readTree(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name, unreadable);
        }
    }

    private void add(Parameter parameter, JsonNode values) {
        if (values.has(parameter.getName())) {
            parameter.setExample(plain(values.get(parameter.getName())));
        }
    }

    private void addAnswer(Operation operation, String statuses, JsonNode body) {
        Map<String, APIResponse> responses = operation.getResponses().getAPIResponses();
        for (String status : statuses.split(" ")) {
            APIResponse response = responses.get(status);
            if (response == null) {
                throw new IllegalStateException(
                        "the example of %s has an answer %s that is not described"
                                .formatted(operation.getOperationId(), status));
            }
            if (response.getContent() != null) {
                add(response.getContent(), body);
            }
        }
    }

    /** Only where a text can be an example: not for the bytes of a workbook. */
    private void add(Content content, JsonNode value) {
        content.getMediaTypes()
                .forEach(
                        (name, type) -> {
                            if (TEXT.matcher(name).matches()) {
                                type.setExample(plain(value));
                            }
                        });
    }

    private Object plain(JsonNode value) {
        return json.convertValue(value, Object.class);
    }
}
