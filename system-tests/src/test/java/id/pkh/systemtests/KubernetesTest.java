package id.pkh.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The manifests of {@code deploy/kubernetes}: valid, and as its README promises. */
@TestInstance(Lifecycle.PER_CLASS)
@NeedsPrograms(Program.KUBECTL)
class KubernetesTest {

    private static final String OVERLAY = "deploy/kubernetes/overlays/example";
    private static final String README = "deploy/kubernetes/README.md";
    private static final List<String> APPLICATIONS =
            Stream.concat(Tree.SERVICES.stream(), Stream.of("operations-console")).toList();

    /** What only the local stack of docker-compose.yml sets, and what a cluster sets otherwise. */
    private static final List<String> LOCAL_ONLY =
            List.of(
                    "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT",
                    "PKH_LOCAL_ISSUER_ALLOWED",
                    "MP_JWT_TOKEN_COOKIE",
                    "QUARKUS_OIDC_AUTHENTICATION_COOKIE_FORCE_SECURE");

    private Manifests applications;
    private Manifests migrations;

    @BeforeAll
    void build() {
        applications = Manifests.of(OVERLAY);
        migrations = Manifests.of(OVERLAY + "/migrations");
    }

    static List<String> applications() {
        return APPLICATIONS;
    }

    static List<String> services() {
        return Tree.SERVICES;
    }

    @Test
    void everyManifestIsValid() {
        List<String> faults = new ArrayList<>();
        for (Manifests manifests : List.of(applications, migrations)) {
            for (JsonNode manifest : manifests.all()) {
                try {
                    Manifests.check(manifest);
                } catch (IllegalArgumentException fault) {
                    faults.add(Manifests.nameOf(manifest) + ": " + fault.getMessage());
                }
            }
        }
        assertThat(faults).isEmpty();
        assertThat(applications.all()).hasSizeGreaterThan(25);
    }

    @Test
    void aMistypedFieldIsNotValid() {
        JsonNode manifest = applications.one("Deployment", "meeting-service").deepCopy();
        ((ObjectNode) Manifests.containerOf(manifest)).put("livenesProbe", "x");

        assertThatThrownBy(() -> Manifests.check(manifest)).hasMessageContaining("livenesProbe");
    }

    @Test
    void aMissingFieldIsNotValid() {
        JsonNode manifest = applications.one("Deployment", "meeting-service").deepCopy();
        ((ObjectNode) manifest.path("spec")).remove("selector");

        assertThatThrownBy(() -> Manifests.check(manifest)).hasMessageContaining("selector");
    }

    @ParameterizedTest
    @MethodSource("applications")
    void anApplicationRunsTwiceAndOneOfThemAlways(String name) {
        JsonNode deployment = applications.one("Deployment", name);

        assertThat(deployment.at("/spec/replicas").asInt()).isEqualTo(2);
        assertThat(deployment.at("/spec/strategy/rollingUpdate/maxUnavailable").asInt()).isZero();
        JsonNode budget = applications.one("PodDisruptionBudget", name);
        assertThat(budget.at("/spec/minAvailable").asInt()).isEqualTo(1);
        assertThat(budget.at("/spec/selector/matchLabels"))
                .isEqualTo(deployment.at("/spec/template/metadata/labels"));
    }

    @ParameterizedTest
    @MethodSource("applications")
    void anApplicationHasProbesOnItsManagementPort(String name) {
        JsonNode container = Manifests.containerOf(applications.one("Deployment", name));

        for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
            assertThat(container.path(probe).at("/httpGet/port").asText()).isEqualTo("management");
            assertThat(container.path(probe).at("/httpGet/path").asText())
                    .isIn("/q/health/started", "/q/health/live", "/q/health/ready");
        }
    }

    @ParameterizedTest
    @MethodSource("applications")
    void theHeapFollowsTheMemoryOfTheContainer(String name) {
        JsonNode resources =
                Manifests.containerOf(applications.one("Deployment", name)).path("resources");

        assertThat(resources.at("/limits/memory").asText())
                .isNotEmpty()
                .isEqualTo(resources.at("/requests/memory").asText());
        assertThat(resources.at("/requests/cpu").asText()).isNotEmpty();
        assertThat(Tree.read(name + "/Dockerfile"))
                .contains("-XX:MaxRAMPercentage=")
                .doesNotContain("-Xmx");
    }

    @ParameterizedTest
    @MethodSource("applications")
    void anApplicationIsImageAndServiceOfItsName(String name) {
        assertThat(
                        Manifests.containerOf(applications.one("Deployment", name))
                                .path("image")
                                .asText())
                .matches("registry\\.example\\.org/pkh/" + name + ":[0-9.]+");
        assertThat(applications.one("Service", name).at("/spec/selector"))
                .isEqualTo(applications.one("Deployment", name).at("/spec/selector/matchLabels"));
    }

    @Test
    void noContainerMayMoreThanItNeeds() {
        List<JsonNode> workloads =
                Stream.concat(
                                applications.ofKind("Deployment").stream(),
                                migrations.ofKind("Job").stream())
                        .toList();
        assertThat(workloads).hasSize(9);
        for (JsonNode workload : workloads) {
            JsonNode pod = Manifests.podOf(workload);
            assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
            assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
            assertThat(pod.at("/securityContext/seccompProfile/type").asText())
                    .isEqualTo("RuntimeDefault");
            assertThat(pod.path("containers")).hasSize(1);
            JsonNode rights = Manifests.containerOf(workload).path("securityContext");
            assertThat(rights.path("readOnlyRootFilesystem").asBoolean()).isTrue();
            assertThat(rights.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
            assertThat(rights.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
        }
        assertThat(migrations.one("Namespace", "pkh").at("/metadata/labels").toString())
                .contains("\"pod-security.kubernetes.io/enforce\":\"restricted\"");
    }

    @Test
    void secretsAreOnlyNamed() {
        assertThat(applications.ofKind("Secret")).isEmpty();
        TreeSet<String> named = new TreeSet<>();
        for (JsonNode workload :
                Stream.concat(
                                applications.ofKind("Deployment").stream(),
                                migrations.ofKind("Job").stream())
                        .toList()) {
            for (JsonNode variable : Manifests.containerOf(workload).path("env")) {
                JsonNode secret = variable.at("/valueFrom/secretKeyRef");
                if (secret.isMissingNode()) {
                    assertThat(variable.path("name").asText())
                            .doesNotContainPattern("PASSWORD|KEY|SECRET|ACCOUNTS");
                } else {
                    named.add(secret.path("name").asText() + " " + secret.path("key").asText());
                }
            }
        }
        assertThat(secretsOfTheReadme()).isEqualTo(named);
    }

    private static TreeSet<String> secretsOfTheReadme() {
        TreeSet<String> rows = new TreeSet<>();
        for (String line : Tree.read(README).lines().toList()) {
            String[] cells = line.split("\\s*\\|\\s*");
            if (cells.length > 3 && cells[1].matches("`[a-z-]+`") && cells[2].startsWith("`")) {
                for (String key : cells[2].split(",\\s*")) {
                    rows.add(cells[1].replace("`", "") + " " + key.replace("`", ""));
                }
            }
        }
        return rows;
    }

    @ParameterizedTest
    @MethodSource("services")
    void aServiceIsScaledByTheAgeOfItsEvents(String name) {
        JsonNode scaler = applications.one("HorizontalPodAutoscaler", name);

        assertThat(scaler.at("/spec/scaleTargetRef/name").asText()).isEqualTo(name);
        assertThat(scaler.at("/spec/minReplicas").asInt()).isEqualTo(2);
        assertThat(scaler.at("/spec/maxReplicas").asInt()).isEqualTo(mostPartitions());
        JsonNode metric = scaler.at("/spec/metrics/0/external/metric");
        assertThat(metric.at("/selector/matchLabels/service").asText()).isEqualTo(name);
        assertThat(Tree.read("docs/metrics.md")).contains("`" + metric.path("name").asText() + "`");
        assertThat(Tree.read("deploy/kubernetes/metrics-adapter.yaml"))
                .contains(metric.path("name").asText());
    }

    private static int mostPartitions() {
        return Tree.read("event-contracts/src/main/resources/META-INF/pkh/topics.txt")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .mapToInt(line -> Integer.parseInt(line.split(" ")[1]))
                .max()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("services")
    void onlyTheJobMigrates(String name) {
        JsonNode service = Manifests.containerOf(applications.one("Deployment", name));
        JsonNode job =
                Manifests.containerOf(
                        migrations.one("Job", name.replace("-service", "-migration")));

        assertThat(service.path("env").toString())
                .contains(
                        "{\"name\":\"QUARKUS_FLYWAY_MIGRATE_AT_START\",\"value\":\"false\"}",
                        "{\"name\":\"QUARKUS_FLYWAY_VALIDATE_AT_START\",\"value\":\"true\"}");
        assertThat(job.path("env").toString())
                .contains("{\"name\":\"QUARKUS_INIT_AND_EXIT\",\"value\":\"true\"}");
        assertThat(job.path("image")).isEqualTo(service.path("image"));
    }

    @ParameterizedTest
    @MethodSource("applications")
    void everyPodIsClosedButForWhatIsListed(String name) {
        JsonNode policy = applications.one("NetworkPolicy", name);

        assertThat(policy.at("/spec/policyTypes").toString()).isEqualTo("[\"Ingress\",\"Egress\"]");
        assertThat(policy.at("/spec/podSelector/matchLabels"))
                .isEqualTo(
                        applications.one("Deployment", name).at("/spec/template/metadata/labels"));
    }

    @ParameterizedTest
    @MethodSource("applications")
    void anApplicationHasTheSettingsThatTheComposedSystemGivesIt(String name) throws Exception {
        JsonNode compose =
                new com.fasterxml.jackson.databind.ObjectMapper(
                                new com.fasterxml.jackson.dataformat.yaml.YAMLFactory())
                        .readTree(Tree.ROOT.resolve("docker-compose.yml").toFile());
        TreeSet<String> composed = new TreeSet<>();
        JsonNode environment = compose.at("/services/" + name + "/environment");
        environment.fieldNames().forEachRemaining(composed::add);
        if (composed.remove("<<")) {
            compose.path("x-service-environment").fieldNames().forEachRemaining(composed::add);
        }
        composed.removeAll(LOCAL_ONLY);

        assertThat(applications.variablesOf(applications.one("Deployment", name)))
                .containsAll(composed);
    }
}
