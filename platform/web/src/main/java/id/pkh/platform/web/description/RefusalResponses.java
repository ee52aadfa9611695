package id.pkh.platform.web.description;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;

import id.pkh.platform.web.Language;
import id.pkh.platform.web.Problem;
import id.pkh.platform.web.RefusalCatalogue;
import id.pkh.platform.web.RefusalTexts;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Describes refusals: one problem schema, one example for each code, and for each operation and
 * status the codes that it can give.
 */
final class RefusalResponses {

    private static final String PROBLEM = "Problem";

    /** The codes of a response; the schema is the same for all, so that a client has one type. */
    private static final String CODES = "x-refusals";

    private static final Set<Integer> WAIT = Set.of(429, 503);

    private final Components components;
    private final RefusalCatalogue catalogue;
    private final RefusalTexts texts;

    RefusalResponses(Components components, RefusalCatalogue catalogue, RefusalTexts texts) {
        this.components = components;
        this.catalogue = catalogue;
        this.texts = texts;
        components.addSchema(PROBLEM, problem());
    }

    /**
     * Replaces what the operation says about refusals with its codes. Unknown codes are left out
     * here, because {@link RefusesCheck} then stops the start and names them.
     */
    void describe(Operation operation, Set<String> codes) {
        List<String> former =
                operation.getResponses().getAPIResponses().keySet().stream()
                        .filter(status -> status.startsWith("4") || status.startsWith("5"))
                        .toList();
        former.forEach(operation.getResponses()::removeAPIResponse);
        Map<Integer, Set<String>> byStatus =
                codes.stream()
                        .filter(code -> catalogue.statusOf(code).isPresent())
                        .collect(
                                groupingBy(
                                        code -> catalogue.statusOf(code).orElseThrow(),
                                        TreeMap::new,
                                        toCollection(TreeSet::new)));
        byStatus.forEach(
                (status, codesOfStatus) ->
                        operation
                                .getResponses()
                                .addAPIResponse(
                                        status.toString(), responseOf(status, codesOfStatus)));
    }

    /** A response with a single code is described once for all operations that give it. */
    private APIResponse responseOf(int status, Set<String> codes) {
        if (codes.size() > 1) {
            return described(status, codes);
        }
        String code = codes.iterator().next();
        if (components.getResponses() == null || !components.getResponses().containsKey(code)) {
            components.addResponse(code, described(status, codes));
        }
        return OASFactory.createAPIResponse().ref(code);
    }

    private APIResponse described(int status, Set<String> codes) {
        var content = OASFactory.createMediaType().schema(OASFactory.createSchema().ref(PROBLEM));
        codes.forEach(code -> content.addExample(code, exampleOf(code, status)));
        APIResponse response =
                OASFactory.createAPIResponse()
                        .description(
                                String.join(
                                        ". ",
                                        codes.stream()
                                                .map(code -> texts.title(code, Language.ENGLISH))
                                                .toList()))
                        .content(
                                OASFactory.createContent()
                                        .addMediaType(Problem.MEDIA_TYPE, content));
        response.addExtension(CODES, List.copyOf(codes));
        if (status == 401) {
            response.addHeader(
                    "WWW-Authenticate",
                    ResponseHeader.of("The scheme, Bearer.", SchemaType.STRING));
        }
        if (WAIT.contains(status)) {
            response.addHeader(
                    "Retry-After",
                    ResponseHeader.of(
                            "Seconds after which the request can be sent again.",
                            SchemaType.INTEGER));
        }
        return response;
    }

    private org.eclipse.microprofile.openapi.models.examples.Example exampleOf(
            String code, int status) {
        if (components.getExamples() == null || !components.getExamples().containsKey(code)) {
            components.addExample(
                    code,
                    OASFactory.createExample()
                            .summary(texts.title(code, Language.ENGLISH))
                            .value(Problem.example(code, status, texts)));
        }
        return OASFactory.createExample().ref(code);
    }

    private static Schema problem() {
        Schema problem =
                OASFactory.createSchema()
                        .addType(SchemaType.OBJECT)
                        .description(
                                "Why a request was refused (RFC 9457). Further members are details"
                                        + " of the refusal.")
                        .additionalPropertiesBoolean(true);
        text(problem, "type", "urn:pkh:problem: and the code");
        text(problem, "title", "What happened, in a few words");
        problem.addProperty(
                "status",
                OASFactory.createSchema()
                        .addType(SchemaType.INTEGER)
                        .format("int32")
                        .description("The HTTP status"));
        text(problem, "detail", "What the reader can do, in the language of Accept-Language");
        text(problem, "code", "The stable name of the reason");
        problem.addProperty(
                "instance",
                OASFactory.createSchema()
                        .addType(SchemaType.STRING)
                        .addType(SchemaType.NULL)
                        .description("The path of the request"));
        List.of("type", "title", "status", "detail", "code").forEach(problem::addRequired);
        return problem;
    }

    private static void text(Schema schema, String name, String description) {
        schema.addProperty(
                name,
                OASFactory.createSchema().addType(SchemaType.STRING).description(description));
    }
}
