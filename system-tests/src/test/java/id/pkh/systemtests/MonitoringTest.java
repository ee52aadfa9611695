package id.pkh.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import id.pkh.testsupport.metrics.DocumentedMetrics;
import id.pkh.testsupport.metrics.DocumentedMetrics.Metric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Alerts, dashboards and the page of the metrics say the same. That each metric of the page is
 * there, is for the tests of the service that exposes it.
 */
class MonitoringTest {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path MONITORING = Tree.ROOT.resolve("deploy/monitoring");
    private static final Path DASHBOARDS = MONITORING.resolve("grafana/dashboards");

    /** What Prometheus makes itself. */
    private static final Set<String> OF_PROMETHEUS = Set.of("up", "ALERTS");

    private static final DocumentedMetrics DOCUMENTED = DocumentedMetrics.read();

    static List<Path> dashboards() throws IOException {
        try (Stream<Path> files = Files.list(DASHBOARDS)) {
            return files.sorted().toList();
        }
    }

    @Test
    void everyMetricOfAnAlertIsDocumentedAndNamesTheAlert() throws IOException {
        for (JsonNode alert : alerts()) {
            String name = alert.get("alert").asText();
            Set<String> metrics = PromQl.metricsOf(alert.get("expr").asText());
            assertThat(metrics).as(name).isNotEmpty();
            for (String metric : metrics) {
                if (!OF_PROMETHEUS.contains(metric)) {
                    assertThat(alertsOf(metric)).as(metric).contains(name);
                }
            }
        }
    }

    @Test
    void everyAlertOfThePageExistsAndLooksAtThatMetric() throws IOException {
        Map<String, Set<String>> metricsOf = new HashMap<>();
        for (JsonNode alert : alerts()) {
            metricsOf.put(
                    alert.get("alert").asText(), PromQl.metricsOf(alert.get("expr").asText()));
        }
        for (Metric row : DOCUMENTED.rows()) {
            for (String alert : alertsOf(row.name())) {
                assertThat(metricsOf.getOrDefault(alert, Set.of())).as(alert).contains(row.name());
            }
        }
    }

    @Test
    void everyAlertIsTestedFiringAndSilent() throws IOException {
        Set<String> firing = new TreeSet<>();
        Set<String> silent = new TreeSet<>();
        for (String file : List.of("alerts-test.yml", "alerts-of-hours-test.yml")) {
            for (JsonNode test : YAML.readTree(MONITORING.resolve(file).toFile()).get("tests")) {
                for (JsonNode expected : test.get("alert_rule_test")) {
                    (expected.get("exp_alerts").isEmpty() ? silent : firing)
                            .add(expected.get("alertname").asText());
                }
            }
        }
        Set<String> all = new TreeSet<>();
        alerts().forEach(alert -> all.add(alert.get("alert").asText()));
        assertThat(firing).isEqualTo(all);
        assertThat(silent).isEqualTo(all);
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void everyMetricOfADashboardIsDocumented(Path file) throws IOException {
        List<String> expressions = expressionsOf(JSON.readTree(file.toFile()));
        assertThat(expressions).hasSizeGreaterThan(4);
        for (String expression : expressions) {
            Set<String> metrics = PromQl.metricsOf(expression);
            metrics.removeAll(OF_PROMETHEUS);
            assertThat(DOCUMENTED.names()).as(expression).containsAll(metrics);
        }
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void aDashboardCanBeReadByPeople(Path file) throws IOException {
        JsonNode dashboard = JSON.readTree(file.toFile());
        assertThat(dashboard.get("uid").asText())
                .isEqualTo("pkh-" + file.getFileName().toString().replace(".json", ""));
        Set<Integer> ids = new TreeSet<>();
        for (JsonNode panel : dashboard.get("panels")) {
            assertThat(panel.get("title").asText()).isNotBlank();
            assertThat(ids.add(panel.get("id").asInt())).as("id of a panel").isTrue();
            assertThat(panel.at("/datasource/uid").asText()).isEqualTo(dataSource());
            JsonNode place = panel.get("gridPos");
            assertThat(place.get("x").asInt() + place.get("w").asInt()).isLessThanOrEqualTo(24);
            assertThat(panel.get("targets")).isNotEmpty();
        }
    }

    @Test
    void everyMetricOfOursIsOnADashboard() throws IOException {
        Set<String> shown = new TreeSet<>();
        for (Path file : dashboards()) {
            expressionsOf(JSON.readTree(file.toFile()))
                    .forEach(expression -> shown.addAll(PromQl.metricsOf(expression)));
        }
        assertThat(shown).containsAll(DOCUMENTED.names());
    }

    @Test
    void theProvisioningFindsTheDashboardsThatAreMounted() throws IOException {
        JsonNode provider =
                YAML.readTree(
                                MONITORING
                                        .resolve("grafana/provisioning/dashboards/pkh.yml")
                                        .toFile())
                        .at("/providers/0");
        JsonNode grafana =
                YAML.readTree(Tree.ROOT.resolve("docker-compose.yml").toFile())
                        .at("/services/grafana");
        List<String> volumes = new ArrayList<>();
        grafana.get("volumes").forEach(volume -> volumes.add(volume.asText()));
        assertThat(volumes)
                .contains(
                        "./deploy/monitoring/grafana/dashboards:"
                                + provider.at("/options/path").asText()
                                + ":ro",
                        "./deploy/monitoring/grafana/provisioning:/etc/grafana/provisioning:ro");
        assertThat(grafana.at("/ports/0").asText()).startsWith("127.0.0.1:");
        assertThat(grafana.at("/environment/GF_AUTH_ANONYMOUS_ENABLED").asText())
                .isEqualTo("false");
        Path home =
                Path.of(
                        grafana.at("/environment/GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH")
                                .asText());
        assertThat(home.getParent()).hasToString(provider.at("/options/path").asText());
        assertThat(DASHBOARDS.resolve(home.getFileName())).exists();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max by (service) (a_b) > 30 | a_b",
                "sum(rate(a_total{x=\"y_z\"}[5m])) / sum(b_total offset 1h) | a_total b_total",
                "(a != a) and on (x) b_seconds > 86400 | a b_seconds",
                "count(ALERTS{s=\"f\"}) or vector(0) | ALERTS",
                "rate(up[$__rate_interval]) * 60 | up"
            })
    void theMetricsOfAnExpressionAreFound(String expression, String metrics) {
        assertThat(PromQl.metricsOf(expression)).containsExactly(metrics.split(" "));
    }

    private static List<JsonNode> alerts() throws IOException {
        List<JsonNode> alerts = new ArrayList<>();
        for (JsonNode group :
                YAML.readTree(MONITORING.resolve("alerts.yml").toFile()).get("groups")) {
            group.get("rules").forEach(alerts::add);
        }
        assertThat(alerts).hasSizeGreaterThan(10);
        return alerts;
    }

    private static Set<String> alertsOf(String metric) {
        return DOCUMENTED.rows().stream()
                .filter(row -> row.name().equals(metric))
                .flatMap(row -> Arrays.stream(row.alert().split(",\\s*")))
                .filter(alert -> !alert.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> expressionsOf(JsonNode dashboard) {
        List<String> expressions = new ArrayList<>();
        dashboard.findValues("expr").forEach(expression -> expressions.add(expression.asText()));
        for (JsonNode variable : dashboard.at("/templating/list")) {
            Matcher values =
                    Pattern.compile("label_values\\((.+), \\w+\\)")
                            .matcher(variable.at("/query/query").asText());
            assertThat(values.matches()).as("the query of a variable").isTrue();
            expressions.add(values.group(1));
        }
        return expressions;
    }

    private static String dataSource() throws IOException {
        return YAML.readTree(
                        MONITORING
                                .resolve("grafana/provisioning/datasources/prometheus.yml")
                                .toFile())
                .at("/datasources/0/uid")
                .asText();
    }
}
