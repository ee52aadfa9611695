package id.pkh.registry.dci;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** One of the two documents of the standard, with which requests and answers are compared. */
final class DciDocument {

    static final DciDocument SOCIAL = new DciDocument("social");
    static final DciDocument IBR = new DciDocument("ibr");

    private static final String BODY = "/content/application~1json/schema";

    private final String uri;
    private final JsonNode tree;
    private final SchemaRegistry registry;
    private final Map<String, Schema> compiled = new ConcurrentHashMap<>();

    private DciDocument(String name) {
        this.uri = "https://pkh.invalid/" + name;
        this.tree = read(name);
        this.registry =
                SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12,
                        builder ->
                                builder.schemas(Map.of(uri, tree.toString()))
                                        .schemaRegistryConfig(
                                                SchemaRegistryConfig.builder()
                                                        .formatAssertionsEnabled(true)
                                                        .build()));
    }

    static DciDocument of(String registry) {
        return registry.equals("ibr") ? IBR : SOCIAL;
    }

    private static JsonNode read(String name) {
        try (InputStream in =
                DciDocument.class.getResourceAsStream("/dci/" + name + "_api_v1.0.0.yaml")) {
            return new YAMLMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void fitsRequest(String path, String json) {
        fits(operation(path) + "/requestBody" + BODY, json);
    }

    /** An answer to a request that was accepted. */
    void fitsAnswer(String path, String json) {
        fits(
                path.startsWith("/registry/sync/enroll")
                        ? "/components/schemas/"
                                + (path.endsWith("updates")
                                        ? "EnrollmentUpdatesResponse"
                                        : "EnrolledResponse")
                        : path.startsWith("/registry/sync/")
                                ? operation(path) + "/responses/default" + BODY
                                : "/components/responses/Response" + BODY,
                json);
    }

    /** A refusal has the form of the messages and that of HTTP at once. */
    void fitsRefusal(String json) {
        fits("/components/responses/Response" + BODY, json);
        fits("/components/responses/HttpErrorResponse" + BODY, json);
    }

    /** What senders call: the rest of the document is called back. */
    Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        tree.path("paths").fieldNames().forEachRemaining(operations::add);
        operations.removeIf(path -> path.contains("on-") || path.endsWith("/notify"));
        return operations;
    }

    private static String operation(String path) {
        return "/paths/" + path.replace("/", "~1") + "/post";
    }

    private void fits(String pointer, String json) {
        Schema schema =
                compiled.computeIfAbsent(
                        pointer,
                        at ->
                                registry.getSchema(
                                        "{\"$ref\":\"" + uri + "#" + at + "\"}", InputFormat.JSON));
        assertThat(schema.validate(json, InputFormat.JSON)).as("%s: %s", pointer, json).isEmpty();
    }
}
