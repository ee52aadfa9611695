package id.pkh.launcher.stack;

import id.pkh.localstack.Ports;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the process that holds a port; on Linux with {@code /proc}, elsewhere not at all. */
final class PortHolder {

    private static final String LISTEN = "0A";
    private static final int COMMAND_CHARS_MAX = 90;

    private PortHolder() {}

    /**
     * Fails with a message that names all occupied ports, their processes, and what can be done.
     */
    static void requireFree(Map<String, Integer> ports) {
        List<String> taken = new ArrayList<>();
        ports.forEach(
                (name, port) -> {
                    if (!Ports.isFree(port)) {
                        taken.add(
                                "port "
                                        + port
                                        + ", needed by "
                                        + name
                                        + ", is taken"
                                        + of(port).map(who -> " by " + who).orElse("")
                                        + "; "
                                        + advice(name));
                    }
                });
        if (!taken.isEmpty()) {
            throw new StackFailure(String.join("\n", taken));
        }
    }

    private static String advice(String name) {
        String option = "choose another with --" + name.replace(StackPlan.MANAGEMENT, "") + "-port";
        return name.endsWith(StackPlan.MANAGEMENT)
                ? option + ", which is " + ServiceSpec.MANAGEMENT_OFFSET + " below"
                : option;
    }

    /** The pid and the command line, when they can be found. */
    static Optional<String> of(int port) {
        Set<String> inodes = new HashSet<>();
        inodes.addAll(listeners(Path.of("/proc/net/tcp"), port));
        inodes.addAll(listeners(Path.of("/proc/net/tcp6"), port));
        if (inodes.isEmpty()) {
            return Optional.empty();
        }
        return owner(inodes).map(PortHolder::described);
    }

    private static Set<String> listeners(Path table, int port) {
        Set<String> inodes = new HashSet<>();
        String suffix = ":%04X".formatted(port);
        try {
            for (String line : Files.readAllLines(table)) {
                String[] columns = line.strip().split("\\s+");
                if (columns.length > 9
                        && columns[1].endsWith(suffix)
                        && columns[3].equals(LISTEN)) {
                    inodes.add("socket:[" + columns[9] + "]");
                }
            }
        } catch (IOException e) {
            return Set.of(); // not Linux
        }
        return inodes;
    }

    private static Optional<Path> owner(Set<String> inodes) {
        try (DirectoryStream<Path> processes =
                Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : processes) {
                if (holds(process, inodes)) {
                    return Optional.of(process);
                }
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static boolean holds(Path process, Set<String> inodes) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path file : files) {
                if (inodes.contains(Files.readSymbolicLink(file).toString())) {
                    return true;
                }
            }
        } catch (IOException e) {
            return false; // a process of another user, or one that has ended
        }
        return false;
    }

    private static String described(Path process) {
        String command;
        try {
            command =
                    new String(
                                    Files.readAllBytes(process.resolve("cmdline")),
                                    StandardCharsets.UTF_8)
                            .replace('\0', ' ')
                            .strip();
        } catch (IOException e) {
            command = "";
        }
        if (command.length() > COMMAND_CHARS_MAX) {
            command = command.substring(0, COMMAND_CHARS_MAX) + "…";
        }
        return "process " + process.getFileName() + (command.isEmpty() ? "" : " (" + command + ")");
    }
}
