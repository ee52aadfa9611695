package id.pkh.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.launcher.stack.Checkout;
import id.pkh.launcher.stack.Stack;
import id.pkh.launcher.stack.StackPlan;
import id.pkh.testsupport.events.EventStreams;
import id.pkh.testsupport.events.TopicWriter;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * An operator finds an event that could not be applied, redrives it when the fault is repaired, and
 * sees its effect, in a browser, on packaged services.
 */
@NeedsPrograms({Program.CHROMIUM, Program.CHROMEDRIVER})
@Isolated("three stacks at once would be too much for two cores")
class ConsoleScenario {

    private static final String STATE = "id.pkh.registry.kpm-state.v1";
    private static final String TOPIC = "pkh.registry.kpm-state.v1";
    private static final String SAMPLE_FAMILY = "01980a10-0000-7000-8000-000000000001";
    private static final String GROUP = "17.71.08.1001-01";

    @TempDir Path folder;

    @Test
    void aPoisonedEventIsFoundRedrivenAndHasItsEffect() throws Exception {
        List<String> needed = List.of(Checkout.MEETING, Checkout.CONSOLE);
        StackPlan plan =
                StackPlan.fresh(
                                folder.resolve("stack"),
                                new Checkout(Tree.ROOT)
                                        .builtServices().stream()
                                                .filter(s -> needed.contains(s.name()))
                                                .toList())
                        .forTests();
        try (Stack stack = Stack.start(plan, System.out::println);
                Chromium browser =
                        new Chromium(
                                stack.service(Checkout.CONSOLE).address().toString(),
                                folder.resolve("profile"),
                                Path.of("target", "pictures"))) {
            formGroup(stack);
            signIn(stack, browser);
            breakTheConsumer(stack);
            String act = "act-" + UUID.randomUUID();
            send(stack, SAMPLE_FAMILY, act);

            itIsFound(browser);
            redrivenTooEarlyItFailsAgain(browser);
            repairTheConsumer(stack);
            redrivenItIsApplied(browser);
            itsEffectIsSeen(browser, act);
            theNextEventPassesLive(stack, browser);
        }
    }

    private static void signIn(Stack stack, Chromium browser) {
        browser.open("/parked");
        browser.await("h1", "Sign in"::equals);
        browser.picture("sign-in");
        browser.type("token", stack.token("operator-1", List.of("OPERATIONS"), List.of("*")));
        browser.press("main button.primary");
        browser.await("h1", "Parked events"::equals);
        browser.await("p.empty", text -> text.contains("No event is parked"));
    }

    private static void itIsFound(Chromium browser) {
        browser.open("/");
        // of the services only meeting is looked at: another stack may have the usual ports
        browser.await("#service-meeting", row -> row.contains("ready ● up 0 0 s 1 1 "));
        browser.await("p.banner:not(#local-issuer)", text -> text.contains("Parked events"));
        browser.picture("overview");
        browser.press("#service-meeting a");
        browser.await("#events tbody", rows -> rows.contains("HANDLER_FAILED"));
        browser.picture("parked");
        browser.press("#events tbody a");
        assertThat(browser.await("dl.facts", facts -> facts.contains("SQL state 42P01")))
                .contains(SAMPLE_FAMILY);
        browser.picture("parked-event");
    }

    private static void redrivenTooEarlyItFailsAgain(Chromium browser) {
        browser.press("#redrive");
        browser.await("#run-done", text -> true);
        browser.await("#run tbody", row -> row.endsWith(" 1 1 0 1 0 0"));
        browser.await("p.banner:not(#local-issuer)", text -> text.contains("stay parked"));
        browser.picture("redrive-failed");
    }

    private static void redrivenItIsApplied(Chromium browser) {
        browser.open("/parked/redrive?reason=HANDLER_FAILED&service=meeting");
        browser.await("table tbody", row -> row.equals("meeting 1"));
        browser.picture("confirm");
        browser.press("#confirm");
        browser.await("#run-done", text -> true);
        browser.await("#run tbody", row -> row.endsWith(" 1 1 1 0 0 0"));
        browser.picture("redriven");
        browser.open("/parked");
        browser.await("p.empty", text -> text.contains("No event is parked"));
        browser.open("/");
        browser.await("#service-meeting", row -> row.contains("ready ● up 0 0 s 0 0 "));
    }

    private static void itsEffectIsSeen(Chromium browser, String act) {
        browser.reloadUntil(
                "/chain?correlation=" + act,
                "#links tbody",
                rows -> rows.contains("group-members-changed"));
        browser.picture("chain");
    }

    private static void theNextEventPassesLive(Stack stack, Chromium browser) throws Exception {
        browser.open("/tail");
        // the view begins with the end of the topics: what is sent until it shows one is new
        for (int i = 0; i < 50 && !browser.has("#passing tbody tr"); i++) {
            send(stack, UUID.randomUUID().toString(), "act-" + UUID.randomUUID());
        }
        browser.await("#passing tbody", rows -> rows.contains("kpm-state.v1"));
        browser.picture("live");
    }

    private static void formGroup(Stack stack) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(groups(stack))
                                        .header(
                                                "Authorization",
                                                "Bearer "
                                                        + stack.token(
                                                                "facilitator-1",
                                                                List.of("FACILITATOR"),
                                                                List.of("17.71.08.1001")))
                                        .header("Content-Type", "application/json")
                                        .POST(
                                                HttpRequest.BodyPublishers.ofString(
                                                        "{\"group_code\":\"%s\",\"name\":\"Melati\",\"formed_on\":\"2025-01-01\"}"
                                                                .formatted(GROUP)))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private static URI groups(Stack stack) {
        return stack.service(Checkout.MEETING).address().resolve("/api/v1/groups");
    }

    /** A fault of ours, as a migration that was forgotten would be. */
    private static void breakTheConsumer(Stack stack) throws SQLException {
        run(stack, "ALTER TABLE family RENAME TO family_away");
    }

    private static void repairTheConsumer(Stack stack) throws SQLException {
        run(stack, "ALTER TABLE family_away RENAME TO family");
    }

    private static void run(Stack stack, String sql) throws SQLException {
        try (Connection connection = stack.postgres().owner(Checkout.MEETING).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void send(Stack stack, String family, String act) throws Exception {
        String payload = sample().replace(SAMPLE_FAMILY, family);
        Map<String, String> headers = EventStreams.headers(UUID.randomUUID(), STATE, 1);
        headers.put("ce_correlationid", act);
        try (TopicWriter writer = new TopicWriter(stack.kafka().bootstrapServers())) {
            writer.send(TOPIC, family, payload.getBytes(StandardCharsets.UTF_8), headers);
        }
    }

    private static String sample() throws IOException {
        try (InputStream file =
                ConsoleScenario.class.getResourceAsStream(
                        "/contracts/samples/" + STATE + ".json")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
