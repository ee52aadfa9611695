package id.pkh.testsupport.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.pkh.localstack.TestTokens;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A small service with notes of villages. It is right, or has one fault. */
final class PlantedService implements StoredRecords, AutoCloseable {

    /** What is wrong with it. */
    enum Flaw {
        NOTHING,
        A_ROLE_TOO_MANY,
        A_ROLE_TOO_FEW,
        CHANGES_ALTHOUGH_IT_REFUSES,
        AREA_OF_A_RECORD_NOT_CHECKED,
        AREA_OF_A_CHANGE_NOT_CHECKED,
        LIST_NOT_FILTERED,
        RECORD_HIDDEN_FROM_A_ROLE_OF_ITS_AREA,
        FILTER_INSTEAD_OF_AREAS,
        NO_AREAS_COUNT_AS_ALL,
        ONE_AREA_COUNTS_AS_ALL,
        EXPIRED_TOKENS_ACCEPTED,
        OTHER_AUDIENCES_ACCEPTED,
        SIGNATURE_NOT_CHECKED,
        ANSWERS_ARE_STORED,
        ANSWERS_ARE_GUESSED_AT
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String VILLAGE = "17.71.08.1001";

    private static final String DOCUMENT =
            """
            {"openapi": "3.0.3", "components": {"schemas": {}}, "paths": {
             "/api/v1/notes": {
              "get": {"operationId": "listNotes", "x-roles": ["FACILITATOR", "AUDITOR"],
               "parameters": [{"name": "village", "in": "query", "example": "17.71.08.1001"}],
               "responses": {"200": {}}},
              "post": {"operationId": "writeNote", "x-roles": ["FACILITATOR"],
               "requestBody": {"content": {"application/json": {"example": {"village": "17.71.08.1001"}}}},
               "responses": {"201": {}}}},
             "/api/v1/notes/{id}": {
              "get": {"operationId": "getNote", "x-roles": ["FACILITATOR", "AUDITOR"],
               "parameters": [{"name": "id", "in": "path", "required": true, "example": "0"}],
               "responses": {"200": {}}}},
             "/api/v1/year": {
              "post": {"operationId": "closeYear", "x-roles": ["MINISTRY_OFFICER"],
               "responses": {"201": {}}}}}}
            """;

    private final HttpServer server;
    private final Flaw flaw;
    private final List<String> villages = new ArrayList<>(List.of(VILLAGE));
    private int closedYears;

    PlantedService(Flaw flaw) throws IOException {
        this.flaw = flaw;
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public Map<String, String> fingerprints() {
        return Map.of("note", villages.toString(), "year", String.valueOf(closedYears));
    }

    @Override
    public boolean areAtRest() {
        return true;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/q/openapi")) {
            send(exchange, 200, DOCUMENT);
            return;
        }
        JsonNode claims = claims(exchange.getRequestHeaders().getFirst("Authorization"));
        if (claims == null) {
            send(exchange, 401, "{\"code\": \"UNAUTHENTICATED\"}");
            return;
        }
        boolean reads = exchange.getRequestMethod().equals("GET");
        if (path.equals("/api/v1/year")) {
            closeYear(exchange, claims);
        } else if (!isPermitted(reads, claims)) {
            if (flaw == Flaw.CHANGES_ALTHOUGH_IT_REFUSES) {
                villages.add(VILLAGE);
            }
            send(exchange, 403, "{\"code\": \"FORBIDDEN\"}");
        } else if (!reads) {
            write(exchange, claims);
        } else if (path.equals("/api/v1/notes")) {
            list(exchange, claims);
        } else {
            show(exchange, path.substring(path.lastIndexOf('/') + 1), claims);
        }
    }

    private boolean isPermitted(boolean reads, JsonNode claims) {
        Set<String> roles = reads ? Set.of("FACILITATOR", "AUDITOR") : Set.of("FACILITATOR");
        if (reads && flaw == Flaw.A_ROLE_TOO_MANY) {
            roles = Set.of("FACILITATOR", "AUDITOR", "BANK");
        } else if (reads && flaw == Flaw.A_ROLE_TOO_FEW) {
            roles = Set.of("FACILITATOR");
        }
        return roles.contains(claims.path("groups").path(0).asText());
    }

    private void list(HttpExchange exchange, JsonNode claims) throws IOException {
        String filter = exchange.getRequestURI().getQuery();
        boolean shown =
                switch (flaw) {
                    case LIST_NOT_FILTERED -> true;
                    case FILTER_INSTEAD_OF_AREAS -> filter != null || covers(claims);
                    default -> covers(claims);
                };
        send(exchange, 200, "{\"items\": %s}".formatted(shown ? "[{\"id\": 0}]" : "[]"));
    }

    private void show(HttpExchange exchange, String id, JsonNode claims) throws IOException {
        boolean hidden =
                flaw == Flaw.RECORD_HIDDEN_FROM_A_ROLE_OF_ITS_AREA
                        && claims.path("groups").path(0).asText().equals("AUDITOR");
        boolean shown = flaw == Flaw.AREA_OF_A_RECORD_NOT_CHECKED || (covers(claims) && !hidden);
        if (id.equals("0") && shown) {
            send(exchange, 200, "{\"id\": 0}");
        } else {
            send(exchange, 404, "{\"code\": \"NOT_FOUND\"}");
        }
    }

    private void write(HttpExchange exchange, JsonNode claims) throws IOException {
        if (flaw == Flaw.AREA_OF_A_CHANGE_NOT_CHECKED || covers(claims)) {
            villages.add(VILLAGE);
            send(exchange, 201, "{\"id\": 1}");
        } else {
            send(exchange, 404, "{\"code\": \"NOT_FOUND\"}");
        }
    }

    private void closeYear(HttpExchange exchange, JsonNode claims) throws IOException {
        JsonNode areas = claims.path("areas");
        if (!claims.path("groups").path(0).asText().equals("MINISTRY_OFFICER")) {
            send(exchange, 403, "{\"code\": \"FORBIDDEN\"}");
        } else if (areas.path(0).asText().equals("*")
                || (flaw == Flaw.ONE_AREA_COUNTS_AS_ALL && !areas.isEmpty())) {
            closedYears++;
            send(exchange, 201, "{}");
        } else {
            send(exchange, 403, "{\"code\": \"AREAS_NOT_NATIONAL\"}");
        }
    }

    private boolean covers(JsonNode claims) {
        JsonNode areas = claims.path("areas");
        if (areas.isEmpty()) {
            return flaw == Flaw.NO_AREAS_COUNT_AS_ALL;
        }
        String area = areas.get(0).asText();
        return area.equals("*") || VILLAGE.startsWith(area);
    }

    private JsonNode claims(String header) throws IOException {
        if (header == null) {
            return null;
        }
        String[] parts = header.replace("Bearer ", "").split("\\.");
        if (parts[1].length() < 10 || (flaw != Flaw.SIGNATURE_NOT_CHECKED && !isSigned(parts))) {
            return null;
        }
        JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
        boolean current =
                flaw == Flaw.EXPIRED_TOKENS_ACCEPTED
                        || claims.path("exp").asLong() > Instant.now().getEpochSecond();
        boolean forUs =
                flaw == Flaw.OTHER_AUDIENCES_ACCEPTED
                        || claims.path("aud").toString().contains("\"pkh\"");
        boolean ofIssuer = claims.path("iss").asText().equals("https://issuer.pkh.local");
        return current && forUs && ofIssuer ? claims : null;
    }

    private static boolean isSigned(String[] token) {
        try {
            String pem = TestTokens.publicKeyPem().replaceAll("-----[A-Z ]+-----|\\s", "");
            PublicKey key =
                    KeyFactory.getInstance("RSA")
                            .generatePublic(
                                    new X509EncodedKeySpec(Base64.getDecoder().decode(pem)));
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(key);
            signature.update((token[0] + "." + token[1]).getBytes(StandardCharsets.US_ASCII));
            return signature.verify(Base64.getUrlDecoder().decode(token[2]));
        } catch (GeneralSecurityException notSigned) {
            return false;
        }
    }

    private void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        if (flaw != Flaw.ANSWERS_ARE_STORED) {
            exchange.getResponseHeaders().add("Cache-Control", "no-store");
        }
        if (flaw != Flaw.ANSWERS_ARE_GUESSED_AT) {
            exchange.getResponseHeaders().add("X-Content-Type-Options", "nosniff");
        }
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
