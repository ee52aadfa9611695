package id.pkh.benchmarks;

import id.pkh.launcher.stack.Checkout;
import id.pkh.launcher.stack.ServiceSpec;
import id.pkh.launcher.stack.Stack;
import id.pkh.localstack.KeyMaterial;
import java.nio.file.Files;
import java.util.List;
import javax.sql.DataSource;

/** Broker, database and the packaged disbursement service, with the heap for processing files. */
final class BankStack {

    static final String HEAP = "512m";

    /** The service's default heap, for processes that run next to it. */
    static final List<String> FLAGS =
            List.of("-Xmx" + HEAP, "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError");

    private BankStack() {}

    static Stack start(Bench bench, String name) {
        ServiceSpec service =
                new Checkout(bench.root())
                        .services().stream()
                                .filter(spec -> spec.name().equals(Checkout.DISBURSEMENT))
                                .findFirst()
                                .orElseThrow();
        if (!Files.exists(service.jar())) {
            throw new CannotRun(service.jar() + " is missing: mvn -DskipTests package");
        }
        return Stacks.start(bench, name, List.of(service), HEAP);
    }

    static DataSource superuser(Stack stack) {
        return stack.postgres().superuser(Checkout.DISBURSEMENT);
    }

    static ColumnSeal seal(Stack stack) {
        return new ColumnSeal(
                new KeyMaterial(stack.plan().keys()).fieldCipherKeyset(Checkout.DISBURSEMENT));
    }
}
