package id.pkh.launcher.command;

import id.pkh.launcher.stack.Checkout;
import java.lang.reflect.Constructor;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IFactory;

/** The command without a subcommand: shows the help. */
@Command(
        name = "./pkh",
        description =
                "Run the PKH backend on this machine. All programs that it needs come from Maven Central.",
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            DevCommand.class,
            TokenCommand.class,
            EnvCommand.class,
            LoadCommand.class,
            TestCommand.class,
            BenchCommand.class,
            StatusCommand.class,
            StopCommand.class
        },
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./pkh demo                      play three months of a district, then keep running",
            "  ./pkh demo --exit --json d.json the same, write the results, and stop",
            "  ./pkh up --keep                 start everything on the data of the last run",
            "  ./pkh test                      every test"
        })
public final class Pkh implements Runnable {

    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    @CommandLine.Mixin private HelpOption help;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** Sets the checkout that each command uses. */
    public record Commands(Path root) implements IFactory {

        @Override
        public <K> K create(Class<K> type) throws Exception {
            for (Constructor<?> constructor : type.getDeclaredConstructors()) {
                if (constructor.getParameterCount() == 1
                        && constructor.getParameterTypes()[0] == Checkout.class) {
                    return type.cast(constructor.newInstance(new Checkout(root)));
                }
            }
            return CommandLine.defaultFactory().create(type);
        }
    }
}
