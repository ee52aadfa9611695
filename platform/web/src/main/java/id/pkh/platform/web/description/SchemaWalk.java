package id.pkh.platform.web.description;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Visits the schemas of a document. */
final class SchemaWalk {

    private SchemaWalk() {}

    /** Every schema, also those inside others. */
    static void over(OpenAPI document, Consumer<Schema> visitor) {
        if (document.getComponents().getSchemas() != null) {
            document.getComponents().getSchemas().values().forEach(each -> below(each, visitor));
        }
        requestSchemas(document).forEach(each -> below(each, visitor));
        answerSchemas(document).forEach(each -> below(each, visitor));
        overParameters(document, (name, schema) -> below(schema, visitor));
    }

    static void overParameters(OpenAPI document, BiConsumer<String, Schema> visitor) {
        operations(document)
                .filter(operation -> operation.getParameters() != null)
                .flatMap(operation -> operation.getParameters().stream())
                .filter(parameter -> parameter.getSchema() != null)
                .forEach(parameter -> visitor.accept(parameter.getName(), parameter.getSchema()));
    }

    static List<Schema> parameterSchemas(OpenAPI document) {
        List<Schema> schemas = new ArrayList<>();
        overParameters(document, (name, schema) -> schemas.add(schema));
        return schemas;
    }

    static List<Schema> requestSchemas(OpenAPI document) {
        return operations(document)
                .filter(operation -> operation.getRequestBody() != null)
                .flatMap(operation -> schemasOf(operation.getRequestBody().getContent()))
                .toList();
    }

    static List<Schema> answerSchemas(OpenAPI document) {
        return operations(document)
                .filter(operation -> operation.getResponses() != null)
                .flatMap(operation -> operation.getResponses().getAPIResponses().values().stream())
                .flatMap(response -> schemasOf(response.getContent()))
                .toList();
    }

    /** The schema itself and everything inside it; references are not followed. */
    static void below(Schema schema, Consumer<Schema> visitor) {
        visitor.accept(schema);
        List<Schema> inside = new ArrayList<>();
        addAll(inside, schema.getProperties() == null ? null : schema.getProperties().values());
        addAll(inside, schema.getAllOf());
        addAll(inside, schema.getAnyOf());
        addAll(inside, schema.getOneOf());
        addAll(inside, schema.getItems() == null ? null : List.of(schema.getItems()));
        addAll(
                inside,
                schema.getAdditionalPropertiesSchema() == null
                        ? null
                        : List.of(schema.getAdditionalPropertiesSchema()));
        inside.forEach(each -> below(each, visitor));
    }

    private static void addAll(List<Schema> schemas, Collection<Schema> more) {
        if (more != null) {
            schemas.addAll(more);
        }
    }

    private static Stream<Operation> operations(OpenAPI document) {
        return document.getPaths().getPathItems().values().stream()
                .map(PathItem::getOperations)
                .flatMap(operations -> operations.values().stream());
    }

    private static Stream<Schema> schemasOf(Content content) {
        return content == null
                ? Stream.empty()
                : content.getMediaTypes().values().stream()
                        .map(type -> type.getSchema())
                        .filter(schema -> schema != null);
    }
}
