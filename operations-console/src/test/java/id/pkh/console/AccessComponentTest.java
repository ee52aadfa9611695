package id.pkh.console;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.console.support.Browser;
import id.pkh.console.support.OnStandIns;
import id.pkh.console.support.Pages;
import id.pkh.console.support.Pages.Page;
import id.pkh.console.support.StandIns;
import id.pkh.localstack.TestTokens;
import id.pkh.testsupport.access.AccessTable;
import id.pkh.testsupport.rest.Caller;
import id.pkh.testsupport.rest.ResponseHeaders;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Who may open which page, compared with the table in docs/access.md. The console has no records of
 * its own: what a page shows comes from the services, with the token of the user, and they apply
 * its areas. The live view filters records of the broker by areas itself; see TailTest.
 */
@QuarkusTest
@OnStandIns
class AccessComponentTest {

    private static final List<Page> PAGES = Pages.all();

    @Test
    void theTableHasEveryPageWithItsRolesAndNoOther() {
        Map<String, Set<String>> roles = new TreeMap<>();
        PAGES.forEach(page -> roles.put(page.name(), page.roles()));

        assertThat(AccessTable.ofPages("operations-console").differencesFrom(roles)).isEmpty();
    }

    @Test
    void aRoleThatIsNotListedOpensNoPageAndSendsNoForm() {
        List<String> wrong = new ArrayList<>();
        for (String role : AccessTable.everyRole()) {
            Browser browser = Browser.withToken(Caller.as(role, "*").token());
            StandIns.tokensSince();
            for (Page page : PAGES) {
                if (!page.roles().isEmpty() && !page.roles().contains(role)) {
                    Response answer = call(browser, page);
                    if (answer.statusCode() != 403 && !isDoorOfNoProvider(page, answer)) {
                        wrong.add(finding(page, role, answer));
                    }
                }
            }
            assertThat(StandIns.tokensSince()).as("calls to services for " + role).isEmpty();
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void aListedRoleIsNotRefused() {
        List<String> wrong = new ArrayList<>();
        for (String role : List.of(Access.OPERATIONS, Access.AUDITOR)) {
            Browser browser = Browser.withToken(Caller.as(role, "*").token());
            for (Page page : PAGES) {
                if (page.roles().contains(role) && !page.isStream()) {
                    Response answer = call(browser, page);
                    if (Set.of(401, 403).contains(answer.statusCode())
                            || isToSignIn(answer) && !isDoorOfNoProvider(page, answer)) {
                        wrong.add(finding(page, role, answer));
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void withoutAValidTokenEveryPageLeadsToTheSignIn() {
        List<String> roles = List.of(Access.OPERATIONS);
        Map<String, Browser> invalid = new HashMap<>();
        invalid.put("no token", new Browser());
        invalid.put("expired", Browser.withToken(Caller.expired(Access.OPERATIONS).token()));
        invalid.put(
                "another issuer",
                Browser.withToken(
                        TestTokens.withClaims(roles, Map.of("iss", "\"https://other.example\""))));
        invalid.put(
                "another audience",
                Browser.withToken(TestTokens.withClaims(roles, Map.of("aud", "\"other\""))));
        List<String> wrong = new ArrayList<>();
        StandIns.tokensSince();
        invalid.forEach(
                (what, browser) -> {
                    browser.get("/sign-in");
                    for (Page page : PAGES) {
                        if (!page.roles().isEmpty()) {
                            Response answer = call(browser, page);
                            if (!isToSignIn(answer)) {
                                wrong.add(finding(page, what, answer));
                            }
                        }
                    }
                });
        assertThat(wrong).isEmpty();
        assertThat(StandIns.tokensSince()).isEmpty();
    }

    @Test
    void everyCallToAServiceHasTheTokenOfTheUserWithItsAreas() {
        int pagesThatCall = 0;
        for (String[] areas : new String[][] {{"*"}, {"17.71.08"}, {}}) {
            String token = Caller.as(Access.OPERATIONS, areas).token();
            Browser browser = Browser.withToken(token);
            for (Page page : PAGES) {
                if (page.roles().contains(Access.OPERATIONS) && !page.isStream()) {
                    StandIns.tokensSince();
                    call(browser, page);
                    Set<String> tokens = StandIns.tokensSince();
                    assertThat(tokens).as(page.name()).isSubsetOf(Set.of(token));
                    pagesThatCall += tokens.size();
                }
            }
        }
        assertThat(pagesThatCall).isGreaterThan(20);
    }

    @Test
    void everyPageHasTheHeadersThatKeepItToItsReader() {
        List<String> wrong = new ArrayList<>();
        for (Browser browser : List.of(new Browser(), Browser.signedIn(Access.OPERATIONS))) {
            browser.get("/sign-in");
            for (Page page : PAGES) {
                if (!page.isStream()) {
                    Response answer = call(browser, page);
                    ResponseHeaders.missingInPage(answer)
                            .forEach(missing -> wrong.add(finding(page, missing, answer)));
                }
            }
            for (String other : List.of("/nothing-here", "/parked/nowhere/7")) {
                wrong.addAll(
                        ResponseHeaders.missingInPage(browser.get(other).extract().response()));
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Opens the page, or sends the form, about something that there is. */
    private static Response call(Browser browser, Page page) {
        String path = page.path().replace("{service}", "meeting").replace("{id}", "7");
        path = path.replace("{tag}", "id");
        if (page.method().equals("GET")) {
            String query =
                    switch (page.path()) {
                        case "/timeline" -> "?key=f-1";
                        case "/chain" -> "?event=01900000-0000-7000-8000-00000000000a";
                        case "/parked/redrive" -> "?service=meeting&reason=HANDLER_FAILED";
                        case "/parked/redrives", "/parked/redrives/panel" ->
                                "?of=meeting:" + StandIns.STILL_RUNNING;
                        default -> "";
                    };
            return browser.get(path + query).extract().response();
        }
        Map<String, String> fields = new HashMap<>();
        page.form().forEach(field -> fields.put(field, valueOf(field)));
        return browser.post(path, fields).extract().response();
    }

    private static String valueOf(String field) {
        return switch (field) {
            case "event" -> "meeting:7";
            case "of" -> "meeting:" + StandIns.STILL_RUNNING;
            case "service" -> "meeting";
            default -> "HANDLER_FAILED";
        };
    }

    /** Without a provider, everybody is sent to the sign-in page. */
    private static boolean isDoorOfNoProvider(Page page, Response answer) {
        return page.path().equals("/signed-in") && isToSignIn(answer);
    }

    private static boolean isToSignIn(Response answer) {
        String location = answer.header("Location");
        return answer.statusCode() == 303 && location != null && location.contains("/sign-in");
    }

    private static String finding(Page page, String what, Response answer) {
        return "%s, %s: %d %s"
                .formatted(page.name(), what, answer.statusCode(), answer.header("Location"));
    }
}
