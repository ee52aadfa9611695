package id.pkh.launcher.command;

import id.pkh.launcher.Checkout;
import id.pkh.launcher.compose.ComposeEnvironment;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "env",
        description = {
            "Write .env for docker compose: passwords and keys, made once and kept in .pkh/keys, and",
            "the key with which ./pkh token signs."
        },
        footerHeading = "%nExample:%n",
        footer = {"  ./pkh env && docker compose up --build"})
final class EnvCommand implements Callable<Integer> {

    private final Checkout checkout;

    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    @Mixin private HelpOption help;

    EnvCommand(Checkout checkout) {
        this.checkout = checkout;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        new ComposeEnvironment(checkout).write();
        out.println("Written: .env (for its owner only; it holds passwords and keys)");
        out.println("Next: docker compose up --build");
        out.flush();
        return CommandLine.ExitCode.OK;
    }
}
