package id.pkh.benchmarks;

import id.pkh.client.PkhClient;
import id.pkh.client.verification.QuarterClosingsApi;
import id.pkh.client.verification.model.QuarterClosing;
import id.pkh.client.verification.model.QuarterClosingRequest;
import id.pkh.launcher.stack.Checkout;
import id.pkh.launcher.stack.Stack;
import java.sql.SQLException;
import java.util.List;

/** The closing of a quarter: from the facts to assessments, steps and their events. */
final class QuarterCloseBenchmark implements Benchmark {

    private static final double TARGET_FAMILIES_PER_SECOND = 15_000;

    @Override
    public String name() {
        return "quarter-close";
    }

    @Override
    public String title() {
        return "a quarter of all families is closed; the limit is the bare statements";
    }

    @Override
    public List<Figure> run(Bench bench) {
        try (Stack stack = Stacks.ofService(bench, name(), Checkout.VERIFICATION, BankStack.HEAP)) {
            QuarterTables tables =
                    new QuarterTables(
                            stack.postgres().superuser(Checkout.VERIFICATION), bench.families());
            tables.fill();
            bench.progress("%,d families with the evidence of a quarter", bench.families());
            PkhClient officer =
                    new Clients(
                                    stack,
                                    stack.token("bench", List.of("MINISTRY_OFFICER"), List.of("*")))
                            .of(Checkout.VERIFICATION);
            return List.of(
                    new ClosingRounds(
                                    bench,
                                    stack.service(Checkout.VERIFICATION),
                                    tables::forgetClosing,
                                    () -> close(officer),
                                    tables::verify,
                                    tables.bare())
                            .run(name(), TARGET_FAMILIES_PER_SECOND));
        } catch (SQLException e) {
            throw new CannotRun("the database refused a statement of the benchmark", e);
        }
    }

    private static void close(PkhClient officer) {
        QuarterClosing closing =
                officer.call(
                        QuarterClosingsApi::new,
                        api ->
                                api.closeQuarter(
                                        new QuarterClosingRequest()
                                                .quarter(QuarterTables.QUARTER)
                                                .areaCode("*")));
        ClosingRounds.await(
                () ->
                        officer.call(
                                        QuarterClosingsApi::new,
                                        api -> api.getQuarterClosing(closing.getClosingId()))
                                .getState()
                                .getValue());
    }
}
