package id.pkh.localstack;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * A real Kafka broker (KRaft, combined mode) as a separate process, so that a test can kill it.
 *
 * <p>An object is a handle on a directory: data, configuration, port and pid are stored there, and
 * {@link #at} finds a broker again that another class loader started.
 */
public final class LocalKafka extends KafkaServer {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
    private static final String HANDLE = "broker.properties";

    /** Ports, directory and size of a broker. {@code proxiedPort} 0: no second listener. */
    public record Settings(
            Path directory,
            int port,
            Path log,
            Path pidFile,
            String heap,
            int advertisedProxyPort) {

        /** A broker on a free port, with all its files below {@code directory}. */
        public static Settings in(Path directory) {
            Path home = directory.toAbsolutePath();
            return new Settings(
                    home,
                    Ports.free(),
                    home.resolve("kafka.log"),
                    home.resolve("kafka.pid"),
                    "384m",
                    0);
        }

        public Settings onPort(int other) {
            return new Settings(directory, other, log, pidFile, heap, advertisedProxyPort);
        }

        public Settings logTo(Path other) {
            return new Settings(
                    directory, port, other.toAbsolutePath(), pidFile, heap, advertisedProxyPort);
        }

        public Settings pidIn(Path pidDirectory) {
            Path file = pidDirectory.toAbsolutePath().resolve("kafka.pid");
            return new Settings(directory, port, log, file, heap, advertisedProxyPort);
        }

        public Settings withHeap(String other) {
            return new Settings(directory, port, log, pidFile, other, advertisedProxyPort);
        }

        /**
         * Adds a listener whose clients are instructed to connect through a proxy on {@code
         * proxyPort}.
         */
        public Settings behindProxy(int proxyPort) {
            return new Settings(directory, port, log, pidFile, heap, proxyPort);
        }
    }

    private final Path directory;
    private final Properties handle;
    private ChildProcess process;

    private LocalKafka(Path directory, Properties handle) {
        this.directory = directory;
        this.handle = handle;
    }

    /** Starts a broker on the data that the directory already contains, if any. */
    public static LocalKafka start(Settings settings) {
        try {
            Files.createDirectories(settings.directory());
            Properties handle = new Properties();
            handle.setProperty("port", String.valueOf(settings.port()));
            handle.setProperty("log", settings.log().toString());
            handle.setProperty("pid.file", settings.pidFile().toString());
            if (settings.advertisedProxyPort() != 0) {
                handle.setProperty("behind.proxy.port", String.valueOf(Ports.free()));
            }
            Path config = settings.directory().resolve("server.properties");
            Files.write(config, BrokerConfiguration.lines(settings, handle));
            Files.write(settings.directory().resolve("broker.args"), arguments(settings, config));
            try (var out = Files.newOutputStream(settings.directory().resolve(HANDLE))) {
                handle.store(out, null);
            }
            LocalKafka kafka = new LocalKafka(settings.directory(), handle);
            kafka.start();
            return kafka;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot prepare a broker in " + settings.directory(), e);
        }
    }

    /** A handle on the broker that was started in {@code directory} before. */
    public static LocalKafka at(Path directory) {
        Properties handle = new Properties();
        try (var in = Files.newInputStream(directory.resolve(HANDLE))) {
            handle.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("no broker was started in " + directory, e);
        }
        return new LocalKafka(directory, handle);
    }

    private static List<String> arguments(Settings settings, Path config) {
        String classpath =
                BrokerClasspath.jars().stream()
                        .map(Path::toString)
                        .collect(Collectors.joining(File.pathSeparator));
        List<String> arguments = new ArrayList<>();
        arguments.add("-Dpkh.broker=" + quoted(settings.directory().toString()));
        arguments.add("-Xmx" + settings.heap());
        arguments.add("-Xms64m");
        arguments.add("-XX:+UseSerialGC");
        arguments.add("-Dslf4j.provider=" + BrokerLog.class.getName());
        arguments.add("-Dlog4j2.StatusLogger.level=OFF");
        arguments.add("-Dlog4j2.level=OFF");
        arguments.add("-cp " + quoted(classpath));
        arguments.add(BrokerMain.class.getName());
        arguments.add(quoted(config.toString()));
        return arguments;
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\") + '"';
    }

    private void start() {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        process =
                ChildProcess.start(
                        new ChildProcess.Plan(
                                "kafka",
                                List.of(java.toString(), "@" + directory.resolve("broker.args")),
                                log(),
                                pidFile(),
                                "@" + directory.resolve("broker.args")));
        awaitReady();
    }

    private void awaitReady() {
        boolean listening =
                Waiting.until(
                        START_LIMIT,
                        Duration.ofMillis(50),
                        () -> Ports.answers(port()) || !process.isAlive());
        if (!listening || !process.isAlive()) {
            throw new IllegalStateException(
                    "Kafka did not start on port "
                            + port()
                            + "; its log ends:\n"
                            + LogTail.of(log()));
        }
        awaitAnswer(log().toString());
    }

    @Override
    public int port() {
        return Integer.parseInt(handle.getProperty("port"));
    }

    @Override
    public int behindProxyPort() {
        return Integer.parseInt(handle.getProperty("behind.proxy.port", "0"));
    }

    public Path log() {
        return Path.of(handle.getProperty("log"));
    }

    public Path pidFile() {
        return Path.of(handle.getProperty("pid.file"));
    }

    public boolean isRunning() {
        return PidFile.read(pidFile()).filter(PidFile::isRunning).isPresent();
    }

    @Override
    public long pid() {
        return PidFile.read(pidFile())
                .map(PidFile::pid)
                .orElseThrow(() -> new IllegalStateException("the broker is not running"));
    }

    /** An orderly shutdown: the broker leaves its logs clean. */
    public void stop() {
        end("TERM");
    }

    /** SIGKILL. */
    @Override
    public void kill() {
        end("KILL");
    }

    @Override
    void end() {
        kill();
    }

    private void end(String signal) {
        PidFile.read(pidFile())
                .filter(PidFile::isRunning)
                .ifPresent(running -> running.end(signal, STOP_LIMIT));
    }

    @Override
    public void restart() {
        end("TERM");
        start();
    }
}
