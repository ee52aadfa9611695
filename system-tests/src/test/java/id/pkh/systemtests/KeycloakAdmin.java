package id.pkh.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What an administrator of Keycloak does, by its REST interface. */
final class KeycloakAdmin {

    static final String NAME = "first-administrator";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final KeycloakServer server;
    private final String password;

    KeycloakAdmin(KeycloakServer server, String password) {
        this.server = server;
        this.password = password;
    }

    /** A person who can sign in. */
    void createPerson(
            String username, String secret, String role, Map<String, List<String>> attributes) {
        ObjectNode person = JSON.createObjectNode();
        person.put("username", username).put("enabled", true);
        person.set("attributes", JSON.valueToTree(attributes));
        person.putArray("credentials")
                .addObject()
                .put("type", "password")
                .put("value", secret)
                .put("temporary", false);
        HttpResponse<String> answer = post("/users", person);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        grant(answer.headers().firstValue("Location").orElseThrow().replaceAll(".*/", ""), role);
    }

    /** The answer to an attempt to give somebody these attributes. */
    HttpResponse<String> tryPerson(String username, Map<String, List<String>> attributes) {
        ObjectNode person = JSON.createObjectNode();
        person.put("username", username);
        person.set("attributes", JSON.valueToTree(attributes));
        return post("/users", person);
    }

    /**
     * A client of a system with a role and the whole country.
     *
     * @param client as it stands in a realm file
     * @return its secret
     */
    String createSystem(ObjectNode client, String role) {
        String secret = UUID.randomUUID().toString();
        client.put("secret", secret).put("fullScopeAllowed", true);
        HttpResponse<String> answer = post("/clients", client);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        String id = answer.headers().firstValue("Location").orElseThrow().replaceAll(".*/", "");
        ObjectNode account = (ObjectNode) get("/clients/" + id + "/service-account-user");
        account.putObject("attributes").putArray("areas").add("*");
        String accountId = account.path("id").asText();
        HttpResponse<String> changed =
                send(
                        request("/users/" + accountId)
                                .PUT(HttpRequest.BodyPublishers.ofString(account.toString())));
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(204);
        grant(accountId, role);
        return secret;
    }

    void createRealm(JsonNode realm) {
        HttpResponse<String> answer =
                send(
                        to("/admin/realms")
                                .POST(HttpRequest.BodyPublishers.ofString(realm.toString())));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private void grant(String user, String role) {
        HttpResponse<String> answer =
                post(
                        "/users/" + user + "/role-mappings/realm",
                        JSON.createArrayNode().add(get("/roles/" + role)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }

    private JsonNode get(String path) {
        HttpResponse<String> answer = send(request(path).GET());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return read(answer.body());
    }

    private HttpResponse<String> post(String path, JsonNode body) {
        return send(request(path).POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    private HttpRequest.Builder request(String path) {
        return to("/admin/realms/" + KeycloakServer.REALM + path);
    }

    /** With a token of this moment: an administrator's lives for a minute. */
    private HttpRequest.Builder to(String path) {
        HttpResponse<String> answer =
                new Web()
                        .post(
                                server.issuer("master") + "/protocol/openid-connect/token",
                                Map.of(
                                        "grant_type",
                                        "password",
                                        "client_id",
                                        "admin-cli",
                                        "username",
                                        NAME,
                                        "password",
                                        password));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return HttpRequest.newBuilder(URI.create(server.address() + path))
                .header("Content-Type", "application/json")
                .header(
                        "Authorization",
                        "Bearer " + read(answer.body()).path("access_token").asText());
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        return new Web().send(request);
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(json, unreadable);
        }
    }
}
