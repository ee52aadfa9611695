package id.pkh.launcher.command;

import id.pkh.launcher.stack.Checkout;
import id.pkh.launcher.stack.StackHome;
import id.pkh.localstack.PidFile;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "stop",
        description =
                "Stop the stack that ./pkh up or ./pkh demo started here, or the processes that it left after a crash.",
        footerHeading = "%nExample:%n",
        footer = "  ./pkh stop")
final class StopCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Checkout checkout;

    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    @Mixin private HelpOption help;

    StopCommand(Checkout checkout) {
        this.checkout = checkout;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Optional<PidFile> launcher = StackHome.launcher(checkout.state());
        launcher.ifPresent(running -> running.end("TERM", PATIENCE));
        List<String> left = PidFile.endLeftBehind(checkout.state().resolve("pids"));
        if (launcher.isPresent()) {
            out.println("Stopped.");
        } else if (left.isEmpty()) {
            out.println("Nothing was running here.");
        }
        if (!left.isEmpty()) {
            out.println("Ended the processes of an earlier run: " + String.join(", ", left));
        }
        out.flush();
        return CommandLine.ExitCode.OK;
    }
}
