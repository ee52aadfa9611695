package id.pkh.platform.web.description;

import id.pkh.platform.web.BodyTypes;
import id.pkh.platform.web.CodeForms;
import id.pkh.platform.web.FreeText;
import id.pkh.platform.web.Idempotent;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;

/** The Java method behind an operation of the API. */
public record ResourceMethod(String httpMethod, String path, Method java) {

    private static final List<Class<? extends Annotation>> NOT_THE_BODY =
            List.of(PathParam.class, QueryParam.class, BeanParam.class, Context.class);

    /** All operations of this process. */
    static List<ResourceMethod> ofThisProcess() {
        return CDI.current().getBeanManager().getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(bean -> (Class<?>) bean.getBeanClass())
                .filter(type -> type.isAnnotationPresent(Path.class) && !type.isInterface())
                .distinct()
                .flatMap(ResourceMethod::of)
                .toList();
    }

    /** Visits each operation of a document with its method. */
    public static void forEach(OpenAPI document, BiConsumer<ResourceMethod, Operation> visitor) {
        if (document.getPaths() == null || document.getPaths().getPathItems() == null) {
            return;
        }
        Map<String, ResourceMethod> methods = new HashMap<>();
        ofThisProcess()
                .forEach(method -> methods.put(method.httpMethod + " " + method.path, method));
        document.getPaths()
                .getPathItems()
                .forEach(
                        (path, item) ->
                                item.getOperations()
                                        .forEach(
                                                (verb, operation) -> {
                                                    ResourceMethod method =
                                                            methods.get(verb.name() + " " + path);
                                                    if (method != null) {
                                                        visitor.accept(method, operation);
                                                    }
                                                }));
    }

    static Stream<ResourceMethod> of(Class<?> resource) {
        return Arrays.stream(resource.getMethods())
                .flatMap(
                        method ->
                                httpMethodOf(method)
                                        .map(
                                                verb ->
                                                        new ResourceMethod(
                                                                verb,
                                                                pathOf(resource, method),
                                                                method))
                                        .stream());
    }

    private static Optional<String> httpMethodOf(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .map(HttpMethod::value)
                .findFirst();
    }

    private static String pathOf(Class<?> resource, Method method) {
        Path below = method.getAnnotation(Path.class);
        String whole =
                "/"
                        + resource.getAnnotation(Path.class).value()
                        + "/"
                        + (below == null ? "" : below.value());
        return whole.replaceAll("\\{\\s*(\\w+)\\s*:[^}]*}", "{$1}")
                .replaceAll("/+", "/")
                .replaceAll("(.)/$", "$1");
    }

    /** The roles and sets of roles that may call it. */
    public List<String> rolesAllowed() {
        return nearest(RolesAllowed.class).map(roles -> List.of(roles.value())).orElse(List.of());
    }

    /** Whether the method itself declares that anyone may call it. */
    public boolean needsNoToken() {
        return java.isAnnotationPresent(PermitAll.class);
    }

    /** The codes that are named at the method, at its class, or at an annotation of the method. */
    Set<String> refusals() {
        Set<String> codes = new TreeSet<>();
        Stream.of(
                        Stream.of(
                                java.getAnnotation(Refuses.class),
                                java.getDeclaringClass().getAnnotation(Refuses.class)),
                        Arrays.stream(java.getAnnotations())
                                .map(each -> each.annotationType().getAnnotation(Refuses.class)))
                .flatMap(named -> named)
                .filter(named -> named != null)
                .forEach(named -> codes.addAll(List.of(named.value())));
        return codes;
    }

    boolean isPaged() {
        return Arrays.stream(java.getParameters())
                .anyMatch(parameter -> PageParams.class.isAssignableFrom(parameter.getType()));
    }

    boolean hasPathParameters() {
        return path.contains("{");
    }

    boolean hasQueryParameters() {
        return Arrays.stream(java.getParameters())
                .anyMatch(
                        parameter ->
                                parameter.isAnnotationPresent(QueryParam.class)
                                        || parameter.isAnnotationPresent(BeanParam.class));
    }

    boolean hasBody() {
        return !httpMethod.equals("GET")
                && Arrays.stream(java.getParameters()).anyMatch(ResourceMethod::isBody);
    }

    /** Whether the body is JSON; otherwise it is a file. */
    boolean hasJsonBody() {
        return hasBody()
                && bodyTypes().isEmpty()
                && nearest(Consumes.class)
                        .map(types -> List.of(types.value()))
                        .orElse(List.of(MediaType.APPLICATION_JSON))
                        .contains(MediaType.APPLICATION_JSON);
    }

    /** The content types of a body of any type, or none if the method states them itself. */
    List<String> bodyTypes() {
        return Stream.concat(
                        Stream.ofNullable(java.getAnnotation(BodyTypes.class)),
                        Arrays.stream(java.getAnnotations())
                                .map(each -> each.annotationType().getAnnotation(BodyTypes.class))
                                .filter(types -> types != null))
                .flatMap(types -> Arrays.stream(types.value()))
                .toList();
    }

    /** The statuses that are named at the method; otherwise those of its annotations. */
    List<Succeeds> successes() {
        List<Succeeds> own = List.of(java.getAnnotationsByType(Succeeds.class));
        return own.isEmpty()
                ? Arrays.stream(java.getAnnotations())
                        .flatMap(
                                each ->
                                        Arrays.stream(
                                                each.annotationType()
                                                        .getAnnotationsByType(Succeeds.class)))
                        .toList()
                : own;
    }

    /** Whether people write texts of their own into the request. */
    boolean hasFreeText() {
        return Arrays.stream(java.getParameters())
                .anyMatch(
                        parameter ->
                                parameter.isAnnotationPresent(FreeText.class)
                                        || FreeTextFields.areIn(parameter.getParameterizedType()));
    }

    /** The forms of its coded query parameters, by their names. */
    Map<String, String> codeForms() {
        return CodeForms.of(java);
    }

    boolean isIdempotent() {
        return nearest(Idempotent.class).isPresent();
    }

    boolean changesSomething() {
        return !httpMethod.equals("GET");
    }

    private static boolean isBody(Parameter parameter) {
        return NOT_THE_BODY.stream().noneMatch(parameter::isAnnotationPresent);
    }

    private <A extends Annotation> Optional<A> nearest(Class<A> type) {
        A own = java.getAnnotation(type);
        return Optional.ofNullable(
                own != null ? own : java.getDeclaringClass().getAnnotation(type));
    }
}
