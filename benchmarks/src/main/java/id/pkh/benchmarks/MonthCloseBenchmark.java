package id.pkh.benchmarks;

import id.pkh.client.PkhClient;
import id.pkh.client.meeting.MonthClosingsApi;
import id.pkh.client.meeting.model.MonthClosing;
import id.pkh.client.meeting.model.MonthClosingRequest;
import id.pkh.launcher.stack.Checkout;
import id.pkh.launcher.stack.Stack;
import java.sql.SQLException;
import java.util.List;

/** The closing of a month: from the recorded sheets to the events about groups and facilitators. */
final class MonthCloseBenchmark implements Benchmark {

    private static final double TARGET_FAMILIES_PER_SECOND = 40_000;

    @Override
    public String name() {
        return "month-close";
    }

    @Override
    public String title() {
        return "a month of all groups is closed; the limit is the bare statements";
    }

    @Override
    public List<Figure> run(Bench bench) {
        try (Stack stack = Stacks.ofService(bench, name(), Checkout.MEETING, BankStack.HEAP)) {
            MonthTables tables =
                    new MonthTables(stack.postgres().superuser(Checkout.MEETING), bench.families());
            tables.fill();
            bench.progress("%,d families with the sheets of a month", bench.families());
            PkhClient officer =
                    new Clients(
                                    stack,
                                    stack.token(
                                            "bench", List.of("DATA_ADMINISTRATOR"), List.of("*")))
                            .of(Checkout.MEETING);
            return List.of(
                    new ClosingRounds(
                                    bench,
                                    stack.service(Checkout.MEETING),
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
        MonthClosing closing =
                officer.call(
                        MonthClosingsApi::new,
                        api ->
                                api.closeMonth(
                                        new MonthClosingRequest()
                                                .month(MonthTables.MONTH)
                                                .areaCode("*")));
        ClosingRounds.await(
                () ->
                        officer.call(
                                        MonthClosingsApi::new,
                                        api -> api.getMonthClosing(closing.getClosingId()))
                                .getStatus()
                                .getValue());
    }
}
