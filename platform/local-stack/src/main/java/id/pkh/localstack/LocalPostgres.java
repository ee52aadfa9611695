package id.pkh.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * A real PostgreSQL as a separate process.
 *
 * <p>Like {@link LocalKafka}, an object is a handle on a directory. The server's binary runs in the
 * foreground of a {@link ChildProcess}, without {@code pg_ctl}, so that a test can crash it and
 * start it again.
 */
public final class LocalPostgres extends PostgresServer {

    private static final String HANDLE = "postgres.properties";
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    /** {@code durable} false is faster, but loses data in a power failure: for tests. */
    public record Settings(
            Path directory, int port, Path log, Path pidFile, Path keys, boolean durable) {

        /** A durable server on a free port, with all its files below {@code directory}. */
        public static Settings in(Path directory) {
            Path home = directory.toAbsolutePath();
            return new Settings(
                    home,
                    Ports.free(),
                    home.resolve("postgres.log"),
                    home.resolve("postgres.pid"),
                    home.resolve("keys"),
                    true);
        }

        public Settings onPort(int other) {
            return new Settings(directory, other, log, pidFile, keys, durable);
        }

        public Settings logTo(Path other) {
            return new Settings(directory, port, other.toAbsolutePath(), pidFile, keys, durable);
        }

        public Settings pidIn(Path pidDirectory) {
            Path file = pidDirectory.toAbsolutePath().resolve("postgres.pid");
            return new Settings(directory, port, log, file, keys, durable);
        }

        /** Where the passwords are stored; next to the data by default. */
        public Settings keysIn(Path keyDirectory) {
            return new Settings(
                    directory, port, log, pidFile, keyDirectory.toAbsolutePath(), durable);
        }

        public Settings notDurable() {
            return new Settings(directory, port, log, pidFile, keys, false);
        }
    }

    private final Path directory;
    private final Properties handle;
    private final KeyMaterial keys;

    private LocalPostgres(Path directory, Properties handle) {
        this.directory = directory;
        this.handle = handle;
        this.keys = new KeyMaterial(Path.of(handle.getProperty("keys")));
    }

    /** Starts a server on the data that the directory already contains, if any. */
    public static LocalPostgres start(Settings settings) {
        Properties handle = new Properties();
        handle.setProperty("port", String.valueOf(settings.port()));
        handle.setProperty("log", settings.log().toString());
        handle.setProperty("pid.file", settings.pidFile().toString());
        handle.setProperty("keys", settings.keys().toString());
        try {
            Files.createDirectories(settings.directory());
            try (var out = Files.newOutputStream(settings.directory().resolve(HANDLE))) {
                handle.store(out, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + settings.directory(), e);
        }
        LocalPostgres postgres = new LocalPostgres(settings.directory(), handle);
        new PostgresCluster(postgres.data(), settings.durable())
                .prepare(postgres.keys.password(SUPERUSER));
        postgres.start();
        return postgres;
    }

    /** A handle on the server that was started in {@code directory} before. */
    public static LocalPostgres at(Path directory) {
        Properties handle = new Properties();
        try (var in = Files.newInputStream(directory.resolve(HANDLE))) {
            handle.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("no PostgreSQL was started in " + directory, e);
        }
        return new LocalPostgres(directory, handle);
    }

    private void start() {
        long end = System.nanoTime() + START_LIMIT.toNanos();
        // after a kill -9 the dying backends keep the shared memory for a moment: try again
        while (!startOnce()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        "PostgreSQL did not start on port "
                                + port()
                                + "; its log ends:\n"
                                + LogTail.of(log()));
            }
        }
    }

    private boolean startOnce() {
        List<String> command = new ArrayList<>(Unprivileged.prefix(data()));
        command.add(PostgresBinaries.unpacked().resolve("bin/postgres").toString());
        command.addAll(List.of("-D", data().toString(), "-p", String.valueOf(port())));
        forgetStalePid();
        ChildProcess server =
                ChildProcess.start(
                        new ChildProcess.Plan("postgres", command, log(), pidFile(), "-D " + data())
                                .stoppedBy("INT"));
        boolean ended =
                Waiting.until(
                                START_LIMIT,
                                Duration.ofMillis(50),
                                () -> !server.isAlive() || accepts())
                        && !server.isAlive();
        if (ended && !LogTail.of(log()).contains("pre-existing shared memory")) {
            throw new IllegalStateException(
                    "PostgreSQL ended at once; its log ends:\n" + LogTail.of(log()));
        }
        return !ended;
    }

    /** PostgreSQL mistakes any process with the number in its old pid file for a running server. */
    private void forgetStalePid() {
        Path file = data().resolve("postmaster.pid");
        try {
            if (Files.exists(file)) {
                long pid = Long.parseLong(Files.readAllLines(file).get(0).strip());
                if (!PidFile.commandLineOf(pid).contains(data().toString())) {
                    Files.delete(file);
                }
            }
        } catch (IOException | NumberFormatException e) {
            throw new IllegalStateException("cannot judge " + file, e);
        }
    }

    private Path data() {
        return directory.resolve("data");
    }

    @Override
    KeyMaterial keys() {
        return keys;
    }

    @Override
    public int port() {
        return Integer.parseInt(handle.getProperty("port"));
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
                .orElseThrow(() -> new IllegalStateException("PostgreSQL is not running"));
    }

    /** {@code -m fast}: ends all sessions and writes everything. */
    public void stop() {
        end("INT");
    }

    /** {@code -m immediate}: an orderly crash; the next start recovers. */
    public void stopImmediately() {
        end("QUIT");
    }

    /** SIGKILL of the postmaster. */
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
        end("INT");
        start();
    }
}
