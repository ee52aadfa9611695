package id.pkh.console;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.console.support.Browser;
import id.pkh.console.support.OnStandIns;
import id.pkh.console.support.Pages;
import id.pkh.console.support.Pages.Page;
import id.pkh.testsupport.log.CapturedLog;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    @Test
    void wrongValuesAreNeverAServerError() {
        List<String> wrong = new ArrayList<>();
        List<Page> pages = Pages.all().stream().filter(page -> !page.isStream()).toList();
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
}
