package id.pkh.console.support;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** The pages of the console, read from their classes. */
public final class Pages {

    /**
     * One page or form.
     *
     * @param roles the roles that may call it; empty if it needs none
     * @param isStream whether its answer does not end by itself
     */
    public record Page(
            String method,
            String path,
            List<String> query,
            List<String> form,
            Set<String> roles,
            boolean isStream) {

        public String name() {
            return method + " " + path;
        }
    }

    private Pages() {}

    public static List<Page> all() {
        List<Page> pages = new ArrayList<>();
        for (JavaClass type :
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("id.pkh.console")) {
            if (type.isAnnotatedWith(Path.class)) {
                Class<?> resource = type.reflect();
                Arrays.stream(resource.getDeclaredMethods())
                        .filter(
                                method ->
                                        method.isAnnotationPresent(GET.class)
                                                || method.isAnnotationPresent(POST.class))
                        .map(method -> page(resource, method))
                        .forEach(pages::add);
            }
        }
        return pages;
    }

    private static Page page(Class<?> resource, Method method) {
        String path = resource.getAnnotation(Path.class).value();
        Path below = method.getAnnotation(Path.class);
        path = below == null ? path : path + "/" + below.value();
        Map<String, AnnotatedElement> parameters = new LinkedHashMap<>();
        for (Parameter parameter : method.getParameters()) {
            parameters.put(parameter.getName(), parameter);
            Stream.of(parameter.getType().getDeclaredFields())
                    .filter(field -> field.isAnnotationPresent(RestQuery.class))
                    .forEach((Field field) -> parameters.put(field.getName(), field));
        }
        List<String> query = new ArrayList<>();
        List<String> form = new ArrayList<>();
        parameters.forEach(
                (name, element) -> {
                    RestForm field = element.getAnnotation(RestForm.class);
                    if (element.isAnnotationPresent(RestQuery.class)) {
                        query.add(name);
                    } else if (field != null) {
                        form.add(field.value().isEmpty() ? name : field.value());
                    }
                });
        Produces produces = method.getAnnotation(Produces.class);
        return new Page(
                method.isAnnotationPresent(POST.class) ? "POST" : "GET",
                ("/" + path).replaceAll("/+", "/").replaceAll("(.)/$", "$1"),
                query,
                form,
                rolesOf(resource, method),
                produces != null && List.of(produces.value()).contains("text/event-stream"));
    }

    private static Set<String> rolesOf(Class<?> resource, Method method) {
        boolean isOpen =
                method.isAnnotationPresent(PermitAll.class)
                        || method.isAnnotationPresent(Authenticated.class);
        RolesAllowed roles =
                Stream.of(method, resource)
                        .map(place -> place.getAnnotation(RolesAllowed.class))
                        .filter(found -> found != null)
                        .findFirst()
                        .orElse(null);
        return isOpen || roles == null ? Set.of() : new TreeSet<>(List.of(roles.value()));
    }
}
