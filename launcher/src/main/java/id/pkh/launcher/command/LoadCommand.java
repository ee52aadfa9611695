package id.pkh.launcher.command;

import id.pkh.launcher.stack.Checkout;
import id.pkh.launcher.stack.StackFailure;
import id.pkh.launcher.stack.StackHome;
import id.pkh.localstack.TokenIssuer;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "load",
        description = {
            "Write the files of a generated district: rosters, attendance sheets, school and health",
            "forms. The same number and seed give the same bytes."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./pkh load --families 5000 --out /tmp/district   only write the files",
            "  ./pkh load --families 500 --send                 and import the rosters into ./pkh up"
        })
final class LoadCommand implements Callable<Integer> {

    private final Checkout checkout;

    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    @Mixin private HelpOption help;

    @Option(
            names = "--families",
            paramLabel = "N",
            defaultValue = "1500",
            description = "How many families. Default: ${DEFAULT-VALUE}.")
    private int families;

    @Option(names = "--seed", paramLabel = "S", description = "Another seed, other families.")
    private Long seed;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "An empty folder; .pkh/district by default, which is replaced.")
    private Path out;

    @Option(
            names = "--send",
            description =
                    "Import facilitators, groups, families and members into the running stack.")
    private boolean send;

    LoadCommand(Checkout checkout) {
        this.checkout = checkout;
    }

    @Override
    public Integer call() {
        District.requireInRange(families, spec.commandLine());
        PrintWriter console = spec.commandLine().getOut();
        Map<String, Integer> services = StackHome.servicePorts(checkout.state());
        if (send && services.isEmpty()) {
            throw new StackFailure("no stack is running here: start one with ./pkh up");
        }
        Path folder =
                out == null
                        ? District.replace(
                                checkout.state().resolve("district"), District.spec(families, seed))
                        : District.write(out, District.spec(families, seed));
        console.println("The files of %,d families are in %s".formatted(families, folder));
        if (send) {
            new RosterUpload(
                            services,
                            token("ministry-officer", Role.MINISTRY_OFFICER),
                            token("data-administrator", Role.DATA_ADMINISTRATOR),
                            console)
                    .send(folder);
        }
        console.flush();
        return CommandLine.ExitCode.OK;
    }

    private String token(String subject, Role role) {
        return TokenIssuer.in(checkout.state().resolve("keys"))
                .mint(subject, List.of(role.name()), List.of("*"), Duration.ofHours(1));
    }
}
