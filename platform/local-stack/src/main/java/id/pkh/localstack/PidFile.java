package id.pkh.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A pid and a marker of its command line, in a file.
 *
 * <p>A pid alone proves nothing, because another process may have the number by now. A process is
 * accepted only if its command line contains the marker.
 */
public record PidFile(Path path, long pid, String marker) {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int OWN_MARKER_CHARS = 300;
    private static final boolean ON_LINUX = Files.isDirectory(Path.of("/proc/self"));

    public static void write(Path path, long pid, String marker) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        Files.writeString(path, pid + "\n" + marker + "\n");
    }

    /** Records this JVM as the owner. */
    public static PidFile writeOwn(Path path) throws IOException {
        long pid = ProcessHandle.current().pid();
        String line = commandLineOf(pid).lines().findFirst().orElse("");
        String marker = line.substring(0, Math.min(line.length(), OWN_MARKER_CHARS));
        write(path, pid, marker);
        return new PidFile(path, pid, marker);
    }

    public static Optional<PidFile> read(Path path) {
        try {
            List<String> lines = Files.readAllLines(path);
            if (lines.size() < 2) {
                return Optional.empty();
            }
            return Optional.of(
                    new PidFile(path, Long.parseLong(lines.get(0).strip()), lines.get(1)));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty(); // incomplete, or deleted in the meantime
        }
    }

    public static void deleteIfOf(Path path, long pid) {
        if (read(path).filter(file -> file.pid() == pid).isPresent()) {
            delete(path);
        }
    }

    public String name() {
        return path.getFileName().toString().replaceFirst("\\.pid$", "");
    }

    /** Whether the process lives and is the recorded one. */
    public boolean isRunning() {
        return !marker.isBlank() && commandLineOf(pid).contains(marker);
    }

    /**
     * Ends every process that an earlier run left in {@code directory}, and deletes the records of
     * all others.
     *
     * @return the names of the processes that were still running
     */
    public static List<String> endLeftBehind(Path directory) {
        List<PidFile> running = new ArrayList<>();
        for (PidFile file : in(directory)) {
            if (file.isRunning()) {
                running.add(file);
            } else {
                delete(file.path());
            }
        }
        running.forEach(file -> Commands.signal(file.pid(), "TERM"));
        running.forEach(PidFile::endHard);
        return running.stream().map(PidFile::name).toList();
    }

    public static List<PidFile> in(Path directory) {
        List<PidFile> found = new ArrayList<>();
        if (!Files.isDirectory(directory)) {
            return found;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.pid")) {
            files.forEach(path -> read(path).ifPresent(found::add));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + directory, e);
        }
        return found;
    }

    private void endHard() {
        if (!awaitEnd(PATIENCE)) {
            end("KILL", PATIENCE);
        }
        delete(path);
    }

    /** Sends a signal, and SIGKILL when that does not end it within {@code patience}. */
    public void end(String signal, Duration patience) {
        Commands.signal(pid, signal);
        if (!awaitEnd(patience)) {
            Commands.signal(pid, "KILL");
            if (!awaitEnd(patience)) {
                throw new IllegalStateException(name() + " (pid " + pid + ") does not die");
            }
        }
    }

    private boolean awaitEnd(Duration patience) {
        return Waiting.until(patience, Duration.ofMillis(50), () -> hasEnded(pid));
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + path, e);
        }
    }

    /** Empty when there is no such process, or when it is ending. */
    static String commandLineOf(long pid) {
        if (ON_LINUX) {
            try {
                byte[] line = Files.readAllBytes(Path.of("/proc/" + pid + "/cmdline"));
                return new String(line, StandardCharsets.UTF_8).replace('\0', ' ');
            } catch (IOException e) {
                return ""; // no such process
            }
        }
        return Commands.run(List.of("ps", "-o", "command=", "-p", String.valueOf(pid))).output();
    }

    /**
     * Whether only a zombie entry is left of the process. Its command line disappears some time
     * before its ports are free.
     */
    private static boolean hasEnded(long pid) {
        if (!ON_LINUX) {
            String state =
                    Commands.run(List.of("ps", "-o", "stat=", "-p", String.valueOf(pid))).output();
            return state.isBlank() || state.startsWith("Z");
        }
        try (Stream<Path> threads = Files.list(Path.of("/proc/" + pid + "/task"))) {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            char state = stat.charAt(stat.lastIndexOf(')') + 2);
            return (state == 'Z' || state == 'X') && threads.count() <= 1;
        } catch (IOException | UncheckedIOException e) {
            return true; // no such process
        }
    }
}
