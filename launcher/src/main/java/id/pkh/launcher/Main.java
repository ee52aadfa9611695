package id.pkh.launcher;

import id.pkh.launcher.command.Pkh;
import id.pkh.launcher.stack.StackFailure;
import id.pkh.localstack.ChildProcess;
import java.nio.file.Path;
import picocli.CommandLine;

/** The program behind {@code ./pkh}. */
public final class Main {

    static {
        // the Kafka client logs through SLF4J; the broker's log contains the same messages
        System.setProperty("slf4j.internal.verbosity", "ERROR");
    }

    private Main() {}

    public static void main(String[] arguments) {
        Path root = Path.of(System.getProperty("pkh.root", "."));
        int exitCode = commandLine(root).execute(arguments);
        System.exit(exitCode);
    }

    static CommandLine commandLine(Path root) {
        return new CommandLine(new Pkh(), new Pkh.Commands(root))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(
                        (failure, command, parsed) -> {
                            if (ChildProcess.isEnding()) {
                                return CommandLine.ExitCode.SOFTWARE; // Ctrl-C needs no explanation
                            }
                            if (failure instanceof StackFailure) {
                                command.getErr().println("pkh: " + failure.getMessage());
                                command.getErr().flush();
                                return CommandLine.ExitCode.SOFTWARE;
                            }
                            throw failure;
                        });
    }
}
