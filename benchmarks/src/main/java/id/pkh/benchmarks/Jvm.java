package id.pkh.benchmarks;

import id.pkh.launcher.stack.ServiceProcess;
import id.pkh.localstack.BrokerLog;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The JVM of the measured processes: the one that this process runs on. */
final class Jvm {

    static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    /** Options as for a service that the launcher starts. */
    static final List<String> SERVICE_FLAGS =
            Stream.concat(Stream.of("-Xmx192m"), ServiceProcess.JVM_FLAGS.stream()).toList();

    private static final String LOG = "slf4j.provider";
    private static final String LOG_LEVEL = "pkh.broker.log.level";

    /**
     * Writes warnings to standard output. Without this setting the log of Quarkus, which is not
     * configured outside an application, formats and keeps every trace line of the Kafka client.
     */
    static final List<String> QUIET =
            List.of("-D" + LOG + "=" + BrokerLog.class.getName(), "-D" + LOG_LEVEL + "=WARN");

    private Jvm() {}

    /** The same for this process; must be called before anything is logged. */
    static void quiet() {
        System.setProperty(LOG, BrokerLog.class.getName());
        System.setProperty(LOG_LEVEL, "WARN");
    }
}
