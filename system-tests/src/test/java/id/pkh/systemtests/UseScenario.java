package id.pkh.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.pkh.client.PkhClient;
import id.pkh.client.registry.FamiliesApi;
import id.pkh.client.registry.model.Kpm;
import id.pkh.client.registry.model.PersonRequest;
import id.pkh.client.registry.model.RegisterKpmRequest;
import id.pkh.launcher.stack.Checkout;
import id.pkh.launcher.stack.Stack;
import id.pkh.launcher.stack.StackPlan;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The examples for other systems do what their page says, against a running service. */
@Isolated("three stacks at once would be too much for two cores")
class UseScenario {

    private static final String PAGE = "docs/use.md";
    private static final String EVENTS = "docs/kafka.md";
    private static final String VILLAGE = "17.71.08.1001";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir static Path folder;
    private static Stack stack;
    private static UUID family;

    @BeforeAll
    static void aFamilyIsRegistered() {
        StackPlan plan =
                StackPlan.fresh(
                                folder.resolve("stack"),
                                new Checkout(Tree.ROOT)
                                        .builtServices().stream()
                                                .filter(s -> s.name().equals(Checkout.REGISTRY))
                                                .toList())
                        .forTests();
        stack = Stack.start(plan, System.out::println);
        String administrator =
                stack.token("administrator-1", List.of("DATA_ADMINISTRATOR"), List.of(VILLAGE));
        RegisterKpmRequest request =
                new RegisterKpmRequest()
                        .familyCard("1771082501010001")
                        .caretaker(new PersonRequest().nik("1771084203850002").name("Siti Contoh"))
                        .villageCode(VILLAGE)
                        .participatingSince(LocalDate.parse("2026-01-01"));
        Kpm registered =
                PkhClient.at(registry(), () -> administrator)
                        .call(FamiliesApi::new, families -> families.registerFamily(request));
        family = registered.getKpmId();
    }

    @AfterAll
    static void stop() {
        if (stack != null) {
            stack.close();
        }
    }

    @Nested
    class InJava {

        @Test
        void theFamiliesOfAVillageAreListed() throws Exception {
            assertThat(output(java("Families"), token(), VILLAGE)).isEqualTo(family + " CANDIDATE");
        }

        @Test
        void aRefusalIsNamed() throws Exception {
            assertThat(output(java("Families"), "no token", VILLAGE)).isEqualTo("UNAUTHENTICATED");
        }

        @Test
        void theChangesOfAFamilyAreReceived() throws Exception {
            Process program = start(java("Changes"), token(), List.of());
            try (BufferedReader lines = program.inputReader(StandardCharsets.UTF_8)) {
                String first =
                        CompletableFuture.supplyAsync(() -> firstEvent(lines))
                                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                assertThat(first).isEqualTo("id.pkh.registry.kpm-registered.v1 " + family);
            } finally {
                program.destroyForcibly();
            }
        }

        /** What the libraries of the program log is not of interest. */
        private static String firstEvent(BufferedReader lines) {
            return lines.lines().filter(line -> line.startsWith("id.pkh.")).findFirst().orElse("");
        }

        /** The program on the class path of a system that has the client and a Kafka client. */
        private List<String> java(String name) throws IOException {
            Path source = folder.resolve(name + ".java");
            Files.writeString(source, example("java", "public class " + name));
            return List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    Tree.ROOT.resolve("launcher/target/lib") + "/*",
                    source.toString());
        }
    }

    @Nested
    @NeedsPrograms(Program.CURL)
    class WithCurl {

        @Test
        void theFamiliesOfAVillageAreListed() throws Exception {
            String page = output(shell(), token(), VILLAGE);

            assertThat(new ObjectMapper().readTree(page).path("items").path(0).path("kpm_id"))
                    .hasToString("\"" + family + "\"");
        }

        @Test
        void aRefusalIsNamed() throws Exception {
            assertThat(output(shell(), "no token", VILLAGE)).contains("UNAUTHENTICATED");
        }

        private List<String> shell() throws IOException {
            return List.of("bash", "-c", example("sh", "curl "), "example");
        }
    }

    @Nested
    @NeedsPrograms(Program.PYTHON)
    class InPython {

        @Test
        void theFamiliesOfAVillageAreListed() throws Exception {
            assertThat(output(python(), token(), VILLAGE)).isEqualTo(family + " CANDIDATE");
        }

        @Test
        void aRefusalIsNamed() throws Exception {
            assertThat(output(python(), "no token", VILLAGE)).isEqualTo("UNAUTHENTICATED");
        }

        private List<String> python() throws IOException {
            Path source = folder.resolve("families.py");
            Files.writeString(source, example("python", "import "));
            return List.of(Program.PYTHON.path().toString(), source.toString());
        }
    }

    @Nested
    @NeedsPrograms(Program.PYTHON_KAFKA)
    class EventsInPython {

        /** The second run begins where the first one committed, and finds its table. */
        @Test
        void aTableOfTheFamiliesOfAVillageIsKept() throws Exception {
            Path source = folder.resolve("states.py");
            Files.writeString(source, example(EVENTS, "python", "confluent_kafka"));
            List<String> reader =
                    List.of(
                            Program.PYTHON_KAFKA.path().toString(),
                            source.toString(),
                            VILLAGE,
                            folder.resolve("families.db").toString());
            for (int run = 1; run <= 2; run++) {
                assertThat(output(reader, token()))
                        .as("run %d", run)
                        .isEqualTo(family + " CANDIDATE");
            }
        }
    }

    private static String example(String language, String text) {
        return example(PAGE, language, text);
    }

    /** The example of the page in this language that contains the text. */
    private static String example(String page, String language, String text) {
        Matcher fenced =
                Pattern.compile("(?s)```" + language + "\n(.*?)```").matcher(Tree.read(page));
        return fenced.results()
                .map(found -> found.group(1))
                .filter(code -> code.contains(text))
                .findFirst()
                .orElseThrow();
    }

    private static URI registry() {
        return stack.service(Checkout.REGISTRY).address();
    }

    private static String token() {
        return stack.token("another-system", List.of("EXTERNAL_SYSTEM"), List.of(VILLAGE));
    }

    private static String output(List<String> command, String token, String... arguments)
            throws IOException, InterruptedException {
        Process program = start(command, token, List.of(arguments));
        String output = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(program.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return output.strip();
    }

    private static Process start(List<String> command, String token, List<String> arguments)
            throws IOException {
        ProcessBuilder program =
                new ProcessBuilder(Stream.concat(command.stream(), arguments.stream()).toList())
                        .redirectErrorStream(true);
        program.environment()
                .putAll(
                        Map.of(
                                "PKH_REGISTRY",
                                registry().toString(),
                                "PKH_TOKEN",
                                token,
                                "PKH_KAFKA",
                                stack.kafka().bootstrapServers()));
        return program.start();
    }
}
