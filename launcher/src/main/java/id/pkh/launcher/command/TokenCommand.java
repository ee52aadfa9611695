package id.pkh.launcher.command;

import id.pkh.launcher.stack.Checkout;
import id.pkh.localstack.TokenIssuer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "token",
        description =
                "Print a bearer token that the services of ./pkh up accept, and nothing else.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./pkh token --role DATA_ADMINISTRATOR",
            "  ./pkh token --role FACILITATOR --area 17.71.08.1001 --area 17.71.08.1002 --subject F-001",
            "  ./pkh token --role EXTERNAL_SYSTEM --scope families.look-up --scope dci.social",
            "  curl -H \"Authorization: Bearer $(./pkh token --role AUDITOR)\" localhost:8081/api/v1/kpm"
        })
final class TokenCommand implements Callable<Integer> {

    private final Checkout checkout;

    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    @Mixin private HelpOption help;

    @Option(
            names = "--role",
            required = true,
            paramLabel = "ROLE",
            description = "One of ${COMPLETION-CANDIDATES}; may be given several times.")
    private List<Role> roles;

    @Option(
            names = "--area",
            arity = "1..*",
            paramLabel = "CODE",
            description = "Village, district or regency code; the whole country by default.")
    private List<String> areas = List.of("*");

    @Option(
            names = "--bank",
            paramLabel = "BANK",
            description = "Bank that the caller represents, such as BRI; for the role BANK.")
    private String bank;

    @Option(
            names = "--scope",
            paramLabel = "SCOPE",
            description =
                    "Scope of another system, such as families.look-up; may be given several times.")
    private List<String> scopes = List.of();

    @Option(
            names = "--subject",
            paramLabel = "S",
            description = "Subject of the token; local-<role> by default.")
    private String subject;

    @Option(
            names = "--hours",
            paramLabel = "N",
            defaultValue = "8",
            description = "How long it is valid. Default: ${DEFAULT-VALUE}.")
    private int hours;

    TokenCommand(Checkout checkout) {
        this.checkout = checkout;
    }

    @Override
    public Integer call() {
        String whom =
                subject == null
                        ? "local-" + roles.get(0).name().toLowerCase(Locale.ROOT).replace('_', '-')
                        : subject;
        String token =
                TokenIssuer.in(checkout.state().resolve("keys"))
                        .mint(
                                whom,
                                roles.stream().map(Role::name).distinct().toList(),
                                areas,
                                bank,
                                scopes,
                                Duration.ofHours(hours));
        spec.commandLine().getOut().println(token);
        spec.commandLine().getOut().flush();
        return CommandLine.ExitCode.OK;
    }
}
