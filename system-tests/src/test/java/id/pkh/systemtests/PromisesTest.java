package id.pkh.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the pages state as a fact is so: operations, commands, files, codes, ports and numbers. */
class PromisesTest {

    private static final Pattern OPERATION =
            Pattern.compile("`(GET|POST|PUT|PATCH|DELETE) (/(?!q/)[^`?\\s]*)");
    private static final Pattern COMMAND = Pattern.compile("\\./pkh ([a-z]+)([^`\n&#]*)");
    private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]*");
    private static final Pattern FILE =
            Pattern.compile(
                    "`((?:\\.ci|deploy|docs|platform|system-tests|launcher|district|[a-z-]+-service)"
                            + "/[\\w./-]+)`");
    private static final Pattern CODE = Pattern.compile("`([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)`");

    /** Pages with operations of the console, which has no API description. */
    private static final Set<String> OF_THE_CONSOLE =
            Set.of("operations-console/README.md", "docs/access.md");

    /** It also names what is gone. */
    private static final String OF_THE_PAST = "CHANGELOG.md";

    /** Variables of the environment; the tests of the runbook and of the use page know them. */
    private static final Pattern VARIABLE = Pattern.compile("(PKH|QUARKUS|KAFKA)_.*");

    @Test
    void everyOperationThatAPageNamesExists() throws IOException {
        Set<String> described = describedOperations();
        assertThat(described).hasSizeGreaterThan(100);
        assertThat(
                        missing(
                                OPERATION,
                                named ->
                                        described.contains(
                                                named.group(1) + " " + shape(named.group(2))),
                                page -> !OF_THE_CONSOLE.contains(page)))
                .isEmpty();
    }

    @Test
    void everyCommandAndOptionThatAPageNamesExists() {
        String launcher = sources("launcher/src/main/java") + Tree.read("pkh");
        Set<String> options =
                OPTION.matcher(launcher)
                        .results()
                        .map(MatchResult::group)
                        .collect(Collectors.toSet());
        assertThat(
                        missing(
                                COMMAND,
                                named ->
                                        isCommand(named.group(1), launcher)
                                                && OPTION.matcher(named.group(2))
                                                        .results()
                                                        .allMatch(
                                                                option ->
                                                                        options.contains(
                                                                                option.group())),
                                page -> true))
                .isEmpty();
    }

    private static boolean isCommand(String name, String launcher) {
        return launcher.contains("name = \"" + name + "\"")
                || Pattern.compile("(?m)^\\s*" + name + "\\)|\\b" + name + "\\s*[|)]")
                        .matcher(Tree.read("pkh"))
                        .find();
    }

    @Test
    void everyFileThatAPageNamesExists() {
        assertThat(
                        missing(
                                FILE,
                                named ->
                                        named.group(1).endsWith("/target")
                                                || Files.exists(Tree.ROOT.resolve(named.group(1))),
                                page -> true))
                .isEmpty();
    }

    @Test
    void everyCodeThatAPageNamesExists() {
        String code =
                Stream.of(".java", ".sql", ".yml", ".yaml", ".properties", ".sh")
                        .flatMap(suffix -> Tree.files(suffix).stream())
                        .filter(file -> !file.toString().contains("/src/test/"))
                        .map(Tree::read)
                        .collect(Collectors.joining("\n"));
        assertThat(
                        missing(
                                CODE,
                                named ->
                                        VARIABLE.matcher(named.group(1)).matches()
                                                || code.contains(named.group(1)),
                                page -> !page.equals(OF_THE_PAST)))
                .isEmpty();
    }

    @Test
    void thePortsOfTheArchitecturePageAreThoseOfTheServices() {
        Map<String, List<String>> ports = new TreeMap<>();
        Pattern.compile("(?m)^\\| ([a-z-]+) \\| (80\\d\\d) \\| (80\\d\\d) \\|$")
                .matcher(Tree.read("docs/architecture.md"))
                .results()
                .forEach(row -> ports.put(row.group(1), List.of(row.group(2), row.group(3))));
        Set<String> processes = new TreeSet<>(Tree.SERVICES);
        processes.add("operations-console");

        assertThat(ports.keySet()).isEqualTo(processes);
        ports.forEach(
                (process, both) ->
                        assertThat(
                                        Tree.read(
                                                process
                                                        + "/src/main/resources/application.properties"))
                                .as(process)
                                .contains("quarkus.http.port=" + both.get(0) + "\n")
                                .contains("quarkus.management.port=" + both.get(1) + "\n"));
    }

    /** A number that a page states, and the setting that it is. */
    private record StatedNumber(String page, String stated, String file, String set) {}

    private static final String RUNBOOK = "docs/runbook.md";
    private static final String PLATFORM = "platform/messaging/src/main/";
    private static final String DISBURSEMENT =
            "disbursement-service/src/main/java/id/pkh/disbursement/config/DisbursementConfig.java";

    private static final List<StatedNumber> NUMBERS =
            List.of(
                    new StatedNumber(
                            "docs/architecture.md",
                            "over after (\\d+) seconds \\(`session\\.timeout\\.ms`\\)",
                            PLATFORM + "resources/META-INF/microprofile-config.properties",
                            "session\\.timeout\\.ms=(\\d+)000\\b"),
                    new StatedNumber(
                            RUNBOOK,
                            "when the lease ends \\((\\d+) seconds\\)",
                            PLATFORM + "java/id/pkh/platform/messaging/MessagingConfig.java",
                            "PT(\\d+)S\"\\)\\s+Duration lease\\(\\)"),
                    new StatedNumber(
                            RUNBOOK,
                            "tried again after (\\d+) seconds at most",
                            "platform/jobs/src/main/java/id/pkh/platform/jobs/JobsConfig.java",
                            "\"(\\d+)s\"\\)\\s+Duration longestPause\\(\\)"),
                    new StatedNumber(
                            RUNBOOK,
                            "computes the figure every (\\d+) minutes",
                            DISBURSEMENT,
                            "\"(\\d+)m\"\\)\\s+String watchEvery\\(\\)"),
                    new StatedNumber(
                            RUNBOOK,
                            "sealed in the last (\\d+) days",
                            DISBURSEMENT,
                            "\"(\\d+)d\"\\)\\s+Duration watchFor\\(\\)"),
                    new StatedNumber(
                            RUNBOOK,
                            "tries them again every (\\d+) seconds",
                            DISBURSEMENT,
                            "\"(\\d+)s\"\\)\\s+String inboxEvery\\(\\)"),
                    new StatedNumber(
                            "operations-console/README.md",
                            "Refreshed every (\\d+) seconds",
                            "operations-console/src/main/resources/templates/OverviewResource/overviewPanel.html",
                            "hx-trigger=\"every (\\d+)s\""));

    @Test
    void theNumbersThatPagesStateAreThoseOfTheSettings() {
        for (StatedNumber number : NUMBERS) {
            assertThat(first(number.file(), number.set()))
                    .as("%s in %s", number.stated(), number.page())
                    .isEqualTo(first(number.page(), number.stated()));
        }
    }

    @Test
    void theRolesOfTheArchitecturePageAreThoseOfTheCode() {
        Set<String> stated =
                new TreeSet<>(
                        List.of(
                                first("docs/architecture.md", "Roles: ([A-Z_,\\s]+)\\.")
                                        .split("[,\\s]+")));
        Set<String> known =
                Pattern.compile("String \\w+ = \"([A-Z_]+)\"")
                        .matcher(
                                Tree.read(
                                        "platform/security/src/main/java/id/pkh/platform/security/Roles.java"))
                        .results()
                        .map(role -> role.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(stated).isEqualTo(known);
    }

    @Test
    void theVersionsThatTheReadmeAsksForAreThoseThatTheBuildRequires() {
        String java = first("pom.xml", "<requireJavaVersion><version>\\[(\\d+),");
        String maven = first("pom.xml", "<requireMavenVersion><version>\\[([\\d.]+),");
        for (String page : List.of("README.md", "CONTRIBUTING.md")) {
            assertThat(Tree.read(page))
                    .as(page)
                    .contains("JDK (" + java + " or later)", "Maven (" + maven + " or later)");
        }
    }

    /** What pages name and does not exist, by page. */
    private static Map<String, Set<String>> missing(
            Pattern pattern, Predicate<MatchResult> exists, Predicate<String> isAbout) {
        Map<String, Set<String>> missing = new TreeMap<>();
        int named = 0;
        for (Path file : Tree.files(".md")) {
            String page = Tree.ROOT.relativize(file).toString();
            if (!isAbout.test(page)) {
                continue;
            }
            for (MatchResult one : pattern.matcher(Tree.read(file)).results().toList()) {
                named++;
                if (!exists.test(one)) {
                    missing.computeIfAbsent(page, each -> new TreeSet<>()).add(one.group());
                }
            }
        }
        assertThat(named).as("named by pages").isGreaterThan(5);
        return missing;
    }

    private static Set<String> describedOperations() throws IOException {
        Set<String> operations = new HashSet<>();
        for (String service : Tree.SERVICES) {
            JsonNode paths =
                    new ObjectMapper()
                            .readTree(Tree.read("docs/openapi/" + service + ".json"))
                            .path("paths");
            paths.properties()
                    .forEach(
                            path ->
                                    path.getValue()
                                            .fieldNames()
                                            .forEachRemaining(
                                                    method ->
                                                            operations.add(
                                                                    method.toUpperCase()
                                                                            + " "
                                                                            + shape(
                                                                                    path
                                                                                            .getKey()))));
        }
        return operations;
    }

    private static String shape(String path) {
        return path.replaceFirst("^/api/v1", "").replaceAll("\\{[^}]*}", "{}");
    }

    private static String sources(String folder) {
        return Tree.files(".java").stream()
                .filter(file -> file.startsWith(Tree.ROOT.resolve(folder)))
                .map(Tree::read)
                .collect(Collectors.joining("\n"));
    }

    private static String first(String file, String pattern) {
        return Pattern.compile(pattern)
                .matcher(Tree.read(file))
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError(pattern + " is not in " + file));
    }
}
