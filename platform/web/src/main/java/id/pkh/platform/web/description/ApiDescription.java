package id.pkh.platform.web.description;

import id.pkh.platform.web.ContinuedWork;
import id.pkh.platform.web.RefusalCatalogue;
import id.pkh.platform.web.RefusalTexts;
import id.pkh.platform.web.Succeeds;
import id.pkh.platform.web.WebRefusals;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.enterprise.inject.spi.CDI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Completes the generated API description with what the services do beyond what a method's
 * signature says: the form of JSON, the refusals, and an example of each operation.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class ApiDescription implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null || document.getPaths().getPathItems() == null) {
            return;
        }
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        new WireSchemas(document).apply();
        RefusalResponses refusals =
                new RefusalResponses(
                        document.getComponents(),
                        the(RefusalCatalogue.class),
                        the(RefusalTexts.class));
        Examples examples = new Examples();
        ResourceMethod.forEach(
                document,
                (method, operation) -> {
                    describeBody(operation, method.bodyTypes());
                    describeCodes(operation, method.codeForms());
                    describeSuccesses(operation, method);
                    refusals.describe(
                            operation, OperationRefusals.of(method, the(WebRefusals.class)));
                    if (method.isIdempotent()) {
                        IdempotencyKeyHeader.addTo(operation);
                    }
                    examples.add(operation);
                });
    }

    /**
     * Readers compute with binary fractions, in which 102.2608 is no multiple of 0.0000001; the
     * service itself counts the digits.
     */
    @Override
    public Schema filterSchema(Schema schema) {
        if (schema.getMultipleOf() != null && schema.getMultipleOf().scale() > 0) {
            schema.setMultipleOf(null);
        }
        return schema;
    }

    private static void describeBody(Operation operation, List<String> types) {
        if (types.isEmpty() || operation.getRequestBody() == null) {
            return;
        }
        Content content = operation.getRequestBody().getContent();
        MediaType former = content.getMediaTypes().values().iterator().next();
        content.setMediaTypes(new LinkedHashMap<>());
        types.forEach(
                type ->
                        content.addMediaType(
                                type, OASFactory.createMediaType().schema(former.getSchema())));
    }

    private static void describeCodes(Operation operation, Map<String, String> forms) {
        if (operation.getParameters() != null) {
            operation.getParameters().stream()
                    .filter(parameter -> forms.containsKey(parameter.getName()))
                    .forEach(
                            parameter ->
                                    parameter
                                            .getSchema()
                                            .setPattern(forms.get(parameter.getName())));
        }
    }

    /** The generated description has one success, with what the method returns. */
    private static void describeSuccesses(Operation operation, ResourceMethod method) {
        if (method.successes().isEmpty()) {
            return;
        }
        APIResponses responses = operation.getResponses();
        String generated =
                responses.getAPIResponses().keySet().stream()
                        .filter(status -> status.startsWith("2"))
                        .findFirst()
                        .orElseThrow();
        Content content = responses.getAPIResponse(generated).getContent();
        responses.removeAPIResponse(generated);
        for (Succeeds success : method.successes()) {
            APIResponse response =
                    OASFactory.createAPIResponse()
                            .description(success.meaning())
                            .content(withoutExamples(content));
            if (success.status() == ContinuedWork.ACCEPTED) {
                describeProgress(response);
            }
            responses.addAPIResponse(String.valueOf(success.status()), response);
        }
    }

    private static void describeProgress(APIResponse response) {
        response.addHeader(
                "Location",
                ResponseHeader.always("The path that shows the progress.", SchemaType.STRING));
        response.addHeader(
                "Retry-After",
                ResponseHeader.always(
                        "Seconds after which the progress is worth reading.", SchemaType.INTEGER));
    }

    /** Null for an answer without a body. */
    private static Content withoutExamples(Content content) {
        if (content == null) {
            return null;
        }
        Content copy = OASFactory.createContent();
        content.getMediaTypes()
                .forEach(
                        (name, type) ->
                                copy.addMediaType(
                                        name,
                                        OASFactory.createMediaType().schema(type.getSchema())));
        return copy;
    }

    private static <T> T the(Class<T> type) {
        return CDI.current().select(type).get();
    }
}
