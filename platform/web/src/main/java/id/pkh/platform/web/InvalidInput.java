package id.pkh.platform.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Names the field or parameter that is wrong, by its name on the wire and never with its value. */
@ApplicationScoped
class InvalidInput {

    /** One field that a constraint refuses. */
    record Violation(String field, String constraint, String message) {}

    @Inject RefusalTexts texts;

    /**
     * Whether the constraint is on a return value: then the fault is in the service, not in the
     * request.
     */
    static boolean isOurs(ConstraintViolationException violated) {
        for (ConstraintViolation<?> violation : violated.getConstraintViolations()) {
            for (Path.Node node : violation.getPropertyPath()) {
                if (node.getKind() == ElementKind.RETURN_VALUE) {
                    return true;
                }
            }
        }
        return false;
    }

    Refused violations(ConstraintViolationException violated, HttpHeaders headers) {
        Language language = Language.of(headers);
        List<Violation> violations =
                violated.getConstraintViolations().stream()
                        .map(violation -> violation(violation, language))
                        .sorted(
                                Comparator.comparing(Violation::field)
                                        .thenComparing(Violation::constraint))
                        .toList();
        return codeOf(violated)
                .map(code -> Refused.because(code).with("field", violations.get(0).field()))
                .orElseGet(() -> Refused.because(WebRefusals.INVALID_REQUEST))
                .with("violations", violations);
    }

    /** The code of a request whose only fault is what people wrote into its free texts. */
    private static Optional<String> codeOf(ConstraintViolationException violated) {
        boolean isOfText =
                violated.getConstraintViolations().stream()
                        .allMatch(
                                violation ->
                                        violation
                                                .getConstraintDescriptor()
                                                .getAnnotation()
                                                .annotationType()
                                                .equals(FreeText.class));
        return violated.getConstraintViolations().stream()
                .filter(violation -> isOfText)
                .map(ConstraintViolation::getMessage)
                .sorted()
                .findFirst();
    }

    Refused json(JsonProcessingException malformed, HttpHeaders headers) {
        String problem = problemOf(malformed);
        String words = texts.text("JSON_PROBLEM." + problem, Language.of(headers)).orElse(problem);
        Refused refused =
                Refused.because(WebRefusals.INVALID_JSON)
                        .with("field", fieldOf(malformed))
                        .with("reason", problem)
                        .with("problem", words);
        return malformed.getLocation() == null
                ? refused
                : refused.with("line", malformed.getLocation().getLineNr())
                        .with("column", malformed.getLocation().getColumnNr());
    }

    /** A parameter that could not be read, by its name; otherwise a path that does not exist. */
    static Refused parameter(WebApplicationException web, UriInfo uri) {
        String message = web.getCause() == null ? "" : String.valueOf(web.getCause().getMessage());
        for (Map.Entry<String, List<String>> parameter : uri.getQueryParameters().entrySet()) {
            for (String value : parameter.getValue()) {
                if (!value.isEmpty() && message.contains(value)) {
                    return Refused.because(WebRefusals.INVALID_PARAMETER)
                            .with("parameter", parameter.getKey());
                }
            }
        }
        return web.getResponse().getStatus() == 404
                ? Refused.because(WebRefusals.NOT_FOUND)
                : Refused.because(WebRefusals.INVALID_REQUEST);
    }

    private static String problemOf(JsonProcessingException malformed) {
        if (malformed instanceof UnrecognizedPropertyException) {
            return "UNKNOWN_FIELD";
        }
        if (malformed instanceof StrictJson.Refusal refusal) {
            return refusal.problem();
        }
        if (malformed instanceof MismatchedInputException mismatched) {
            String message = String.valueOf(mismatched.getOriginalMessage());
            boolean nothing =
                    message.startsWith("No content") || message.startsWith("Cannot map `null`");
            return nothing ? "MISSING" : "WRONG_VALUE";
        }
        return malformed instanceof JsonMappingException ? "WRONG_VALUE" : "SYNTAX";
    }

    private static String fieldOf(JsonProcessingException malformed) {
        StringBuilder field = new StringBuilder();
        if (malformed instanceof JsonMappingException mapping) {
            for (JsonMappingException.Reference step : mapping.getPath()) {
                if (step.getFieldName() == null) {
                    field.append('[').append(step.getIndex()).append(']');
                } else {
                    field.append(field.isEmpty() ? "" : ".").append(step.getFieldName());
                }
            }
        }
        if (!field.isEmpty()) {
            return field.toString();
        }
        return malformed.getLocation() == null
                ? "$"
                : "line " + malformed.getLocation().getLineNr();
    }

    private Violation violation(ConstraintViolation<?> violation, Language language) {
        var descriptor = violation.getConstraintDescriptor();
        String constraint = descriptor.getAnnotation().annotationType().getSimpleName();
        String message =
                texts.text("CONSTRAINT." + constraint, language)
                        .map(text -> RefusalTexts.fill(text, descriptor.getAttributes()))
                        .orElseGet(violation::getMessage);
        return new Violation(field(violation.getPropertyPath()), constraint, message);
    }

    /** The path without the method, and without the body parameter if something lies below it. */
    private static String field(Path path) {
        List<Path.Node> nodes = new ArrayList<>();
        path.forEach(nodes::add);
        int from = 0;
        if (nodes.size() > 1 && nodes.get(0).getKind() == ElementKind.METHOD) {
            from = 1;
            boolean below = nodes.size() > 2 && nodes.get(1).getKind() == ElementKind.PARAMETER;
            from += below ? 1 : 0;
        }
        StringBuilder field = new StringBuilder();
        for (Path.Node node : nodes.subList(from, nodes.size())) {
            if (node.isInIterable() && node.getIndex() != null) {
                field.append('[').append(node.getIndex()).append(']');
            }
            if (node.getName() != null && !node.getName().startsWith("<")) {
                field.append(field.isEmpty() ? "" : ".").append(SnakeCase.of(node.getName()));
            }
        }
        return field.toString();
    }
}
