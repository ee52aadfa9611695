package id.pkh.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.pkh.district.generate.DistrictGenerator;
import id.pkh.district.generate.DistrictSpec;
import id.pkh.district.manifest.Manifest;
import id.pkh.district.story.RosterPermission;
import id.pkh.launcher.stack.Checkout;
import id.pkh.launcher.stack.ServiceSpec;
import id.pkh.launcher.stack.Stack;
import id.pkh.launcher.stack.StackPlan;
import id.pkh.localstack.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tokens of a real Keycloak, with the realm of the checkout, open what a role may do and nothing
 * else; the packaged services are told of it by configuration alone. Run by {@code ./pkh test
 * --keycloak}.
 */
@Tag("keycloak")
class KeycloakScenario {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FAMILIES = 60;
    private static final int BRIEF_SECONDS = 10;
    private static final int SKEW_SECONDS = 2;
    private static final String PASSWORD = UUID.randomUUID().toString();
    private static final String CYCLE =
            "{\"cycle_code\":\"2026-T2\",\"covers_from\":\"2026-04-01\","
                    + "\"covers_until\":\"2026-06-30\",\"channel\":\"BANK\",\"verification_period\":\"2026-Q1\"}";

    @TempDir static Path folder;

    private static final Map<String, String> secrets = secrets();
    private static KeycloakServer keycloak;
    private static KeycloakAdmin admin;
    private static KeycloakSignIn signIn;
    private static Stack stack;

    @BeforeAll
    static void start() throws IOException {
        int port = Ports.free();
        StackPlan plan = plan(port);
        secrets.put("CONSOLE_ADDRESS", addressOf(Checkout.CONSOLE, plan));
        keycloak = KeycloakServer.start(folder, port, secrets);
        admin = new KeycloakAdmin(keycloak, secrets.get("KC_BOOTSTRAP_ADMIN_PASSWORD"));
        signIn = new KeycloakSignIn(keycloak);
        stack = Stack.start(plan, System.out::println);
        person("administrator-1", "DATA_ADMINISTRATOR", "*");
        person("officer-of-rosters", "MINISTRY_OFFICER", "*");
        importDistrict(signIn.person("administrator-1", PASSWORD));
    }

    @AfterAll
    static void stop() {
        try {
            if (stack != null) {
                stack.close();
            }
        } finally {
            if (keycloak != null) {
                keycloak.close();
            }
        }
    }

    @Test
    void aFacilitatorSeesTheFamiliesOfHerVillagesAndNoOperations() {
        List<JsonNode> families = familiesOfTwoVillages();
        JsonNode own = families.get(0);
        JsonNode other = families.get(1);
        person("facilitator-1", "FACILITATOR", own.path("village_code").asText());
        String token = signIn.person("facilitator-1", PASSWORD);

        assertThat(KeycloakSignIn.claims(token).path("sub").asText()).isEqualTo("facilitator-1");
        assertThat(registry(token, "/kpm/" + own.path("kpm_id").asText())).isEqualTo(200);
        assertThat(registry(token, "/kpm/" + other.path("kpm_id").asText())).isEqualTo(404);
        assertThat(registry(token, "/operations/outbox")).isEqualTo(403);
        assertThat(disbursement(token, "/operations/parked-events")).isEqualTo(403);
    }

    @Test
    void anOfficerPreparesAndAnotherApproves() {
        person("officer-1", "MINISTRY_OFFICER", "*");
        person("approver-1", "MINISTRY_APPROVER", "*");
        String officer = signIn.person("officer-1", PASSWORD);
        String approver = signIn.person("approver-1", PASSWORD);
        String approval = "/payment-batches/" + UUID.randomUUID() + "/approval";

        assertThat(act(officer, "/cycles", CYCLE).statusCode()).isEqualTo(201);
        HttpResponse<String> prepared = act(officer, "/cycles/2026-T2/payment-batches", "{}");
        assertThat(prepared.statusCode()).isEqualTo(409);
        assertThat(prepared.body()).contains("CYCLE_NOT_SEALED");
        assertThat(act(officer, approval, "{\"list_sha256\":\"0\"}").statusCode()).isEqualTo(403);

        assertThat(act(approver, "/cycles/2026-T2/payment-batches", "{}").statusCode())
                .isEqualTo(403);
        assertThat(act(approver, approval, "{\"list_sha256\":\"0\"}").statusCode()).isEqualTo(404);
    }

    @Test
    void anotherAuthoritysSystemReadsWhatIsForItAndNothingElse() {
        String token =
                signIn.system("external-system", secrets.get("EXTERNAL_SYSTEM_CLIENT_SECRET"));

        assertThat(registry(token, "/kpm")).isEqualTo(200);
        assertThat(registry(token, "/areas")).isEqualTo(200);
        assertThat(registry(token, "/facilitators")).isEqualTo(403);
        assertThat(registry(token, "/operations/outbox")).isEqualTo(403);
        assertThat(registry(token, "/kpm?reveal=identifiers&purpose=curiosity")).isEqualTo(403);
        assertThat(disbursement(token, "/cycles")).isEqualTo(403);
        assertThat(disbursement(token, "/payment-batches")).isEqualTo(403);
        assertThat(disbursement(token, "/bank-reports")).isEqualTo(403);
    }

    @Test
    void aBankReachesItselfAlone() {
        String token = signIn.system("bank-bri", secrets.get("BANK_BRI_CLIENT_SECRET"));

        assertThat(disbursement(token, "/payment-batches")).isEqualTo(200);
        assertThat(disbursement(token, "/payment-batches?bank=BRI")).isEqualTo(200);
        assertThat(disbursement(token, "/payment-batches?bank=BNI")).isEqualTo(403);
        assertThat(disbursement(token, "/bank-reports?bank=BNI")).isEqualTo(403);
        assertThat(disbursement(token, "/cycles")).isEqualTo(403);
        assertThat(registry(token, "/kpm")).isEqualTo(403);
    }

    @Test
    void aTokenForAnotherAudienceIsRefused() {
        ObjectNode client = systemClient("other-audience");
        ArrayNode mappers = (ArrayNode) client.path("protocolMappers");
        for (int i = mappers.size() - 1; i >= 0; i--) {
            if (mappers.get(i).path("name").asText().equals("audience")) {
                mappers.remove(i);
            }
        }
        String token =
                signIn.system("other-audience", admin.createSystem(client, "EXTERNAL_SYSTEM"));

        assertThat(KeycloakSignIn.claims(token).path("groups").toString())
                .contains("EXTERNAL_SYSTEM");
        assertThat(KeycloakSignIn.claims(token).path("aud").toString()).doesNotContain("\"pkh\"");
        assertThat(registry(token, "/kpm")).isEqualTo(401);
        assertThat(disbursement(token, "/cycles")).isEqualTo(401);
    }

    @Test
    void aTokenOfAnotherRealmIsRefused() {
        ObjectNode realm = (ObjectNode) read(filledIn());
        realm.put("realm", "elsewhere");
        admin.createRealm(realm);
        String token =
                signIn.system(
                        "elsewhere",
                        "external-system",
                        secrets.get("EXTERNAL_SYSTEM_CLIENT_SECRET"));

        assertThat(KeycloakSignIn.claims(token).path("aud").asText()).isEqualTo("pkh");
        assertThat(registry(token, "/kpm")).isEqualTo(401);
        assertThat(disbursement(token, "/cycles")).isEqualTo(401);
    }

    @Test
    void aTokenIsWorthNothingWhenItsTimeIsOver() {
        ObjectNode client = systemClient("brief");
        client.putObject("attributes").put("access.token.lifespan", String.valueOf(BRIEF_SECONDS));
        String token = signIn.system("brief", admin.createSystem(client, "EXTERNAL_SYSTEM"));

        assertThat(registry(token, "/kpm")).isEqualTo(200);
        Awaitility.await("the end of a brief token")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> registry(token, "/kpm") == 401);
        assertThat(disbursement(token, "/cycles")).isEqualTo(401);
    }

    @Test
    void whatSomebodySeesIsGivenByAdministratorsInCodesThatExist() {
        assertThat(admin.tryPerson("nobody-1", Map.of("areas", List.of("everything"))).statusCode())
                .isEqualTo(400);
        assertThat(admin.tryPerson("nobody-2", Map.of("bank", List.of("bri; BNI"))).statusCode())
                .isEqualTo(400);
    }

    @Test
    void anOperatorSignsInToTheConsoleAtKeycloakAndOutOfBoth() {
        person("operator-1", "OPERATIONS", "*");
        String console = stack.service(Checkout.CONSOLE).address().toString();
        Web web = new Web();

        HttpResponse<String> form = web.follow(web.get(console + "/parked"));
        assertThat(form.uri().getPath()).isEqualTo("/sign-in");
        HttpResponse<String> keycloaks = web.follow(web.get(console + link("at-provider", form)));
        assertThat(keycloaks.uri().toString()).startsWith(keycloak.issuer());
        HttpResponse<String> parked =
                web.follow(KeycloakSignIn.fillIn(web, keycloaks, "operator-1", PASSWORD));
        assertThat(parked.uri().toString()).startsWith(console);
        assertThat(parked.uri().getPath()).isEqualTo("/parked");
        assertThat(parked.statusCode()).as(parked.body()).isEqualTo(200);
        assertThat(parked.body()).contains("operator-1");
        // the services take her token from the console; two of them are not there
        assertThat(missing(parked)).containsExactlyInAnyOrder("meeting", "verification");

        HttpResponse<String> out = web.follow(web.get(console + link("sign-out", parked)));
        assertThat(out.uri().toString()).startsWith(console);
        assertThat(out.uri().getPath()).isEqualTo("/sign-in");
        assertThat(web.follow(web.get(console + "/parked")).uri().getPath()).isEqualTo("/sign-in");
        HttpResponse<String> again = web.follow(web.get(console + link("at-provider", form)));
        assertThat(again.uri().toString()).startsWith(keycloak.issuer());
        assertThat(again.body()).contains("name=\"password\"");
    }

    @Test
    void theConsoleIsNotForFacilitators() {
        person("facilitator-3", "FACILITATOR", "17.71.08.1001");
        Web web = new Web();
        String console = stack.service(Checkout.CONSOLE).address().toString();
        HttpResponse<String> page = web.follow(web.get(console + "/signed-in?next=/parked"));

        HttpResponse<String> refused =
                web.follow(KeycloakSignIn.fillIn(web, page, "facilitator-3", PASSWORD));

        assertThat(refused.uri().toString()).startsWith(console);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(web.get(console + "/parked").statusCode()).isEqualTo(403);
    }

    @Test
    void aProgramGetsNoTokenForAPassword() {
        person("facilitator-2", "FACILITATOR", "17.71.08.1001");

        HttpResponse<String> answer = signIn.passwordToAProgram("facilitator-2", PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("unauthorized_client");
    }

    private static Map<String, String> secrets() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("KC_BOOTSTRAP_ADMIN_USERNAME", KeycloakAdmin.NAME);
        for (String secret :
                List.of(
                        "KC_BOOTSTRAP_ADMIN_PASSWORD",
                        "CONSOLE_CLIENT_SECRET",
                        "EXTERNAL_SYSTEM_CLIENT_SECRET",
                        "BANK_BRI_CLIENT_SECRET")) {
            all.put(secret, UUID.randomUUID().toString());
        }
        return all;
    }

    /** Two services and the console, told of a Keycloak on this port. */
    private static StackPlan plan(int keycloakPort) {
        List<String> needed = List.of(Checkout.REGISTRY, Checkout.DISBURSEMENT, Checkout.CONSOLE);
        return StackPlan.fresh(
                        folder.resolve("stack"),
                        new Checkout(Tree.ROOT)
                                .builtServices().stream()
                                        .filter(s -> needed.contains(s.name()))
                                        .map(s -> s.withEnvironment(ofKeycloak(s, keycloakPort)))
                                        .toList())
                .forTests();
    }

    private static Map<String, String> ofKeycloak(ServiceSpec service, int port) {
        Map<String, String> told = new LinkedHashMap<>(KeycloakServer.verification(port));
        told.put("MP_JWT_VERIFY_CLOCK_SKEW", String.valueOf(SKEW_SECONDS));
        if (service.watches()) {
            told.putAll(KeycloakServer.signIn(port, secrets.get("CONSOLE_CLIENT_SECRET")));
            for (String absent : List.of("MEETING", "VERIFICATION")) {
                String nowhere = "http://localhost:" + Ports.free();
                told.put("PKH_CONSOLE_SERVICES_" + absent, nowhere);
                told.put("PKH_CONSOLE_MANAGEMENT_" + absent, nowhere);
            }
        }
        return told;
    }

    private static String addressOf(String name, StackPlan plan) {
        return plan.services().stream()
                .filter(service -> service.name().equals(name))
                .map(service -> "http://localhost:" + service.port())
                .findFirst()
                .orElseThrow();
    }

    private static void person(String username, String role, String area) {
        admin.createPerson(username, PASSWORD, role, Map.of("areas", List.of(area)));
    }

    private static void importDistrict(String token) throws IOException {
        Path district = folder.resolve("district");
        DistrictGenerator.generate(district, DistrictSpec.of(FAMILIES));
        permitRoster(Manifest.read(district), district);
        for (String kind : List.of("areas", "facilitators", "families")) {
            HttpResponse<String> answer =
                    new Web()
                            .send(
                                    request(token, Checkout.REGISTRY, "/imports/" + kind)
                                            .header("Content-Type", "text/csv")
                                            .POST(
                                                    HttpRequest.BodyPublishers.ofFile(
                                                            district.resolve(kind + ".csv"))));
            assertThat(answer.statusCode()).as(kind + ": " + answer.body()).isBetween(200, 202);
        }
    }

    private static void permitRoster(Manifest manifest, Path district) throws IOException {
        String officer = signIn.person("officer-of-rosters", PASSWORD);
        String sha256 = RosterPermission.sha256(district.resolve("families.csv"));
        for (String area : manifest.areas()) {
            HttpResponse<String> answer =
                    new Web()
                            .send(
                                    request(officer, Checkout.REGISTRY, "/initial-rosters")
                                            .header("Content-Type", "application/json")
                                            .POST(
                                                    HttpRequest.BodyPublishers.ofString(
                                                            JSON.writeValueAsString(
                                                                    RosterPermission.of(
                                                                            area, sha256)))));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        }
    }

    /** Two families whose villages differ. */
    private static List<JsonNode> familiesOfTwoVillages() {
        String token =
                signIn.system("external-system", secrets.get("EXTERNAL_SYSTEM_CLIENT_SECRET"));
        return Awaitility.await("families of two villages")
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> {
                            Map<String, JsonNode> byVillage = new LinkedHashMap<>();
                            read(get(token, Checkout.REGISTRY, "/kpm?limit=100").body())
                                    .path("items")
                                    .forEach(
                                            family ->
                                                    byVillage.putIfAbsent(
                                                            family.path("village_code").asText(),
                                                            family));
                            return List.copyOf(byVillage.values());
                        },
                        villages -> villages.size() > 1);
    }

    /** A client of a system, with everything of that of the realm. */
    private static ObjectNode systemClient(String name) {
        for (JsonNode client : read(filledIn()).path("clients")) {
            if (client.path("clientId").asText().equals("external-system")) {
                return ((ObjectNode) client).put("clientId", name);
            }
        }
        throw new AssertionError("the realm has no external-system");
    }

    /** The realm file with what it leaves open, as Keycloak itself reads it when it starts. */
    private static String filledIn() {
        String realm = Tree.read("deploy/keycloak/pkh-realm.json");
        for (Map.Entry<String, String> secret : secrets.entrySet()) {
            realm = realm.replace("${" + secret.getKey() + "}", secret.getValue());
        }
        return realm;
    }

    /** The address of a link, by its id. */
    private static String link(String id, HttpResponse<String> page) {
        Matcher link = Pattern.compile("id=\"" + id + "\" href=\"([^\"]+)\"").matcher(page.body());
        assertThat(link.find()).as(id + " in " + page.body()).isTrue();
        return link.group(1).replace("&amp;", "&");
    }

    /** Services whose part is missing on a page of the console, with the code if they refused. */
    private static List<String> missing(HttpResponse<String> page) {
        return Pattern.compile(
                        "role=\"alert\">[^<]*<b>([a-z]+)</b>(?: <code>([A-Z_]+)</code>)?[^<]*</p>")
                .matcher(page.body())
                .results()
                .map(gap -> gap.group(1) + (gap.group(2) == null ? "" : " " + gap.group(2)))
                .toList();
    }

    private static int registry(String token, String path) {
        return get(token, Checkout.REGISTRY, path).statusCode();
    }

    private static int disbursement(String token, String path) {
        return get(token, Checkout.DISBURSEMENT, path).statusCode();
    }

    private static HttpResponse<String> get(String token, String service, String path) {
        return new Web().send(request(token, service, path).GET());
    }

    private static HttpResponse<String> act(String token, String path, String body) {
        return new Web()
                .send(
                        request(token, Checkout.DISBURSEMENT, path)
                                .header("Content-Type", "application/json")
                                .header("Idempotency-Key", UUID.randomUUID().toString())
                                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder request(String token, String service, String path) {
        URI address = stack.service(service).address().resolve("/api/v1" + path);
        return HttpRequest.newBuilder(address).header("Authorization", "Bearer " + token);
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(json, unreadable);
        }
    }
}
