package id.pkh.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The realm that Keycloak imports agrees with the code; each rule is proved by a realm that breaks
 * it.
 */
class KeycloakRealmTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path REALM = Path.of("..", "..", "deploy", "keycloak", "pkh-realm.json");
    private static final String PROFILE =
            "/components/org.keycloak.userprofile.UserProfileProvider/0/config/kc.user.profile.config/0";
    private static final Set<String> FOR_ADMINISTRATORS =
            Set.of("username", "areas", "scopes", "bank");
    private static final long LONGEST_TOKEN_SECONDS = 600;

    /** The mappers that make a token of this realm equal to one of the local issuer. */
    private static final Map<String, Map<String, String>> CLAIMS =
            Map.of(
                    "sub", Map.of("claim.name", "sub", "user.attribute", "username"),
                    "groups", Map.of("claim.name", "groups", "multivalued", "true"),
                    "areas",
                            Map.of(
                                    "claim.name",
                                    "areas",
                                    "user.attribute",
                                    "areas",
                                    "multivalued",
                                    "true"),
                    "scopes",
                            Map.of(
                                    "claim.name",
                                    "scopes",
                                    "user.attribute",
                                    "scopes",
                                    "multivalued",
                                    "true"),
                    "bank", Map.of("claim.name", "bank", "user.attribute", "bank"),
                    "audience", Map.of("included.custom.audience", "pkh"));

    /**
     * @param complaints the faults of a realm; empty when there are none
     * @param planted changes a valid realm so that it breaks the rule
     */
    record Rule(
            String name,
            Function<JsonNode, List<String>> complaints,
            Consumer<ObjectNode> planted) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Rule> rules() {
        return Stream.of(
                new Rule(
                        "its roles are those of the code",
                        KeycloakRealmTest::otherRoles,
                        realm -> object(realm, "/roles/realm/0").put("name", "KING")),
                new Rule(
                        "every client maps every claim into the access token",
                        KeycloakRealmTest::missingClaims,
                        realm -> removeFirst(realm, "/clients/2/protocolMappers")),
                new Rule(
                        "a claim goes into the access token",
                        KeycloakRealmTest::missingClaims,
                        realm ->
                                object(realm, "/clients/0/protocolMappers/1/config")
                                        .put("access.token.claim", "false")),
                new Rule(
                        "the subject is the user name",
                        KeycloakRealmTest::missingClaims,
                        realm ->
                                object(realm, "/clients/1/protocolMappers/0/config")
                                        .put("user.attribute", "email")),
                new Rule(
                        "no scope of Keycloak's adds claims of its own",
                        KeycloakRealmTest::scopesOfKeycloak,
                        realm -> object(realm, "/clients/0").remove("defaultClientScopes")),
                new Rule(
                        "every client has the roles that are mapped to it, and no other",
                        KeycloakRealmTest::unboundRoles,
                        realm -> object(realm, "/clients/3").put("fullScopeAllowed", true)),
                new Rule(
                        "a client's roles exist",
                        KeycloakRealmTest::unboundRoles,
                        realm -> array(realm, "/scopeMappings/0/roles").add("KING")),
                new Rule(
                        "only administrators change who somebody is and what they see",
                        KeycloakRealmTest::editableByUsers,
                        realm -> editProfile(realm, "areas")),
                new Rule(
                        "only administrators change a bank",
                        KeycloakRealmTest::editableByUsers,
                        realm -> editProfile(realm, "bank")),
                new Rule(
                        "only administrators change scopes",
                        KeycloakRealmTest::editableByUsers,
                        realm -> editProfile(realm, "scopes")),
                new Rule(
                        "what is not declared in the profile is not kept",
                        KeycloakRealmTest::editableByUsers,
                        realm -> keepUndeclared(realm)),
                new Rule(
                        "no secret is in the file",
                        KeycloakRealmTest::literalSecrets,
                        realm -> object(realm, "/clients/0").put("secret", "s3cret")),
                new Rule(
                        "no password is in the file",
                        KeycloakRealmTest::literalSecrets,
                        realm ->
                                object(realm, "/users/0")
                                        .putArray("credentials")
                                        .addObject()
                                        .put("value", "secret")),
                new Rule(
                        "nobody registers, renames or guesses",
                        KeycloakRealmTest::laxRealm,
                        realm -> realm.put("bruteForceProtected", false)),
                new Rule(
                        "access tokens are short-lived",
                        KeycloakRealmTest::laxRealm,
                        realm -> realm.put("accessTokenLifespan", 3600)),
                new Rule(
                        "programs give proof of the code they ask for, and see no password",
                        KeycloakRealmTest::laxClients,
                        realm ->
                                object(realm, "/clients/1/attributes")
                                        .remove("pkce.code.challenge.method")),
                new Rule(
                        "a person's password is typed at Keycloak only",
                        KeycloakRealmTest::laxClients,
                        realm ->
                                object(realm, "/clients/1")
                                        .put("directAccessGrantsEnabled", true)));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holds(Rule rule) {
        assertThat(rule.complaints().apply(realm())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void is_broken_by_a_planted_violation(Rule rule) {
        ObjectNode realm = realm();
        rule.planted().accept(realm);

        assertThat(rule.complaints().apply(realm)).isNotEmpty();
    }

    private static List<String> otherRoles(JsonNode realm) {
        Set<String> ofCode = new TreeSet<>();
        for (var field : Roles.class.getFields()) {
            ofCode.add(field.getName());
        }
        Set<String> ofRealm = new TreeSet<>();
        realm.at("/roles/realm").forEach(role -> ofRealm.add(role.path("name").asText()));
        return ofCode.equals(ofRealm) ? List.of() : List.of(ofRealm + " instead of " + ofCode);
    }

    private static List<String> missingClaims(JsonNode realm) {
        List<String> complaints = new ArrayList<>();
        for (JsonNode client : clients(realm)) {
            CLAIMS.forEach(
                    (claim, wanted) -> {
                        if (stream(client.path("protocolMappers"))
                                .map(mapper -> mapper.path("config"))
                                .noneMatch(config -> maps(config, wanted))) {
                            complaints.add(nameOf(client) + " does not map " + claim);
                        }
                    });
        }
        return complaints;
    }

    private static boolean maps(JsonNode config, Map<String, String> wanted) {
        return config.path("access.token.claim").asText().equals("true")
                && wanted.entrySet().stream()
                        .allMatch(w -> config.path(w.getKey()).asText().equals(w.getValue()));
    }

    private static List<String> scopesOfKeycloak(JsonNode realm) {
        List<String> complaints = new ArrayList<>();
        for (JsonNode client : clients(realm)) {
            for (String kind : List.of("defaultClientScopes", "optionalClientScopes")) {
                if (!client.path(kind).isArray() || !client.path(kind).isEmpty()) {
                    complaints.add(nameOf(client) + ": " + kind);
                }
            }
        }
        if (realm.has("clientScopes")) {
            complaints.add("clientScopes replaces what Keycloak itself needs");
        }
        return complaints;
    }

    private static List<String> unboundRoles(JsonNode realm) {
        Set<String> known = new TreeSet<>();
        realm.at("/roles/realm").forEach(role -> known.add(role.path("name").asText()));
        List<String> complaints = new ArrayList<>();
        for (JsonNode client : clients(realm)) {
            if (client.path("fullScopeAllowed").asBoolean(true)) {
                complaints.add(nameOf(client) + " has every role");
            }
            List<String> mapped =
                    stream(realm.path("scopeMappings"))
                            .filter(m -> m.path("client").asText().equals(nameOf(client)))
                            .flatMap(m -> stream(m.path("roles")))
                            .map(JsonNode::asText)
                            .toList();
            if (mapped.isEmpty() || !known.containsAll(mapped)) {
                complaints.add(nameOf(client) + " has the roles " + mapped);
            }
        }
        return complaints;
    }

    private static List<String> editableByUsers(JsonNode realm) {
        JsonNode profile = profile(realm);
        List<String> complaints = new ArrayList<>();
        Set<String> declared = new TreeSet<>();
        for (JsonNode attribute : profile.path("attributes")) {
            String name = attribute.path("name").asText();
            declared.add(name);
            boolean byUsers =
                    stream(attribute.at("/permissions/edit"))
                            .anyMatch(who -> !who.asText().equals("admin"));
            boolean byNobodyNamed = attribute.at("/permissions/edit").isMissingNode();
            if (FOR_ADMINISTRATORS.contains(name) && (byUsers || byNobodyNamed)) {
                complaints.add(name + " is editable by users");
            }
        }
        if (!declared.containsAll(FOR_ADMINISTRATORS)) {
            complaints.add("declared are only " + declared);
        }
        if (profile.has("unmanagedAttributePolicy")) {
            complaints.add("undeclared attributes are kept");
        }
        return complaints;
    }

    private static List<String> literalSecrets(JsonNode realm) {
        List<String> complaints = new ArrayList<>();
        for (JsonNode client : clients(realm)) {
            boolean needsOne = !client.path("publicClient").asBoolean();
            if (needsOne && !client.path("secret").asText().matches("\\$\\{[A-Z_]+}")) {
                complaints.add("secret of " + nameOf(client));
            }
        }
        realm.findParents("credentials").forEach(user -> complaints.add("credentials of " + user));
        return complaints;
    }

    private static List<String> laxRealm(JsonNode realm) {
        List<String> complaints = new ArrayList<>();
        if (!realm.path("bruteForceProtected").asBoolean()) {
            complaints.add("passwords can be tried for ever");
        }
        if (realm.path("registrationAllowed").asBoolean(true)) {
            complaints.add("everybody can register");
        }
        if (realm.path("editUsernameAllowed").asBoolean(true)) {
            complaints.add("users can change the subject of their tokens");
        }
        long seconds = realm.path("accessTokenLifespan").asLong(Long.MAX_VALUE);
        if (seconds > LONGEST_TOKEN_SECONDS) {
            complaints.add("access tokens live " + seconds + " s");
        }
        return complaints;
    }

    private static List<String> laxClients(JsonNode realm) {
        List<String> complaints = new ArrayList<>();
        for (JsonNode client : clients(realm)) {
            if (client.path("directAccessGrantsEnabled").asBoolean(true)
                    || client.path("implicitFlowEnabled").asBoolean(true)) {
                complaints.add(nameOf(client) + " sees passwords or tokens in addresses");
            }
            String proof = client.at("/attributes/pkce.code.challenge.method").asText();
            if (client.path("standardFlowEnabled").asBoolean(true) && !proof.equals("S256")) {
                complaints.add(nameOf(client) + " needs no proof for a code");
            }
        }
        return complaints;
    }

    private static List<JsonNode> clients(JsonNode realm) {
        List<JsonNode> clients = stream(realm.path("clients")).toList();
        assertThat(clients.size()).as("clients to look at").isGreaterThanOrEqualTo(4);
        return clients;
    }

    private static JsonNode profile(JsonNode realm) {
        try {
            return JSON.readTree(realm.at(PROFILE).asText());
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("the user profile", unreadable);
        }
    }

    private static void editProfile(ObjectNode realm, String attribute) {
        JsonNode profile = profile(realm);
        stream(profile.path("attributes"))
                .filter(one -> one.path("name").asText().equals(attribute))
                .forEach(one -> array(one, "/permissions/edit").add("user"));
        replaceProfile(realm, profile);
    }

    private static void keepUndeclared(ObjectNode realm) {
        ObjectNode profile = (ObjectNode) profile(realm);
        profile.put("unmanagedAttributePolicy", "ENABLED");
        replaceProfile(realm, profile);
    }

    private static void replaceProfile(ObjectNode realm, JsonNode profile) {
        array(realm, PROFILE.substring(0, PROFILE.lastIndexOf('/'))).set(0, profile.toString());
    }

    private static void removeFirst(ObjectNode realm, String array) {
        array(realm, array).remove(0);
    }

    private static ObjectNode object(JsonNode realm, String place) {
        return (ObjectNode) realm.at(place);
    }

    private static ArrayNode array(JsonNode realm, String place) {
        return (ArrayNode) realm.at(place);
    }

    private static String nameOf(JsonNode client) {
        return client.path("clientId").asText();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static ObjectNode realm() {
        try {
            return (ObjectNode) JSON.readTree(Files.readString(REALM));
        } catch (IOException unreadable) {
            throw new IllegalStateException("not readable: " + REALM, unreadable);
        }
    }
}
