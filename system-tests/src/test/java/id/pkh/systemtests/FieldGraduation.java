package id.pkh.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.pkh.launcher.stack.Checkout;
import id.pkh.launcher.stack.Stack;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What people do until a family has graduated, through the registry and verification. */
final class FieldGraduation {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Stack stack;
    private final TwinVillage village;
    private final UUID family;
    private final LocalDate today;
    private final HttpClient client = HttpClient.newHttpClient();

    FieldGraduation(Stack stack, TwinVillage village, String family, LocalDate today) {
        this.stack = stack;
        this.village = village;
        this.family = village.idOf(family);
        this.today = today;
    }

    /** A visit finds that the income improved, and the facilitator proposes; the graduation. */
    JsonNode proposed() {
        String visit =
                field(
                                "/home-visits",
                                Map.of(
                                        "kpm_id", family,
                                        "visited_on", today.toString(),
                                        "purpose", "GRADUATION",
                                        "house",
                                                Map.of(
                                                        "ownership", "OWN",
                                                        "head_job", "TRADER",
                                                        "components_on_card", 1,
                                                        "toilet", "OWN",
                                                        "water", "PIPED",
                                                        "electricity", "VA_1300"),
                                        "findings", List.of("INCOME_IMPROVED")))
                        .path("visit_id")
                        .asText();
        return field(
                "/graduations",
                Map.of(
                        "kpm_id",
                        family,
                        "type",
                        "SELF_RELIANT",
                        "reason",
                        "INCOME_IMPROVED",
                        "welfare_category",
                        "PROSPEROUS_SELF_RELIANT",
                        "ppse",
                        "DONE",
                        "year_joined",
                        yearJoined(),
                        "household_size",
                        4,
                        "visit_id",
                        visit,
                        "effective_on",
                        today.toString()));
    }

    /** The data administrator forwards it to verification. */
    JsonNode accepted(JsonNode graduation) {
        return post(
                Checkout.REGISTRY,
                administrator(),
                "/graduations/" + graduation.path("graduation_id").asText() + "/acceptance",
                Map.of("version", graduation.path("version").asInt()));
    }

    /** One officer prepares the decision and another confirms it; its item. */
    JsonNode decided(JsonNode forwarded) {
        JsonNode draft =
                post(
                        Checkout.VERIFICATION,
                        officer("officer-1"),
                        "/decision-drafts",
                        Map.of(
                                "proposal_ids",
                                        List.of(forwarded.path("exit_proposal_id").asText()),
                                "measure", "GRADUATE",
                                "reason_code", "INCOME_IMPROVED",
                                "note", "The family can live without the aid"));
        return post(
                        Checkout.VERIFICATION,
                        officer("officer-2"),
                        "/decision-drafts/" + draft.path("draft_id").asText() + "/confirmation",
                        Map.of("hash", draft.path("hash").asText()))
                .path("items")
                .path(0);
    }

    /** The facilitator hands the letter over; the day from which the decision has effect. */
    LocalDate delivered(JsonNode item) {
        return LocalDate.parse(
                post(
                                Checkout.VERIFICATION,
                                token(village.facilitator(), "FACILITATOR", village.code()),
                                "/decisions/" + item.path("decision_id").asText() + "/notices",
                                Map.of(
                                        "outcome", "DELIVERED",
                                        "route", "LETTER",
                                        "occurred_on", today.toString(),
                                        "evidence_reference", "Letter book of the village",
                                        "acknowledged", true))
                        .path("effect_due_on")
                        .asText());
    }

    /** Its state, and the status of the family. */
    List<String> now(JsonNode graduation) {
        JsonNode now = read("/graduations/" + graduation.path("graduation_id").asText());
        return List.of(now.path("state").asText(), read("/kpm/" + family).path("status").asText());
    }

    private int yearJoined() {
        return LocalDate.parse(read("/kpm/" + family).path("participating_since").asText())
                .getYear();
    }

    private JsonNode field(String path, Map<String, ?> body) {
        return post(
                Checkout.REGISTRY,
                token(village.facilitator(), "FACILITATOR", village.code()),
                path,
                body);
    }

    private JsonNode read(String path) {
        return answer(request(Checkout.REGISTRY, administrator(), path).GET());
    }

    private JsonNode post(String service, String token, String path, Map<String, ?> body) {
        return answer(
                request(service, token, path)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.ofString(JSON.valueToTree(body).toString())));
    }

    private HttpRequest.Builder request(String service, String token, String path) {
        URI address = stack.service(service).address().resolve("/api/v1" + path);
        return HttpRequest.newBuilder(address).header("Authorization", "Bearer " + token);
    }

    private JsonNode answer(HttpRequest.Builder request) {
        try {
            var answer = client.send(request.build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).as("%s", answer.body()).isBetween(200, 201);
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new AssertionError("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private String administrator() {
        return token("administrator-1", "DATA_ADMINISTRATOR", village.code());
    }

    private String officer(String subject) {
        return token(subject, "MINISTRY_OFFICER", "*");
    }

    private String token(String subject, String role, String area) {
        return stack.token(subject, List.of(role), List.of(area));
    }
}
