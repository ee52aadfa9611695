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
            "chromium",
            List.of(
                    "chromium",
                    "chromium-browser",
                    "google-chrome",
                    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")),
    CHROMEDRIVER(
            "chromium-driver", List.of("chromedriver", "/usr/lib/chromium-browser/chromedriver")),
    PROMTOOL("prometheus", List.of("promtool"));

    private final String debianPackage;
    private final List<String> names;

    Program(String debianPackage, List<String> names) {
        this.debianPackage = debianPackage;
        this.names = names;
    }

    /** What Debian and Ubuntu call the package that contains the program. */
    String debianPackage() {
        return debianPackage;
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
