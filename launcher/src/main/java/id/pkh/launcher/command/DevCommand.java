package id.pkh.launcher.command;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The script itself runs dev mode, because it is Maven that runs it. */
@Command(
        name = "dev",
        description =
                "Run one service in Quarkus' dev mode, beside ./pkh up --without that service.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./pkh up --without meeting   in one terminal",
            "  ./pkh dev meeting            in another one"
        })
final class DevCommand implements Callable<Integer> {

    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    @Mixin private HelpOption help;

    @CommandLine.Unmatched private String[] forMaven;

    @Override
    public Integer call() {
        spec.commandLine().getErr().println("pkh: dev mode is run by the script ./pkh dev");
        return CommandLine.ExitCode.USAGE;
    }
}
