package id.pkh.platform.web.description;

import id.pkh.platform.web.RefusalCatalogue;
import id.pkh.platform.web.RefusalTexts;
import id.pkh.platform.web.WebConfig;
import id.pkh.platform.web.WebRefusals;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.enterprise.inject.spi.CDI;
import java.util.LinkedHashMap;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;

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
        new WireSchemas(document, the(WebConfig.class).apiDescription().nullsDeclared()).apply();
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
                    refusals.describe(
                            operation, OperationRefusals.of(method, the(WebRefusals.class)));
                    if (method.isIdempotent()) {
                        IdempotencyKeyHeader.addTo(operation);
                    }
                    examples.add(operation);
                });
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

    private static <T> T the(Class<T> type) {
        return CDI.current().select(type).get();
    }
}
