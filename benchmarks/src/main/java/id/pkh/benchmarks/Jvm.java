package id.pkh.benchmarks;

import java.nio.file.Path;
import java.util.List;

/** The JVM under the measured processes: the one this process runs on. */
final class Jvm {

    static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    /** As the launcher starts a service. */
    static final List<String> SERVICE_FLAGS =
            List.of("-Xmx192m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError");

    private Jvm() {}
}
