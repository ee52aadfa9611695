package id.pkh.platform.web;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Refuses query parameters that do not have the {@link CodeForm} of the operation. */
@Provider
public class CodeForms implements ContainerRequestFilter {

    private final Map<Method, Map<String, String>> known = new ConcurrentHashMap<>();

    @Context ResourceInfo resource;

    /** The forms of a method, by the name of the parameter. */
    public static Map<String, String> of(Method method) {
        return Arrays.stream(method.getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(CodeForm.class))
                .collect(
                        Collectors.toMap(
                                parameter -> parameter.getAnnotation(QueryParam.class).value(),
                                parameter -> parameter.getAnnotation(CodeForm.class).value()));
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Map<String, String> forms =
                known.computeIfAbsent(resource.getResourceMethod(), CodeForms::of);
        forms.forEach(
                (name, form) -> {
                    String given = request.getUriInfo().getQueryParameters().getFirst(name);
                    if (given != null && !given.matches(form)) {
                        throw Refused.because(WebRefusals.CODE_MALFORMED)
                                .with("parameter", name)
                                .with("form", form);
                    }
                });
    }
}
