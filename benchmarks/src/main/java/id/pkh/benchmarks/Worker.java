package id.pkh.benchmarks;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import id.pkh.localstack.LogTail;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A separate JVM that does one piece of work for each order, so that its memory and its warm-up are
 * its own. It ends with its standard input, and so with this process.
 */
final class Worker implements AutoCloseable {

    /** Marks the line of a worker that contains its answer. */
    static final String ANSWER = "answer ";

    private final String name;
    private final Process process;
    private final Path log;
    private final BufferedWriter orders;
    private final BufferedReader answers;

    private Worker(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.orders =
                new BufferedWriter(
                        new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        this.answers =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Runs {@code main} on the class path of this JVM. */
    static Worker start(
            Class<?> main,
            List<String> jvmFlags,
            List<String> arguments,
            Map<String, String> environment,
            Path log) {
        List<String> command = new ArrayList<>();
        command.add(Jvm.JAVA.toString());
        command.addAll(Jvm.QUIET);
        command.addAll(jvmFlags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        try {
            return new Worker(main.getSimpleName(), builder.start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException(main.getSimpleName() + " could not be started", e);
        }
    }

    /** Sends an order and waits for the answer, a list of numbers. */
    double[] ask(String order) {
        try {
            orders.write(order);
            orders.newLine();
            orders.flush();
            for (String line = answers.readLine(); line != null; line = answers.readLine()) {
                if (line.startsWith(ANSWER)) {
                    return numbers(line.substring(ANSWER.length()));
                }
                Files.writeString(log, line + "\n", CREATE, APPEND);
            }
        } catch (IOException e) {
            throw new CannotRun(name + " is gone; its log ends:\n" + LogTail.of(log), e);
        }
        throw new CannotRun(name + " ended without an answer; its log ends:\n" + LogTail.of(log));
    }

    private static double[] numbers(String text) {
        String[] words = text.strip().split(" ");
        double[] numbers = new double[words.length];
        for (int i = 0; i < words.length; i++) {
            numbers[i] = Double.parseDouble(words[i]);
        }
        return numbers;
    }

    double peakRssMb() {
        return ProcessMemory.peakMb(process.pid());
    }

    double residentMb() {
        return ProcessMemory.residentMb(process.pid());
    }

    @Override
    public void close() {
        try {
            orders.close();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
