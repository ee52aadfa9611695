package id.pkh.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What no module may do, each rule proved by a line that breaks it. */
class BoundariesTest {

    /**
     * @param where files it holds for, as the beginning of a path in the checkout
     * @param forbidden what no line of them may hold
     * @param planted a line that breaks the rule
     */
    record Rule(String name, Pattern where, Pattern forbidden, String planted) {
        @Override
        public String toString() {
            return name;
        }

        boolean isBrokenBy(String line) {
            return forbidden.matcher(line).find();
        }
    }

    static List<Rule> rules() {
        return List.of(
                rule(
                        "the platform knows nothing of the programme",
                        "platform/.*/src/main/java/.*",
                        "^import (static )?id\\.pkh\\.(?!platform\\.|localstack\\.|testsupport\\.|contracts\\.Event;|contracts\\.EventType;|contracts\\.catalogue\\.EventCatalogue;)",
                        "import id.pkh.contracts.meeting.MeetingHeld;"),
                rule(
                        "no application needs the test support",
                        "(?!platform/test-support/).*/src/main/java/.*",
                        "^import (static )?id\\.pkh\\.testsupport\\.",
                        "import id.pkh.testsupport.rows.Rows;"),
                rule(
                        "nobody but the relay sends to Kafka",
                        "(?!platform/|benchmarks/|district/|launcher/).*/src/main/java/.*",
                        "\\bEmitter\\b|KafkaProducer|sendAndForget|@Outgoing",
                        "    @Channel(\"x\") Emitter<String> emitter;"),
                rule(
                        "a domain package imports java and domains only",
                        ".*-service/src/main/java/.*/domain/.*",
                        "^import (?!(static )?(java\\.|id\\.pkh\\.[a-z.]+\\.domain\\.))",
                        "import jakarta.persistence.Entity;"),
                rule(
                        "a domain package has neither clock nor chance",
                        ".*-service/src/main/java/.*/domain/.*",
                        "\\.now\\(\\)|randomUUID|new Random|System\\.currentTimeMillis",
                        "        return LocalDate.now();"),
                rule(
                        "money is never floating point",
                        "disbursement-service/src/main/java/.*",
                        "\\b(double|float|Double|Float)\\b",
                        "    double amount;"),
                rule(
                        "no schema is made by Hibernate",
                        ".*/application\\.properties",
                        "drop-and-create|strategy=(update|create)",
                        "quarkus.hibernate-orm.schema-management.strategy=update"),
                rule(
                        "no password is in a properties file",
                        ".*/src/main/resources/.*\\.properties",
                        "(?i)^[a-z.%-]*(password|secret|keyset|key\\.base64)=(?!\\$\\{)\\S",
                        "quarkus.datasource.password=registry"),
                rule(
                        "no test sleeps, is disabled or skips itself",
                        ".*/src/test/java/(?!id/pkh/systemtests/BoundariesTest).*",
                        "Thread\\.sleep|@Disabled|assumeTrue|assumeThat",
                        "        Thread.sleep(100);"),
                rule(
                        "a test asks for today and never keeps it",
                        ".*-service/src/test/java/.*",
                        "static final (LocalDate|YearMonth|String) \\w+ =.*\\b(today|now)\\(|\\b(LocalDate|YearMonth)\\.now\\(",
                        "    private static final LocalDate TODAY = today();"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holdsEverywhere(Rule rule) {
        List<String> broken = new ArrayList<>();
        int seen = 0;
        for (Path file : files()) {
            String path = Tree.ROOT.relativize(file).toString();
            if (!rule.where().matcher(path).matches()) {
                continue;
            }
            seen++;
            Tree.read(file)
                    .lines()
                    .filter(rule::isBrokenBy)
                    .forEach(line -> broken.add(path + ": " + line.strip()));
        }
        assertThat(seen).as("files the rule looks at").isPositive();
        assertThat(broken).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void isBrokenByAPlantedViolation(Rule rule) {
        assertThat(rule.isBrokenBy(rule.planted())).isTrue();
    }

    /** What people write freely is checked by the one rule for free text. */
    @Test
    void everyTextOfARequestThatIsOnlyLimitedInLengthIsCheckedAsFreeText() {
        Pattern component = Pattern.compile("(?:@[A-Z]\\w+(?:\\([^()]*\\))?\\s+)+String (\\w+)");
        Set<String> unchecked = new TreeSet<>();
        for (Path file : Tree.files("Request.java")) {
            if (!file.toString().contains("/src/main/")) {
                continue;
            }
            Matcher text = component.matcher(Tree.read(file));
            while (text.find()) {
                boolean isLimitedOnly =
                        text.group().contains("@Size") && !text.group().contains("@Pattern");
                if (isLimitedOnly && !text.group().contains("@FreeText")) {
                    unchecked.add(file.getFileName() + " " + text.group(1));
                }
            }
        }
        // the code or id of an exemption's scope is looked up and never shown as it was written
        assertThat(unchecked).containsExactly("ExemptionRequest.java scopeCode");
    }

    /**
     * Another strategy would leave offsets behind after a rebalance, or pass over a failed event.
     */
    @Test
    void everyChannelCommitsWhatItAppliedAndStopsAtAFailure() {
        Pattern channel =
                Pattern.compile("(?m)^(mp\\.messaging\\.incoming\\.[\\w-]+)\\.connector=");
        Set<String> channels = new TreeSet<>();
        for (Path file : Tree.files("application.properties")) {
            String settings = Tree.read(file);
            Matcher found = channel.matcher(settings);
            while (found.find()) {
                channels.add(found.group(1));
                assertThat(settings.lines())
                        .as(Tree.ROOT.relativize(file).toString())
                        .contains(
                                found.group(1) + ".commit-strategy=applied",
                                found.group(1) + ".failure-strategy=fail");
            }
        }
        assertThat(channels).hasSizeGreaterThan(3);
    }

    @Test
    void noServiceReadsTheCodeOfAnother() {
        Map<String, String> packages =
                Map.of(
                        "kpm-registry-service", "registry",
                        "meeting-service", "meeting",
                        "verification-service", "verification",
                        "disbursement-service", "disbursement",
                        "operations-console", "console");
        packages.forEach(
                (service, own) -> {
                    Pattern foreign =
                            Pattern.compile(
                                    "^import (static )?id\\.pkh\\.(?!"
                                            + own
                                            + "\\.|platform\\.|contracts\\.)");
                    for (Path file : files()) {
                        String path = Tree.ROOT.relativize(file).toString();
                        if (path.startsWith(service + "/src/main/java")) {
                            assertThat(
                                            Tree.read(file)
                                                    .lines()
                                                    .filter(l -> foreign.matcher(l).find()))
                                    .as(path)
                                    .isEmpty();
                        }
                    }
                });
    }

    private static List<Path> files() {
        List<Path> files = new ArrayList<>(Tree.files(".java"));
        files.addAll(Tree.files(".properties"));
        return files;
    }

    private static Rule rule(String name, String where, String forbidden, String planted) {
        return new Rule(name, Pattern.compile(where), Pattern.compile(forbidden), planted);
    }

    /** Without this the option of {@code ./pkh test} would run the tests of every module first. */
    @Test
    void whatRunsOneScenarioLeavesAllOtherTestsOut() {
        Pattern profile = Pattern.compile("<id>(\\w+)</id>\\s*<properties>\\s*<skipTests>(\\w+)");
        Map<String, String> ofScenarios =
                profile.matcher(Tree.read(Tree.ROOT.resolve("system-tests/pom.xml")))
                        .results()
                        .collect(Collectors.toMap(found -> found.group(1), found -> "true"));
        assertThat(ofScenarios).containsKeys("year", "situation", "instances", "keycloak");
        assertThat(
                        profile.matcher(Tree.read(Tree.ROOT.resolve("pom.xml")))
                                .results()
                                .collect(
                                        Collectors.toMap(
                                                found -> found.group(1), found -> found.group(2))))
                .containsAllEntriesOf(ofScenarios);
    }
}
