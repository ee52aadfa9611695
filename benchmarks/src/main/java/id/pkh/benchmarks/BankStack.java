package id.pkh.benchmarks;

import id.pkh.launcher.stack.Checkout;
import id.pkh.launcher.stack.Stack;
import id.pkh.localstack.KeyMaterial;
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
        return Stacks.ofService(bench, name, Checkout.DISBURSEMENT, HEAP);
    }

    static DataSource superuser(Stack stack) {
        return stack.postgres().superuser(Checkout.DISBURSEMENT);
    }

    static ColumnSeal seal(Stack stack) {
        return new ColumnSeal(
                new KeyMaterial(stack.plan().keys()).fieldCipherKeyset(Checkout.DISBURSEMENT));
    }
}
