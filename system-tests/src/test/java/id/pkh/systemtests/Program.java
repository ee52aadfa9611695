package id.pkh.systemtests;

import java.io.File;
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
                .findFirst();
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
