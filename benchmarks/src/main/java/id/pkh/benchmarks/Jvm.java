package id.pkh.benchmarks;

import id.pkh.launcher.stack.ServiceProcess;
import id.pkh.localstack.BrokerLog;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The JVM under the measured processes: the one this process runs on. */
final class Jvm {

    static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    /** As the launcher starts a service. */
    static final List<String> SERVICE_FLAGS =
            Stream.concat(Stream.of("-Xmx192m"), ServiceProcess.JVM_FLAGS.stream()).toList();

    private static final String LOG = "slf4j.provider";
    private static final String LOG_LEVEL = "pkh.broker.log.level";

    /**
     * Warnings to standard output. Without it the log of Quarkus, which nobody configures outside
     * an application, formats and keeps every line of the Kafka client's finest traces.
     */
    static final List<String> QUIET =
            List.of("-D" + LOG + "=" + BrokerLog.class.getName(), "-D" + LOG_LEVEL + "=WARN");

    private Jvm() {}

    /** The same for this process; before anything logs. */
    static void quiet() {
        System.setProperty(LOG, BrokerLog.class.getName());
        System.setProperty(LOG_LEVEL, "WARN");
    }
}
