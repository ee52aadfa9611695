package id.pkh.registry.dci;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.pkh.localstack.TestTokens;
import id.pkh.platform.security.Roles;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Another system, of another make than the service: it writes its JSON by hand and sends it with
 * the client of the JDK. What it sends and gets is compared with the document of the standard.
 */
final class DciClient {

    static final ObjectMapper JSON = new ObjectMapper();
    static final String SCOPES = "dci.social dci.ibr families.look-up";
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String registry;
    private final String token;
    private final String senderId;

    private DciClient(String registry, String token, String senderId) {
        this.registry = registry;
        this.token = token;
        this.senderId = senderId;
    }

    static DciClient of(String registry, String scopes) {
        return of(registry, scopes, "*");
    }

    static DciClient of(String registry, String scopes, String area) {
        return new DciClient(registry, token("system-dci", scopes, area), "test-client");
    }

    static DciClient signing(String registry) {
        return new DciClient(
                registry,
                token("system-spmis", SCOPES + " dci.enrolments", "*"),
                "spmis.example.org");
    }

    static DciClient withToken(String registry, String token) {
        return new DciClient(registry, token, "test-client");
    }

    private static String token(String subject, String scopes, String area) {
        return TestTokens.withClaims(
                List.of(Roles.EXTERNAL_SYSTEM),
                Map.of(
                        "sub", "\"" + subject + "\"",
                        "areas", "[\"" + area + "\"]",
                        "scope", "\"" + scopes + "\""));
    }

    /** An answer: its status, and its body as JSON. */
    record Got(int status, String text, HttpResponse<String> response) {

        JsonNode json() {
            try {
                return JSON.readTree(text);
            } catch (IOException e) {
                throw new IllegalStateException(text, e);
            }
        }

        /** The value at a JSON pointer, as a text. */
        String at(String pointer) {
            return json().at(pointer).asText();
        }

        String error() {
            return at("/message/error/code");
        }
    }

    /** Sends a valid message, and compares it and its answer with the document. */
    Got send(String path, String body) {
        document().fitsRequest("/registry/" + path, body);
        Got got = post(path, body, "application/json");
        if (got.status() == 200) {
            String answer =
                    path.startsWith("sync/enroll")
                            ? got.json().path("message").toString()
                            : got.text();
            document().fitsAnswer("/registry/" + path, answer);
        } else {
            document().fitsRefusal(got.text());
        }
        return got;
    }

    /** Sends what is no valid message; what comes back has to be a refusal of the standard. */
    Got sendWrong(String path, String body) {
        Got got = post(path, body, "application/json");
        document().fitsRefusal(got.text());
        return got;
    }

    Got post(String path, String body, String contentType) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://localhost:%d/dci/%s/registry/%s"
                                                .formatted(RestAssured.port, registry, path)))
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        return sent(request);
    }

    Got sent(HttpRequest.Builder request) {
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<String> response =
                    HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Got(response.statusCode(), response.body(), response);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    DciDocument document() {
        return DciDocument.of(registry);
    }

    /** A message as it is sent, without a signature. */
    String envelope(String action, int total, String message) {
        return envelope(header(action, total, ""), message);
    }

    static String envelope(String header, String message) {
        return """
               {"header": %s, "message": %s}"""
                .formatted(header, message);
    }

    /**
     * @param more further fields, each with a comma before it
     */
    String header(String action, int total, String more) {
        return """
               {"version": "1.0.0", "message_id": "%s", "message_ts": "%s", "action": "%s",
                "sender_id": "%s", "receiver_id": "pkh-registry", "total_count": %d%s}"""
                .formatted(UUID.randomUUID(), Instant.now(), action, senderId, total, more);
    }

    static String search(String... requests) {
        return searchIn(UUID.randomUUID().toString(), requests);
    }

    static String searchIn(String transaction, String... requests) {
        return """
               {"transaction_id": "%s", "search_request": [%s]}"""
                .formatted(transaction, String.join(", ", requests));
    }

    /** A request with its reference, and criteria without braces. */
    static String request(String reference, String criteria) {
        return """
               {"reference_id": "%s", "timestamp": "2026-11-30T17:20:07+07:00", "locale": "eng",
                "search_criteria": {%s}}"""
                .formatted(reference, criteria);
    }

    static String byNumber(String type, String value) {
        return """
               "query_type": "idtype-value", "query": {"type": "%s", "value": "%s"},
               "authorize": {"ts": "2026-11-30T17:20:07+07:00", "purpose": {"text": "a claim at the desk"}}"""
                .formatted(type, value);
    }

    Got searchNow(String... criteria) {
        String[] requests = new String[criteria.length];
        for (int i = 0; i < criteria.length; i++) {
            requests[i] = request("ref-" + i, criteria[i]);
        }
        return send("sync/search", envelope("search", criteria.length, search(requests)));
    }
}
