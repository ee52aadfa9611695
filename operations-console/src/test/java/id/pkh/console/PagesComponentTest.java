package id.pkh.console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import id.pkh.console.support.Browser;
import id.pkh.console.support.OnStandIns;
import id.pkh.console.support.StandIns;
import id.pkh.localstack.TestTokens;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages as a browser gets them; the responses of the services are made up. */
@QuarkusTest
@OnStandIns
class PagesComponentTest {

    private static final Duration BRIEF = Duration.ofSeconds(3);

    @ParameterizedTest
    @ValueSource(strings = {"/", "/parked", "/parked/meeting/7"})
    void whoIsNotSignedInIsSentToTheForm(String page) {
        new Browser()
                .get(page)
                .statusCode(303)
                .header("Location", containsString("/sign-in?next=" + page));
    }

    @Test
    void everyPageWarnsThatTheLocalIssuerIsAcceptedAndTheSignInPageNamesTheIssuer() {
        new Browser()
                .get("/sign-in")
                .body(containsString("id=\"local-issuer\""))
                .body(containsString("<code id=\"issuer\">https://issuer.pkh.local</code>"));
        Browser auditor = Browser.signedIn("AUDITOR");
        for (String page : List.of("/", "/parked", "/timeline", "/nothing-here")) {
            auditor.get(page).body(containsString("id=\"local-issuer\""));
        }
    }

    @Test
    void aPartThatIsRefreshedAfterTheSessionEndedTellsTheBrowserWhereToGo() {
        io.restassured.RestAssured.given()
                .header("HX-Request", "true")
                .get("/overview/panel")
                .then()
                .statusCode(401)
                .header("HX-Redirect", containsString("/sign-in"));
    }

    @Test
    void aTokenOfTheIssuerWithTheRoleBecomesACookieThatNoScriptReads() {
        Browser browser = new Browser();
        browser.get("/sign-in")
                .statusCode(200)
                .body(containsString("./pkh token --role OPERATIONS"));
        List<String> cookies =
                browser.post(
                                "/sign-in",
                                Map.of("token", Browser.token("OPERATIONS"), "next", "/parked"))
                        .statusCode(303)
                        .header("Location", containsString("/parked"))
                        .extract()
                        .headers()
                        .getValues("Set-Cookie");
        assertThat(cookies)
                .hasSize(2)
                .allMatch(cookie -> cookie.startsWith("__Host-pkh_console"))
                .allMatch(cookie -> cookie.toLowerCase().contains("secure"))
                .allMatch(cookie -> cookie.contains("Path=/"))
                .noneMatch(cookie -> cookie.contains("Domain"))
                .allMatch(cookie -> cookie.toLowerCase().contains("httponly"))
                .allMatch(cookie -> cookie.toLowerCase().contains("samesite=strict"));
        browser.get("/").statusCode(200).body(containsString("operations-1"));
    }

    @Test
    void aFormOfOneSessionIsWorthNothingInAnother() {
        Browser attacker = Browser.signedIn("AUDITOR");
        attacker.get("/");
        Browser victim = Browser.signedIn("OPERATIONS");
        victim.get("/");

        victim.postWithoutFormToken("/sign-out", Map.of("csrf-token", attacker.formToken()))
                .statusCode(400);
        victim.withCookieOf(attacker, "__Host-pkh_console_browser")
                .postWithoutFormToken("/sign-out", Map.of("csrf-token", attacker.formToken()))
                .statusCode(400);
        attacker.post("/sign-out", Map.of()).statusCode(303);
    }

    @Test
    void pagesInTwoTabsOfABrowserCanBothBeSent() {
        Browser browser = Browser.signedIn("OPERATIONS");
        browser.get("/");
        String ofTheFirstTab = browser.formToken();
        browser.get("/tail");

        assertThat(browser.formToken()).isNotEqualTo(ofTheFirstTab);
        browser.postWithoutFormToken("/sign-out", Map.of("csrf-token", ofTheFirstTab))
                .statusCode(303);
    }

    @Test
    void theLivePageEndsWithItsToken() {
        String brief = TestTokens.brief("operations-1", List.of("OPERATIONS"), BRIEF);
        long begin = System.nanoTime();

        given().cookie("__Host-pkh_console", brief).get("/tail/stream").then().statusCode(200);

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void aTokenThatIsExpiredOrOfNobodyOrWithoutTheRoleIsRefusedWithTheReason() {
        Browser browser = new Browser();
        browser.get("/sign-in");
        String expired = Caller.expired("OPERATIONS").token();
        browser.post("/sign-in", Map.of("token", expired))
                .statusCode(422)
                .body(containsString("not accepted"));
        browser.post("/sign-in", Map.of("token", "not a token")).statusCode(422);
        browser.post("/sign-in", Map.of("token", Browser.token("FACILITATOR")))
                .statusCode(422)
                .body(containsString("neither the role"));
    }

    @Test
    void theOverviewShowsEveryServiceAlsoThoseThatAreDownAndTheBroker() {
        String page = Browser.signedIn("AUDITOR").get("/").statusCode(200).extract().asString();
        assertThat(row(page, "service-registry")).contains("● ready", "● up", "1\u202f234");
        assertThat(row(page, "service-meeting")).contains("● ready", "/parked?service=meeting");
        assertThat(row(page, "service-verification"))
                .contains("▲ not ready", "▲ down", "Database connections health check");
        assertThat(row(page, "service-disbursement")).contains("▲ down", "unknown");
        assertThat(row(page, "broker")).contains("● up");
        assertThat(page).contains("Services not ready: 2", "Parked events: 2");
        assertThat(row(page, "service-registry")).as("outbox older than 30 s").contains("▲ 45 s");
    }

    @Test
    void parkedEventsAreListedAndASilentServiceIsNamed() {
        Browser.signedIn("OPERATIONS")
                .get("/parked")
                .statusCode(200)
                .body(containsString("HANDLER_FAILED"))
                .body(containsString("value=\"meeting:7\""))
                .body(containsString("family-&lt;b&gt;1"))
                .body(not(containsString("<b>1</b>")))
                .body(containsString("after=meeting%3ACURSOR"));
        Browser.signedIn("OPERATIONS")
                .get("/parked?service=disbursement")
                .body(containsString("does not respond"))
                .body(containsString("No event matches"));
    }

    @Test
    void theCallsOfOnePageHaveItsTraceAndOneCorrelationId() {
        String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        Browser browser = Browser.signedIn("OPERATIONS");
        StandIns.calls();
        browser.get("/parked", Map.of("traceparent", trace)).statusCode(200);
        List<String> first = StandIns.calls();
        browser.get("/parked").statusCode(200);

        assertThat(first).hasSizeGreaterThan(1).allMatch(call -> call.endsWith(" " + trace));
        assertThat(new HashSet<>(first)).hasSize(1);
        assertThat(StandIns.calls()).isNotEmpty().doesNotContainAnyElementsOf(first);
    }

    @Test
    void oneParkedEventShowsItsPayloadItsReasonAndWhatToDo() {
        Browser.signedIn("OPERATIONS")
                .get("/parked/meeting/7")
                .statusCode(200)
                .body(containsString("This is a bug in the consumer"))
                .body(containsString("&lt;script&gt;"))
                .body(not(containsString("<script>alert")))
                .body(containsString("act-1"))
                .body(containsString("id=\"redrive\""));
        Browser.signedIn("OPERATIONS").get("/parked/meeting/999").statusCode(404);
        Browser.signedIn("OPERATIONS").get("/parked/nowhere/7").statusCode(404);
    }

    @Test
    void whatIsTickedIsRedrivenAndWhatOthersDidIsTold() {
        Browser browser = Browser.signedIn("OPERATIONS");
        browser.get("/parked");
        String run =
                browser.post("/parked/redrives", Map.of("event", List.of("meeting:7", "meeting:8")))
                        .statusCode(303)
                        .extract()
                        .header("Location");
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () ->
                                browser.get(run)
                                        .body(containsString("run-done"))
                                        .body(containsString("no event is applied twice")));
        browser.get("/parked").body(containsString("operations-2"), containsString("ids=2"));
    }

    @Test
    void aRedriveThatRunsShowsHowFarItIsAndCanBeStopped() {
        Browser browser = Browser.signedIn("OPERATIONS");
        String of = "of=meeting:" + StandIns.STILL_RUNNING;
        browser.get("/parked/redrives?" + of)
                .statusCode(200)
                .body(containsString("value=\"400000\" max=\"1000000\""))
                .body(containsString("hx-get=\"/parked/redrives/panel?" + of + "\""))
                .body(containsString("id=\"stop\""))
                .body(not(containsString("run-done")));
        browser.post("/parked/redrives/stop", Map.of("of", "meeting:" + StandIns.STILL_RUNNING))
                .statusCode(303)
                .header("Location", endsWith("/parked/redrives?" + of));
        Browser.signedIn("AUDITOR")
                .get("/parked/redrives?" + of)
                .body(not(containsString("id=\"stop\"")));
    }

    @Test
    void aRedriveThatAServiceDidNotTakeOrDoesNotTellSaysSo() {
        Browser browser = Browser.signedIn("OPERATIONS");
        browser.get("/parked/redrives?of=meeting:" + StandIns.NOT_TAKEN)
                .statusCode(200)
                .body(containsString("has not accepted this redrive"))
                .body(containsString("run-done"));
        browser.get("/parked/redrives?of=disbursement:" + StandIns.NOT_TAKEN)
                .body(containsString("No response."))
                .body(not(containsString("run-done")));
        browser.get("/parked/redrives?of=nonsense").statusCode(404);
        browser.get("/parked/redrives").statusCode(404);
    }

    @Test
    void whatOperatorsDidIsShownAndAServiceThatRefusesIsNamedWithItsCode() {
        Browser browser = Browser.signedIn("AUDITOR");
        browser.get("/actions")
                .statusCode(200)
                .body(containsString("DISCARD"))
                .body(containsString("sent &lt;i&gt;twice"))
                .body(containsString("<b>registry</b> <code>FORBIDDEN</code>"))
                .body(
                        containsString(
                                "does not respond; its data is missing here: <b>disbursement</b>"))
                .body(not(containsString("EARLIER")));
        browser.get("/actions?service=meeting")
                .body(containsString("service=meeting&amp;after=EARLIER"));
        new Browser().get("/actions").statusCode(303);
    }

    @Test
    void aRedriveOfNothingTickedSaysSo() {
        Browser browser = Browser.signedIn("OPERATIONS");
        browser.get("/parked");
        browser.post("/parked/redrives", Map.of("event", "nowhere:x"))
                .statusCode(303)
                .header("Location", containsString("/parked?nothing=ticked"));
        browser.get("/parked?nothing=ticked").body(containsString("Select at least one"));
    }

    @Test
    void allOfAReasonAreRedrivenOnlyAfterTheCountWasShown() {
        Browser browser = Browser.signedIn("OPERATIONS");
        browser.get("/parked/redrive?service=meeting&reason=HANDLER_FAILED")
                .statusCode(200)
                .body(containsString("<td class=\"n\">5</td>"))
                .body(containsString("id=\"confirm\""));
        browser.post(
                        "/parked/redrives/all",
                        Map.of("service", "meeting", "reason", "HANDLER_FAILED"))
                .statusCode(303)
                .header("Location", containsString("/parked/redrives?of=meeting:"));
        browser.get("/parked/redrive").body(containsString("Choose a reason"));
    }

    @Test
    void aDiscardThatComesTooLateSaysThatSomebodyElseWasFaster() {
        Browser browser = Browser.signedIn("OPERATIONS");
        browser.get("/parked/meeting/7");
        String back =
                browser.post("/parked/meeting/7/discard", Map.of("because", "wrong"))
                        .statusCode(303)
                        .extract()
                        .header("Location");
        browser.get(back).body(containsString("no longer parked"));
    }

    @Test
    void anAuditorLooksAndDoesNotAct() {
        Browser auditor = Browser.signedIn("AUDITOR");
        auditor.get("/parked")
                .statusCode(200)
                .body(containsString("read only"))
                .body(not(containsString("name=\"event\"")));
        auditor.get("/parked/meeting/7").body(not(containsString("id=\"discard\"")));
        auditor.post("/parked/redrives", Map.of("event", "meeting:7")).statusCode(403);
        auditor.post("/parked/redrives/stop", Map.of("of", "meeting:" + StandIns.STILL_RUNNING))
                .statusCode(403);
        auditor.post("/parked/redrives/all", Map.of("reason", "A")).statusCode(403);
        auditor.post("/parked/meeting/7/discard", Map.of("because", "x")).statusCode(403);
        auditor.get("/parked/redrive?reason=A").statusCode(403);
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        Browser browser = Browser.signedIn("OPERATIONS");
        browser.get("/parked");
        browser.postWithoutFormToken("/parked/redrives", Map.of("event", "meeting:7"))
                .statusCode(400);
    }

    @Test
    void thePagesAreThereInIndonesian() {
        Browser browser = Browser.signedIn("OPERATIONS");
        browser.get("/language/id?back=/parked")
                .statusCode(303)
                .header("Location", containsString("/parked"));
        browser.get("/parked")
                .body(containsString("<html lang=\"id\">"))
                .body(containsString("Peristiwa tertahan"));
        browser.get("/language/id?back=//elsewhere.example")
                .header("Location", not(containsString("elsewhere")));
    }

    @Test
    void aTimelineMergesTheServicesAndNamesThoseThatAreSilent() {
        Browser browser = Browser.signedIn("AUDITOR");
        browser.get("/timeline").statusCode(200).body(containsString("Enter the id of a family"));
        browser.get("/timeline?key=f-1")
                .statusCode(200)
                .body(containsString("group-members-changed.v1"))
                .body(containsString("of its group"))
                .body(containsString("JOINED"))
                .body(containsString("&lt;i&gt;"))
                .body(containsString("<b>disbursement</b>"));
    }

    @Test
    void whatLiesOutsideTheOperatorsAreasIsNamedAndItsPayloadIsNot() {
        Browser browser = Browser.signedIn("OPERATIONS");
        browser.get("/parked/meeting/8")
                .statusCode(200)
                .body(containsString("Outside your areas."))
                .body(containsString("NUMBER_REFUSED"))
                .body(containsString("id=\"redrive\""))
                .body(not(containsString("The record has no payload.")));
        browser.get("/timeline?key=elsewhere")
                .statusCode(200)
                .body(containsString("group-members-changed"))
                .body(containsString("Outside your areas."))
                .body(not(containsString("17.71.08.1001")));
    }

    @Test
    void aChainIsFoundByAnEventAndSaysWhichCauseIsMissing() {
        Browser browser = Browser.signedIn("AUDITOR");
        browser.get("/chain").statusCode(200).body(containsString("Enter the id of an event"));
        browser.get("/chain?event=01900000-0000-7000-8000-00000000000a")
                .statusCode(200)
                .body(containsString("act-1"))
                .body(containsString("class=\"asked\""))
                .body(containsString("cannot be found: 01900000-0000"));
        browser.get("/chain?event=nonsense").statusCode(200).body(containsString("nonsense"));
    }

    @Test
    void theFiguresAreDrawnAndAListThatIsRefusedIsNamed() {
        Browser.signedIn("OPERATIONS")
                .get("/figures?period=2026-02")
                .statusCode(200)
                .body(containsString("<b>verification</b>"))
                .body(containsString("/timeline?key=pdp-2"))
                .body(containsString("PSD-177108-2"))
                .body(containsString("No warning is active."));
    }

    @Test
    void theLiveViewIsAStreamForThoseSignedIn() {
        Browser.signedIn("AUDITOR").get("/tail").statusCode(200).body(containsString("/tail.js"));
        new Browser().get("/tail/stream").statusCode(303);
    }

    @Test
    void withoutAProviderItsDoorLeadsToTheTokenForm() {
        Browser browser = new Browser();

        browser.get("/sign-in").statusCode(200).body(not(containsString("at-provider")));
        for (String door : List.of("/signed-in", "/sign-out")) {
            browser.get(door).statusCode(303).header("Location", endsWith("/sign-in?next=/"));
        }
    }

    @Test
    void signingOutEndsIt() {
        Browser browser = Browser.signedIn("OPERATIONS");
        browser.get("/");
        browser.post("/sign-out", Map.of()).statusCode(303);
        browser.get("/").statusCode(303);
    }

    @Test
    void aBrowserIsToldToLoadNothingFromElsewhere() {
        String page =
                new Browser()
                        .get("/sign-in")
                        .header("Content-Security-Policy", containsString("default-src 'self'"))
                        .extract()
                        .asString();
        String htmx = page.replaceAll("(?s).*src=\"(/webjars[^\"]+)\".*", "$1");
        new Browser().get(htmx).statusCode(200);
        new Browser().get("/console.css").statusCode(200);
        new Browser().get("/console.js").statusCode(200);
    }

    private static String row(String page, String id) {
        int start = page.indexOf("id=\"" + id + "\"");
        assertThat(start).as(id).isPositive();
        return page.substring(start, page.indexOf("</tr>", start));
    }
}
