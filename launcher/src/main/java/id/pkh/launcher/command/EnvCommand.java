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
            "tokens instead. With --tls every connection is encrypted."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./pkh env && docker compose up --build",
            "  ./pkh env --keycloak && docker compose up --build",
            "  ./pkh env --tls && docker compose up --build"
        })
final class EnvCommand implements Callable<Integer> {

    private final Checkout checkout;

    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    @Mixin private HelpOption help;

    @Option(
            names = "--keycloak",
            description = "Tokens come from a Keycloak on port 8085, not from ./pkh token.")
    private boolean keycloak;

    @Option(
            names = "--tls",
            description = {
                "Encrypt every connection, with certificates of an authority that is made here.",
                "Needs openssl. Not with --keycloak."
            })
    private boolean tls;

    EnvCommand(Checkout checkout) {
        this.checkout = checkout;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (keycloak && tls) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "either --keycloak or --tls: the two were not tried together");
        }
        new ComposeEnvironment(checkout, keycloak ? Issuer.KEYCLOAK : Issuer.LOCAL, tls).write();
        out.println(
                "Written: .env (readable for its owner only, because it contains passwords and keys)");
        out.println("Next: docker compose up --build");
        if (tls) {
            out.println("Authority of the certificates: .pkh/tls/ca.crt");
        }
        if (keycloak) {
            out.println(
                    "Keycloak: http://localhost:8085, user admin, KEYCLOAK_ADMIN_PASSWORD of .env");
        }
        out.flush();
        return CommandLine.ExitCode.OK;
    }
}
