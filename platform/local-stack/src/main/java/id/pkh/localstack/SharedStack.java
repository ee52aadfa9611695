package id.pkh.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;

/**
 * One broker and one PostgreSQL for all tests of this JVM, started when the first test requests
 * them.
 *
 * <p>Uses the system class loader's copy of this package: the code that starts processes must
 * outlive the class loaders that Quarkus creates for each test profile.
 */
public final class SharedStack {

    private static final String HOME = "stack/home";

    private SharedStack() {}

    /** The directory of the running stack. */
    public static Path home() {
        ConcurrentMap<String, Object> values = JvmWide.values();
        Object home = values.get(HOME);
        if (home == null) {
            synchronized (values) {
                home = values.get(HOME);
                if (home == null) {
                    home = startInSystemLoader();
                }
            }
        }
        return Path.of((String) home);
    }

    static boolean isStarted() {
        return JvmWide.values().containsKey(HOME);
    }

    static Path kafka(Path home) {
        return home.resolve("kafka");
    }

    static Path postgres(Path home) {
        return home.resolve("postgres");
    }

    static Path keys(Path home) {
        return home.resolve("keys");
    }

    private static String startInSystemLoader() {
        try {
            Class<?> shared =
                    ClassLoader.getSystemClassLoader().loadClass(SharedStack.class.getName());
            return (String) shared.getMethod("start").invoke(null);
        } catch (ClassNotFoundException e) {
            return start(); // not on the system class path: this copy is the only one
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the local stack did not start", e.getCause());
        }
    }

    /** Called once for each JVM, under the lock of {@link #home}. */
    public static String start() {
        Path root = Path.of("target", "local-stack").toAbsolutePath();
        deleteAbandoned(root);
        Path home = root.resolve(String.valueOf(ProcessHandle.current().pid()));
        Path logs = root.resolve("logs");
        if (Files.isDirectory(logs)) {
            delete(logs);
        }
        // both at once: each waits for its own processes
        CompletableFuture<PostgresServer> database =
                CompletableFuture.supplyAsync(() -> startPostgres(home, logs));
        TcpProxy kafkaProxy = TcpProxy.start(0, 0);
        KafkaServer kafka =
                ContainerHandle.areWanted()
                        ? Containers.startKafka(kafkaProxy.port())
                        : LocalKafka.start(
                                LocalKafka.Settings.in(kafka(home))
                                        .behindProxy(kafkaProxy.port())
                                        .logTo(logs.resolve("kafka.log")));
        kafkaProxy.target(kafka.behindProxyPort());
        kafka.createDeclaredTopics();
        PostgresServer postgres = database.join();
        TcpProxy postgresProxy = TcpProxy.start(0, postgres.port());
        ConcurrentMap<String, Object> values = JvmWide.values();
        values.put("stack/kafka-proxy", kafkaProxy.state());
        values.put("stack/postgres-proxy", postgresProxy.state());
        values.put(HOME, home.toString());
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> {
                                    kafka.end();
                                    postgres.end();
                                    delete(home);
                                },
                                "end-local-stack"));
        return home.toString();
    }

    private static PostgresServer startPostgres(Path home, Path logs) {
        return ContainerHandle.areWanted()
                ? Containers.startPostgres(keys(home))
                : LocalPostgres.start(
                        LocalPostgres.Settings.in(postgres(home))
                                .notDurable()
                                .keysIn(keys(home))
                                .logTo(logs.resolve("postgres.log")));
    }

    /** Deletes the files of a JVM that was killed; its processes have ended. */
    private static void deleteAbandoned(Path root) {
        if (!Files.isDirectory(root)) {
            return;
        }
        try (DirectoryStream<Path> homes = Files.newDirectoryStream(root, "[0-9]*")) {
            for (Path home : homes) {
                long pid = Long.parseLong(home.getFileName().toString());
                if (ProcessHandle.of(pid).isEmpty()) {
                    for (Path part : List.of(kafka(home), postgres(home))) {
                        PidFile.endLeftBehind(part);
                    }
                    delete(home);
                }
            }
        } catch (IOException | NumberFormatException e) {
            throw new IllegalStateException("cannot tidy " + root, e);
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + directory, e);
        }
    }
}
