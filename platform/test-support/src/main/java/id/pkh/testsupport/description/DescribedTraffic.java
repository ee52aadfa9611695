package id.pkh.testsupport.description;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Compares the answers that tests receive with the API description. A status, a refusal code or a
 * body that it does not describe fails the test, and so does the lack of a required header.
 */
public final class DescribedTraffic implements Filter {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String API = "/api/";

    /** Statuses of requests that are to no operation. */
    private static final List<Integer> NO_OPERATION = List.of(401, 404, 405);

    /** Whether the module under test is a service, with its description among the stored ones. */
    private static final boolean IS_DESCRIBED =
            Files.exists(
                    Path.of(
                            "..",
                            "docs",
                            "openapi",
                            Path.of("").toAbsolutePath().getFileName() + ".json"));

    @Override
    public Response filter(
            FilterableRequestSpecification request,
            FilterableResponseSpecification expected,
            FilterContext context) {
        Response response = context.next(request, expected);
        check(request.getMethod(), URI.create(request.getURI()), Received.from(response));
        return response;
    }

    /** The same for a request that is sent without REST Assured. */
    public void check(String method, URI address, Received response) {
        String path = address.getPath();
        if (IS_DESCRIBED && path.startsWith(API)) {
            check(method, path, response);
        }
    }

    private void check(String method, String path, Received response) {
        int status = response.status();
        Optional<DescribedOperation> operation = ApiDocument.served().operation(method, path);
        if (operation.isEmpty()) {
            if (!NO_OPERATION.contains(status)) {
                throw fault(method, path, status, "the operation is not described");
            }
            return;
        }
        JsonNode described = operation.get().responses().get(status);
        if (described == null) {
            throw fault(method, path, status, "the status is not described: " + response.text());
        }
        checkHeaders(method, path, response, described);
        checkBody(method, path, response, described);
        if (status >= 400) {
            checkCode(method, path, response, described);
        }
    }

    private static void checkHeaders(
            String method, String path, Received response, JsonNode described) {
        described
                .path("headers")
                .properties()
                .forEach(
                        header -> {
                            if (header.getValue().path("required").asBoolean()
                                    && response.header(header.getKey()) == null) {
                                throw fault(
                                        method,
                                        path,
                                        response.status(),
                                        "the header is missing: " + header.getKey());
                            }
                        });
    }

    private static void checkCode(
            String method, String path, Received response, JsonNode described) {
        String code = codeIn(response.text());
        for (JsonNode each : described.path("x-refusals")) {
            if (each.asText().equals(code)) {
                return;
            }
        }
        throw fault(method, path, response.status(), "the code is not described: " + code);
    }

    /** Read without REST Assured's paths, which compile a script for each answer. */
    private static String codeIn(String body) {
        try {
            return JSON.readTree(body).path("code").textValue();
        } catch (JsonProcessingException otherFormat) {
            return null;
        }
    }

    private static void checkBody(
            String method, String path, Received response, JsonNode described) {
        String type = response.contentType();
        if (!type.endsWith("json")) {
            return;
        }
        JsonNode schema = described.path("content").path(type).path("schema");
        if (schema.isMissingNode()) {
            throw fault(method, path, response.status(), type + " is not described");
        }
        List<String> faults = ApiDocument.served().faults(schema, response.text());
        if (!faults.isEmpty()) {
            throw fault(
                    method,
                    path,
                    response.status(),
                    String.join("; ", faults) + " in " + response.text());
        }
    }

    private static AssertionError fault(String method, String path, int status, String what) {
        return new AssertionError(
                "the API description differs from the answer %d to %s %s: %s"
                        .formatted(status, method, path, what));
    }
}
