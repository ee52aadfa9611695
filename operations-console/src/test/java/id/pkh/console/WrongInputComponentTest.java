package id.pkh.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import id.pkh.console.support.Browser;
import id.pkh.console.support.OnStandIns;
import id.pkh.testsupport.log.CapturedLog;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.junit.jupiter.api.Test;

/**
 * Wrong values in every parameter and form field of every page never end in a server error. The
 * pages are read from their classes, so a new one is tried without being named here.
 */
@QuarkusTest
@OnStandIns
class WrongInputComponentTest {

    private static final List<String> WRONG =
            List.of(
                    "%00",
                    "x%0A9999-01-01%20FATAL%20forged",
                    "x%0D%0Ay:%20z",
                    "%1B%5B2J",
                    "x%7Fy",
                    "x%C2%85y",
                    "%FF",
                    "%ED%A0%80",
                    "%C0%80",
                    "",
                    "%20",
                    "x".repeat(3000),
                    "%F0%9F%98%80",
                    "-1",
                    "99999999999999999999",
                    "%2B999999999-12-31",
                    "9999-Q4",
                    "0000-00",
                    "//elsewhere.example",
                    "meeting",
                    "meeting:AAAA",
                    "meeting:x%00",
                    "garbage");

    private Browser browser;

    private record Page(String method, String path, List<String> query, List<String> form) {}

    @Test
    void wrongValuesAreNeverAServerError() {
        List<String> wrong = new ArrayList<>();
        List<Page> pages = pages();
        browser = Browser.signedIn("OPERATIONS");
        try (CapturedLog log = CapturedLog.ofEverything()) {
            for (Page page : pages) {
                for (String value : WRONG) {
                    page.query().forEach(name -> judge(page, name, value, wrong));
                    page.form().forEach(name -> judge(page, name, value, wrong));
                    if (page.path().contains("{")) {
                        judge(page, "the path", value, wrong);
                    }
                }
            }
            assertThat(log.text().lines()).noneMatch(line -> line.startsWith("9999-01-01"));
        }

        assertThat(pages).hasSizeGreaterThan(12);
        assertThat(wrong).isEmpty();
    }

    private void judge(Page page, String name, String value, List<String> wrong) {
        String path = page.path();
        if (name.equals("the path")) {
            path = path.replaceAll("\\{[^}]*}", value.isEmpty() ? "%20" : value);
        }
        path = path.replaceAll("\\{[^}]*}", "1");
        ValidatableResponse answer;
        if (page.method().equals("POST")) {
            Map<String, String> fields = new HashMap<>();
            page.form().forEach(field -> fields.put(field, field.equals(name) ? value : "1"));
            answer = browser.post(path, fields);
        } else {
            boolean asked = page.query().contains(name);
            answer = browser.get(asked ? path + "?" + name + "=" + value : path);
        }
        int status = answer.extract().statusCode();
        String body = answer.extract().asString();
        if (status >= 500 || body.contains("Exception") || body.contains("\tat ")) {
            wrong.add(
                    "%s %s, %s = %s: %d"
                            .formatted(page.method(), page.path(), name, value, status));
        }
    }

    private static List<Page> pages() {
        List<Page> pages = new ArrayList<>();
        for (JavaClass type :
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("id.pkh.console")) {
            if (type.isAnnotatedWith(Path.class)) {
                Class<?> resource = type.reflect();
                Arrays.stream(resource.getDeclaredMethods())
                        .filter(method -> isPage(method))
                        .map(method -> page(resource, method))
                        .forEach(pages::add);
            }
        }
        return pages;
    }

    /** A stream does not end by itself. */
    private static boolean isPage(Method method) {
        Produces produces = method.getAnnotation(Produces.class);
        boolean isStream =
                produces != null && Arrays.asList(produces.value()).contains("text/event-stream");
        return !isStream
                && (method.isAnnotationPresent(GET.class)
                        || method.isAnnotationPresent(POST.class));
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
        return new Page(
                method.isAnnotationPresent(POST.class) ? "POST" : "GET",
                ("/" + path).replaceAll("/+", "/"),
                query,
                form);
    }
}
