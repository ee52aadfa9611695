package id.pkh.launcher.stack;

import id.pkh.localstack.PidFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The directory of a stack. One launcher at a time owns it, and records there what other commands
 * need.
 */
public final class StackHome {

    private static final String DESCRIPTION = "stack.properties";
    private static final String SERVICE = "service.";
    private static final String MANAGEMENT = "management.";
    private static final String LAUNCHER = "launcher.pid";

    private final Path directory;
    private final FileChannel lock;

    private StackHome(Path directory, FileChannel lock) {
        this.directory = directory;
        this.lock = lock;
    }

    /** Takes the directory; fails if a running launcher owns it. */
    static StackHome take(Path directory) {
        try {
            Files.createDirectories(directory);
            FileChannel channel =
                    FileChannel.open(
                            directory.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                String who = launcher(directory).map(l -> ", process " + l.pid()).orElse("");
                throw new StackFailure(
                        "A stack is already running here (%s%s); ./pkh stop ends it."
                                .formatted(directory, who));
            }
            PidFile.writeOwn(directory.resolve(LAUNCHER));
            return new StackHome(directory, channel);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use " + directory, e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // this JVM owns it
        }
    }

    /** Records where the stack runs, for other commands. */
    void describe(StackPlan plan) {
        Properties description = new Properties();
        description.setProperty("kafka", String.valueOf(plan.kafkaPort()));
        description.setProperty("postgres", String.valueOf(plan.postgresPort()));
        description.setProperty("issuer", String.valueOf(plan.issuerPort()));
        for (ServiceSpec service : plan.services()) {
            description.setProperty(SERVICE + service.name(), String.valueOf(service.port()));
            description.setProperty(
                    MANAGEMENT + service.name(), String.valueOf(service.managementPort()));
        }
        try (var out = Files.newOutputStream(directory.resolve(DESCRIPTION))) {
            description.store(out, "where the running stack is");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + directory, e);
        }
    }

    void release() {
        try {
            Files.deleteIfExists(directory.resolve(DESCRIPTION));
            PidFile.deleteIfOf(directory.resolve(LAUNCHER), ProcessHandle.current().pid());
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot release " + directory, e);
        }
    }

    /** The launcher that runs the stack of this directory. */
    public static Optional<PidFile> launcher(Path directory) {
        return PidFile.read(directory.resolve(LAUNCHER)).filter(PidFile::isRunning);
    }

    /** Ports of the running stack: {@code kafka}, {@code postgres}, {@code issuer}. */
    public static Optional<Map<String, Integer>> ports(Path directory) {
        return description(directory).map(all -> only(all, ""));
    }

    /** Ports of the running stack's services, by name. */
    public static Map<String, Integer> servicePorts(Path directory) {
        return description(directory).map(all -> only(all, SERVICE)).orElse(Map.of());
    }

    /** Ports on which the running stack's services answer about their health, by name. */
    public static Map<String, Integer> managementPorts(Path directory) {
        return description(directory).map(all -> only(all, MANAGEMENT)).orElse(Map.of());
    }

    private static Optional<Properties> description(Path directory) {
        Path file = directory.resolve(DESCRIPTION);
        if (launcher(directory).isEmpty() || !Files.exists(file)) {
            return Optional.empty();
        }
        Properties description = new Properties();
        try (var in = Files.newInputStream(file)) {
            description.load(in);
            return Optional.of(description);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static Map<String, Integer> only(Properties description, String kind) {
        Map<String, Integer> byPort = new LinkedHashMap<>();
        Map<String, Integer> ports = new TreeMap<>();
        description
                .stringPropertyNames()
                .forEach(
                        name -> {
                            if (name.substring(0, name.indexOf('.') + 1).equals(kind)) {
                                ports.put(
                                        name.substring(kind.length()),
                                        Integer.valueOf(description.getProperty(name)));
                            }
                        });
        ports.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(entry -> byPort.put(entry.getKey(), entry.getValue()));
        return byPort;
    }
}
