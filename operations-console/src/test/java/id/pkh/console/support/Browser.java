package id.pkh.console.support;

import static io.restassured.RestAssured.given;

import id.pkh.testsupport.rest.Caller;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stores cookies and forms as a browser does; follows no redirect. */
public final class Browser {

    private static final Pattern FIELD = Pattern.compile("name=\"csrf-token\" value=\"([^\"]+)\"");

    private final Map<String, String> cookies = new HashMap<>();
    private String formToken = "";

    public static Browser signedIn(String role) {
        Browser browser = new Browser();
        browser.get("/sign-in");
        browser.post("/sign-in", Map.of("token", token(role))).statusCode(303);
        return browser;
    }

    /** A browser in which a token was put into the cookie of the session by hand. */
    public static Browser withToken(String token) {
        Browser browser = new Browser();
        browser.cookies.put("__Host-pkh_console", token);
        browser.get("/sign-in");
        browser.get("/sign-in");
        return browser;
    }

    public static String token(String role) {
        return Caller.as(role, "*").token();
    }

    public ValidatableResponse get(String path) {
        return keep(request().get(path));
    }

    public ValidatableResponse get(String path, Map<String, String> headers) {
        return keep(request().headers(headers).get(path));
    }

    public ValidatableResponse post(String path, Map<String, ?> fields) {
        return keep(request().formParam("csrf-token", formToken).formParams(fields).post(path));
    }

    public ValidatableResponse postWithoutFormToken(String path, Map<String, ?> fields) {
        return keep(request().formParams(fields).post(path));
    }

    /** The token of the form that was seen last. */
    public String formToken() {
        return formToken;
    }

    /** As if the other had managed to set a cookie here. */
    public Browser withCookieOf(Browser other, String name) {
        cookies.put(name, other.cookies.get(name));
        return this;
    }

    private RequestSpecification request() {
        return given().urlEncodingEnabled(false)
                .redirects()
                .follow(false)
                .cookies(cookies)
                .header("Accept-Language", "en")
                .contentType("application/x-www-form-urlencoded");
    }

    private ValidatableResponse keep(Response answer) {
        cookies.putAll(answer.cookies());
        Matcher field = FIELD.matcher(answer.asString());
        if (field.find()) {
            formToken = field.group(1);
        }
        return answer.then();
    }
}
