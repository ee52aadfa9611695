package id.pkh.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The settings for TLS that the runbook names are those that the composed system is tried with. */
class TlsTest {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Pattern SETTING = Pattern.compile("`([A-Z][A-Z0-9_]+)=([^`]+)`");
    private static final Pattern PORT = Pattern.compile("127\\.0\\.0\\.1:(\\d+):\\1");

    /** A proxy is not part of the composed system. */
    private static final String OF_A_PROXY = "QUARKUS_HTTP_PROXY_";

    /** What the table describes in words: probes would need another command. */
    private static final String OF_THE_MANAGEMENT_PORT =
            "QUARKUS_MANAGEMENT_TLS_CONFIGURATION_NAME";

    /** Only for calls of services; the component tests of disbursement and the console try it. */
    private static final String OF_THE_CALLS = "QUARKUS_TLS_SERVICES_TRUST_STORE_PEM_CERTS";

    /** Addresses of the services that the registry asks, as every deployment has them. */
    private static final String OF_THE_REGISTRY = "PKH_REGISTRY_SERVICES_";

    private final JsonNode plain = read("docker-compose.yml");
    private final JsonNode encrypted = read("deploy/tls/docker-compose.tls.yml");

    TlsTest() throws IOException {}

    static List<String> applications() {
        return Stream.concat(Tree.SERVICES.stream(), Stream.of("operations-console")).toList();
    }

    @Test
    void theRunbookNamesWhatTheRegistryIsTriedWithAndNothingElse() {
        Map<String, String> documented = documented();
        assertThat(documented.remove(OF_THE_MANAGEMENT_PORT)).isEqualTo("http");
        assertThat(documented.remove(OF_THE_CALLS)).isEqualTo("/tls/ca.crt");
        documented.keySet().removeIf(name -> name.startsWith(OF_A_PROXY));

        Map<String, String> tried = settings("kpm-registry-service");
        tried.keySet().removeIf(name -> name.startsWith(OF_THE_REGISTRY));
        tried.computeIfPresent(
                "KAFKA_SASL_JAAS_CONFIG",
                (name, value) -> value.replaceAll("password=\".*\"", "password=\"…\""));
        assertThat(tried).isEqualTo(documented);
    }

    @ParameterizedTest
    @MethodSource("applications")
    void everyApplicationHasItsPortItsCertificateAndItsUser(String name) {
        Map<String, String> tried = settings(name);
        Matcher port = PORT.matcher(plain.at("/services/" + name + "/ports/0").asText());
        assertThat(port.matches()).isTrue();
        assertThat(tried).containsEntry("QUARKUS_HTTP_SSL_PORT", port.group(1));
        assertThat(encrypted.at("/services/" + name + "/volumes/0").asText())
                .isEqualTo("./.pkh/tls/" + name + ":/tls:ro");
        String user = name.replaceAll("^(kpm|operations)-|-service$", "");
        assertThat(tried.get("KAFKA_SASL_JAAS_CONFIG"))
                .contains(
                        " username=\"" + user + "\" ",
                        "${" + user.toUpperCase(java.util.Locale.ROOT) + "_KAFKA_PASSWORD:?");
        assertThat(Tree.read("deploy/kafka/create-users.sh")).contains(" " + user + " ");
    }

    @ParameterizedTest
    @MethodSource("applications")
    void everyAddressIsEncrypted(String name) {
        Map<String, String> tried = settings(name);
        JsonNode before = plain.at("/services/" + name + "/environment");
        before.properties()
                .forEach(
                        setting -> {
                            String address = setting.getValue().asText();
                            if (address.startsWith("http://") && !isOfManagement(address)) {
                                assertThat(tried)
                                        .containsEntry(
                                                setting.getKey(),
                                                address.replace("http:", "https:"));
                            }
                            if (address.startsWith("jdbc:")) {
                                assertThat(tried.get(setting.getKey()))
                                        .startsWith(address + "?sslmode=verify-full&");
                            }
                        });
    }

    private static boolean isOfManagement(String address) {
        return address.matches(".*:809\\d$");
    }

    @Test
    void theServersAcceptNothingElse() {
        JsonNode kafka = encrypted.at("/services/kafka/environment");
        assertThat(kafka.get("KAFKA_LISTENER_SECURITY_PROTOCOL_MAP").asText().split(","))
                .allMatch(listener -> listener.endsWith("SSL"));
        assertThat(encrypted.at("/services/postgres/command").toString())
                .contains("ssl=on", "hba_file=/etc/pkh/pg_hba.conf");
        assertThat(Tree.read("deploy/tls/pg_hba.conf").lines().map(line -> line.split(" ")[0]))
                .containsOnly("#", "local", "hostssl");
        // a command replaces that of the first file
        List<String> kept = new ArrayList<>();
        plain.at("/services/postgres/command").forEach(word -> kept.add(word.asText()));
        List<String> command = new ArrayList<>();
        encrypted.at("/services/postgres/command").forEach(word -> command.add(word.asText()));
        assertThat(command.subList(0, kept.size())).isEqualTo(kept);
    }

    private Map<String, String> settings(String application) {
        Map<String, String> settings = new TreeMap<>();
        encrypted
                .at("/x-tls")
                .properties()
                .forEach(f -> settings.put(f.getKey(), f.getValue().asText()));
        JsonNode environment = encrypted.at("/services/" + application + "/environment");
        assertThat(environment.has("<<")).isTrue();
        environment.properties().forEach(f -> settings.put(f.getKey(), f.getValue().asText()));
        settings.remove("<<");
        return settings;
    }

    private static Map<String, String> documented() {
        String page = Tree.read("docs/runbook.md");
        String section = page.substring(page.indexOf("\n## TLS\n"));
        section = section.substring(0, section.indexOf("\n## ", 1));
        Map<String, String> settings = new TreeMap<>();
        SETTING.matcher(section)
                .results()
                .forEach(s -> settings.put(s.group(1), s.group(2).replaceAll("^[\"']|[\"']$", "")));
        return settings;
    }

    private static JsonNode read(String file) throws IOException {
        return YAML.readTree(Tree.ROOT.resolve(file).toFile());
    }
}
