package id.pkh.platform.web.description;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;

/** Describes the header of an operation that takes effect once; the method does not mention it. */
final class IdempotencyKeyHeader {

    private static final String KEY = "Idempotency-Key";
    private static final String REPLAYED = "Idempotency-Replayed";
    private static final String EXAMPLE = "01983f2a-6c10-7b3e-9d51-7a9c1e3b5d00";

    private IdempotencyKeyHeader() {}

    static void addTo(Operation operation) {
        operation.addParameter(
                OASFactory.createParameter()
                        .name(KEY)
                        .in(In.HEADER)
                        .required(true)
                        .description(
                                "A new text for each act, such as a UUID. A repeat with the same"
                                        + " key and body gets the first response again.")
                        .schema(
                                OASFactory.createSchema()
                                        .addType(SchemaType.STRING)
                                        .pattern("^[!-~]{8,128}$"))
                        .example(EXAMPLE));
        operation
                .getResponses()
                .getAPIResponses()
                .forEach(
                        (status, response) -> {
                            if (status.startsWith("2")) {
                                response.addHeader(
                                        REPLAYED,
                                        OASFactory.createHeader()
                                                .description(
                                                        "true if this is the first response again")
                                                .schema(
                                                        OASFactory.createSchema()
                                                                .addType(SchemaType.BOOLEAN)));
                            }
                        });
    }
}
