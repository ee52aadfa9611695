package id.pkh.launcher.command;

import id.pkh.launcher.stack.Checkout;
import id.pkh.launcher.stack.ServiceSpec;
import id.pkh.launcher.stack.Stack;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "up",
        description = {
            "Start Kafka, PostgreSQL, the token issuer, the four services and the console, and keep running.",
            "Data is deleted unless --keep is given. Keys are kept, so tokens stay valid."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./pkh up                        on fresh data",
            "  ./pkh up --keep                 on the data of the last run",
            "  ./pkh up --registry-port 9081   when 8081 is taken",
            "  ./pkh up --without meeting      run the meeting service with ./pkh dev meeting"
        })
final class UpCommand implements Callable<Integer> {

    private final Checkout checkout;

    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    @Mixin private HelpOption help;

    @Mixin private StackOptions options;

    @Option(names = "--keep", description = "Use the data of the last run.")
    private boolean keep;

    @Option(
            names = "--without",
            paramLabel = "SERVICE",
            split = ",",
            description = {
                "Do not start this service, and print the settings to run it from an IDE or with ./pkh dev:",
                "registry, meeting, verification, disbursement or console; may be given several times."
            })
    private List<String> without = List.of();

    UpCommand(Checkout checkout) {
        this.checkout = checkout;
    }

    @Override
    public Integer call() {
        requireKnown();
        Supervision supervision = new Supervision(checkout, spec.commandLine().getOut());
        try (Stack stack = supervision.start(options.plan(checkout, keep, without))) {
            supervision.showAddresses(stack);
            supervision.stayUp(stack);
        }
        return CommandLine.ExitCode.OK;
    }

    private void requireKnown() {
        List<String> known = checkout.services().stream().map(ServiceSpec::name).toList();
        for (String name : without) {
            if (!known.contains(name)) {
                throw new CommandLine.ParameterException(
                        spec.commandLine(),
                        "--without has to be one of " + known + ", not " + name);
            }
        }
    }
}
