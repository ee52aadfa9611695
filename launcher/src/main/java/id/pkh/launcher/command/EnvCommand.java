package id.pkh.launcher.command;

import id.pkh.launcher.compose.ComposeEnvironment;
import id.pkh.launcher.compose.ComposeEnvironment.Issuer;
import id.pkh.launcher.stack.Checkout;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "env",
        description = {
            "Write .env for docker compose: passwords and keys, generated once and kept in .pkh/keys, and",
            "the key with which ./pkh token signs. With --keycloak a Keycloak next to the services issues the",
            "tokens instead."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./pkh env && docker compose up --build",
            "  ./pkh env --keycloak && docker compose up --build"
        })
final class EnvCommand implements Callable<Integer> {

    private final Checkout checkout;

    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    @Mixin private HelpOption help;

    @Option(
            names = "--keycloak",
            description = "Tokens come from a Keycloak on port 8085, not from ./pkh token.")
    private boolean keycloak;

    EnvCommand(Checkout checkout) {
        this.checkout = checkout;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        new ComposeEnvironment(checkout, keycloak ? Issuer.KEYCLOAK : Issuer.LOCAL).write();
        out.println(
                "Written: .env (readable for its owner only, because it contains passwords and keys)");
        out.println("Next: docker compose up --build");
        if (keycloak) {
            out.println(
                    "Keycloak: http://localhost:8085, user admin, KEYCLOAK_ADMIN_PASSWORD of .env");
        }
        out.flush();
        return CommandLine.ExitCode.OK;
    }
}
