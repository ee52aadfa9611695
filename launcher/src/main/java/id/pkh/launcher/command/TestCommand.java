package id.pkh.launcher.command;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The script itself runs the tests, so that no build replaces the jar of a running launcher. */
@Command(
        name = "test",
        description = "Run every test of the checkout (mvn verify).",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./pkh test                     everything",
            "  ./pkh test --verbose           with Maven's whole output",
            "  ./pkh test --keycloak          only the tests that sign in at a real Keycloak",
            "  ./pkh test --year              only the year of one group, date by date",
            "  ./pkh test --situation         only months without a meeting and the hand-over after them",
            "  ./pkh test --containers        only the integration tests, PostgreSQL and Kafka in containers",
            "  ./pkh test -pl meeting-service -am"
        })
final class TestCommand implements Callable<Integer> {

    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    @Mixin private HelpOption help;

    @CommandLine.Unmatched private String[] forMaven;

    @Override
    public Integer call() {
        spec.commandLine().getErr().println("pkh: tests are run by the script ./pkh test");
        return CommandLine.ExitCode.USAGE;
    }
}
