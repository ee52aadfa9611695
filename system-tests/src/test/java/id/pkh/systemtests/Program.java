package id.pkh.systemtests;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A program that some tests need and that Maven Central does not have. */
enum Program {
    CHROMIUM(
            "apt-get install chromium",
            List.of(
                    "chromium",
                    "chromium-browser",
                    "google-chrome",
                    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")),
    CHROMEDRIVER(
            "apt-get install chromium-driver",
            List.of("chromedriver", "/usr/lib/chromium-browser/chromedriver")),
    PROMTOOL("apt-get install prometheus", List.of("promtool")),
    CURL("apt-get install curl", List.of("curl")),
    PYTHON("apt-get install python3", List.of("python3")),
    PYTHON_KAFKA(
            "apt-get install python3-confluent-kafka", List.of("/usr/bin/python3", "python3")) {
        @Override
        boolean isUsable(Path python) {
            return runs(python, "-c", "import confluent_kafka");
        }
    },
    LIBREOFFICE(
            "apt-get install libreoffice-calc",
            List.of("soffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice")),
    KUBECTL(".ci/install-kubectl", List.of("kubectl"));

    private final String installation;
    private final List<String> names;

    Program(String installation, List<String> names) {
        this.installation = installation;
        this.names = names;
    }

    /** The command that installs the program on Debian and Ubuntu. */
    String installation() {
        return installation;
    }

    Optional<Path> find() {
        return names.stream()
                .flatMap(Program::places)
                .filter(place -> Files.isExecutable(place) && !Files.isDirectory(place))
                .filter(this::isUsable)
                .findFirst();
    }

    /** Whether the program has what the tests need of it. */
    boolean isUsable(Path program) {
        return true;
    }

    private static boolean runs(Path program, String... arguments) {
        try {
            return new ProcessBuilder(
                                    Stream.concat(
                                                    Stream.of(program.toString()),
                                                    Arrays.stream(arguments))
                                            .toList())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException cannotRun) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    Path path() {
        return find().orElseThrow(() -> new IllegalStateException(this + " is not installed"));
    }

    private static Stream<Path> places(String name) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return name.startsWith("/")
                ? Stream.of(Path.of(name))
                : Arrays.stream(path.split(File.pathSeparator)).map(dir -> Path.of(dir, name));
    }
}
