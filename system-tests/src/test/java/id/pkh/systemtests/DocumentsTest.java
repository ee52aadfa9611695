package id.pkh.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever a document promises. */
class DocumentsTest {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
    private static final Pattern ROOM =
            Pattern.compile("(?m)^\\| `([a-z0-9.]+)` \\| `([A-Za-z0-9]+)` \\|");
    private static final Pattern CODE = Pattern.compile("`([A-Za-z0-9_]+)`");

    @Test
    void everyLinkLeadsSomewhere() {
        List<String> dead = new ArrayList<>();
        for (Path page : Tree.files(".md")) {
            Matcher link = LINK.matcher(Tree.read(page));
            while (link.find()) {
                if (!link.group(1).matches("[a-z]+:.*") && !resolves(page, link.group(1))) {
                    dead.add(Tree.ROOT.relativize(page) + " -> " + link.group(1));
                }
            }
        }
        assertThat(dead).isEmpty();
    }

    @Test
    void everyAlertSaysWhatToDo() {
        String alerts = Tree.read("deploy/monitoring/alerts.yml");
        Matcher guide = Pattern.compile("runbook: (\\S+)").matcher(alerts);
        List<String> dead = new ArrayList<>();
        int guides = 0;
        for (; guide.find(); guides++) {
            if (!resolves(Tree.ROOT.resolve("README.md"), guide.group(1))) {
                dead.add(guide.group(1));
            }
        }
        assertThat(dead).isEmpty();
        assertThat(alerts.split("- alert:", -1)).hasSize(guides + 1);
    }

    @Test
    void theReadmeFitsAScreen() {
        assertThat(Tree.read("README.md").lines().count()).isLessThanOrEqualTo(60);
        for (String service : Tree.SERVICES) {
            assertThat(Tree.read(service + "/README.md").lines().count())
                    .as(service)
                    .isLessThanOrEqualTo(60);
        }
    }

    @Test
    void theArchitecturePageNamesEveryModuleAndNoOther() {
        Set<String> built = groups("pom.xml", "<module>([^<]+)</module>");
        Set<String> described = groups("docs/architecture.md", "(?m)^\\| `([a-z/-]+)` \\|");
        assertThat(described).isEqualTo(built);
    }

    @Test
    void everyRoomOfTheWalkExists() {
        assertThat(missingRooms(Tree.read("docs/architecture.md"))).isEmpty();
        assertThat(rooms(Tree.read("docs/architecture.md"))).hasSizeGreaterThan(20);
    }

    @Test
    void aRoomOfTheWalkThatWasMovedIsFound() {
        String planted = "| `meeting.sheet` | `RecordMeeting` | a class of another room |";
        assertThat(missingRooms(planted)).containsExactly("meeting/sheet/RecordMeeting.java");
    }

    private static List<String> missingRooms(String page) {
        List<Path> sources = Tree.files(".java");
        return rooms(page).stream()
                .filter(
                        room ->
                                sources.stream()
                                        .noneMatch(f -> f.endsWith("src/main/java/id/pkh/" + room)))
                .toList();
    }

    private static List<String> rooms(String page) {
        return ROOM.matcher(page)
                .results()
                .map(row -> row.group(1).replace('.', '/') + "/" + row.group(2) + ".java")
                .toList();
    }

    @Test
    void everyClassOfTheGlossaryExists() {
        Set<String> classes =
                Tree.files(".java").stream()
                        .map(f -> f.getFileName().toString().replace(".java", ""))
                        .collect(Collectors.toSet());
        assertThat(classes).containsAll(groups("docs/glossary.md", "\\| `([A-Za-z0-9]+)` \\|"));
    }

    @Test
    void theGuideToTheEventStreamsNamesEveryTopicAndEventsThatExist() {
        Set<String> declared =
                Tree.read("event-contracts/src/main/resources/META-INF/pkh/topics.txt")
                        .lines()
                        .filter(line -> !line.startsWith("#") && !line.contains(".dlq "))
                        .map(line -> line.substring(0, line.indexOf(' ')))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(groups("docs/kafka.md", "(?m)^\\| `(pkh\\.[a-z0-9.-]+)` \\|"))
                .isEqualTo(declared);
        Set<String> events = groups("docs/event-catalogue.md", "(?m)^\\| `([A-Za-z0-9]+)` \\|");
        assertThat(groups("docs/kafka.md", "`([A-Z][a-z]+(?:[A-Z][a-z]+)+)`"))
                .hasSizeGreaterThan(10)
                .isSubsetOf(events);
    }

    @Test
    void theIndexOfDecisionsIsComplete() throws IOException {
        try (Stream<Path> records = Files.list(Tree.ROOT.resolve("docs/adr"))) {
            Set<String> present =
                    records.map(f -> f.getFileName().toString())
                            .filter(n -> n.matches("\\d{4}-.*\\.md"))
                            .collect(Collectors.toCollection(TreeSet::new));
            assertThat(groups("docs/adr/README.md", "\\]\\((\\d{4}-[^)]+)\\)")).isEqualTo(present);
            for (String record : present) {
                assertThat(Tree.read("docs/adr/" + record))
                        .as(record)
                        .contains(
                                "Status: ",
                                "**Context.**",
                                "**Options.**",
                                "**Decision.**",
                                "**Consequences.**",
                                "**How we would notice that it was wrong.**");
            }
        }
    }

    @Test
    void everyReasonMetricAndVariableOfTheRunbookExists() {
        String code =
                Tree.files(".java").stream()
                        .filter(f -> f.toString().contains("/src/main/"))
                        .map(Tree::read)
                        .collect(Collectors.joining("\n"));
        String compose = Tree.read("docker-compose.yml");
        Matcher word = CODE.matcher(Tree.read("docs/runbook.md"));
        Set<String> missing = new TreeSet<>();
        while (word.find()) {
            String name = word.group(1);
            if ((name.matches("[A-Z]+(_[A-Z]+)+")
                            || name.matches("(inbox|outbox|parked|pg)_[a-z_]+"))
                    && !code.contains('"' + name + '"')
                    && !compose.contains("${" + name + ":")
                    && !compose.contains("\n  " + name + ": ")
                    && !Tree.read(
                                    "platform/messaging/src/main/resources/db/platform/V20250102000000__messaging.sql")
                            .contains(name)) {
                missing.add(name);
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void aChannelOfAServiceIsAChannelOfAsyncapiAndTheOtherWayRound() throws IOException {
        JsonNode asyncapi =
                new ObjectMapper(new YAMLFactory())
                        .readTree(Tree.ROOT.resolve("docs/asyncapi.yaml").toFile());
        Set<String> received = new TreeSet<>();
        for (JsonNode operation : asyncapi.get("operations")) {
            if (operation.get("action").asText().equals("receive")) {
                received.add(addressOf(asyncapi, operation));
            }
        }
        Set<String> configured = new TreeSet<>();
        for (String service : Tree.SERVICES) {
            configured.addAll(
                    groups(
                            service + "/src/main/resources/application.properties",
                            "(?m)^mp\\.messaging\\.incoming\\.[a-z-]+\\.topic=(\\S+)$"));
        }
        assertThat(configured).isEqualTo(received);
    }

    @Test
    void everyIncomingChannelSpellsOutItsOptions() {
        for (String service : Tree.SERVICES) {
            String file = service + "/src/main/resources/application.properties";
            String text = Tree.read(file);
            for (String channel :
                    groups(file, "(?m)^mp\\.messaging\\.incoming\\.([a-z-]+)\\.topic=")) {
                for (String option :
                        List.of(
                                "group.id",
                                "auto.offset.reset",
                                "batch",
                                "failure-strategy",
                                "commit-strategy",
                                "value.deserializer")) {
                    assertThat(text)
                            .as("%s of %s", option, service)
                            .contains("mp.messaging.incoming." + channel + "." + option + "=");
                }
            }
        }
    }

    private static String addressOf(JsonNode asyncapi, JsonNode operation) {
        String reference = operation.at("/channel/$ref").asText().substring(1);
        return asyncapi.at(reference).get("address").asText();
    }

    private static boolean resolves(Path page, String link) {
        String[] parts = URLDecoder.decode(link, StandardCharsets.UTF_8).split("#", 2);
        Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
        if (!Files.exists(target)) {
            return false;
        }
        return parts.length == 1 || anchors(target).contains(parts[1]);
    }

    private static Set<String> anchors(Path page) {
        Set<String> anchors = new TreeSet<>();
        Matcher heading = HEADING.matcher(Tree.read(page));
        while (heading.find()) {
            anchors.add(
                    heading.group(1)
                            .toLowerCase()
                            .replaceAll("[^a-z0-9 _-]", "")
                            .replace(' ', '-'));
        }
        return anchors;
    }

    private static Set<String> groups(String file, String regex) {
        Matcher matcher = Pattern.compile(regex).matcher(Tree.read(file));
        Set<String> found = new TreeSet<>();
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
