package id.pkh.benchmarks;

import id.pkh.launcher.stack.Checkout;
import id.pkh.launcher.stack.Stack;
import id.pkh.launcher.stack.StackFailure;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Nine systems are sent the events of a feed while a tenth does not answer, or is not there. What
 * is counted are deliveries: an event that one of the nine has received. Events take their way from
 * the outbox of the registry through Kafka into the feed.
 */
final class WebhooksBenchmark implements Benchmark {

    private static final String HEAP = "512m";

    /** Delivered in several seconds. With three times as many the JDK's client broke off. */
    private static final int MOST_EVENTS = 10_000;

    private static final double TARGET_PER_SECOND = 2_000;
    private static final double TARGET_SHARE = 0.8;
    private static final double TARGET_LATE_MILLIS = 1_000;

    /** What the tenth receiver does. */
    enum Tenth {
        ABSENT,
        SILENT,
        REFUSING
    }

    /** The rounds of one kind. */
    private record Series(List<Double> rates, List<Double> late, List<Double> seconds) {

        Series() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    @Override
    public String name() {
        return "webhooks";
    }

    @Override
    public String title() {
        return "events of the feed to nine receivers, beside one that is dead; the limit is the JDK's client with the same bodies";
    }

    @Override
    public List<Figure> run(Bench bench) {
        try (Stack stack = Stacks.ofService(bench, name(), Checkout.REGISTRY, HEAP);
                SubscribedReceivers receivers = new SubscribedReceivers(stack)) {
            int events = Math.min(bench.events(), MOST_EVENTS);
            bench.progress("warm-up");
            receivers.backlog(Tenth.ABSENT, events);
            receivers.bare();
            Map<Tenth, Series> series = new EnumMap<>(Tenth.class);
            List<Double> limits = new ArrayList<>();
            for (Tenth tenth : Tenth.values()) {
                series.put(tenth, new Series());
            }
            for (int round = 1; round <= bench.rounds(); round++) {
                for (Tenth tenth : Tenth.values()) {
                    measure(bench, receivers, tenth, events, series.get(tenth));
                }
                limits.add(receivers.bare());
                bench.progress("the JDK's client: %s deliveries/s", Numbers.text(last(limits)));
            }
            return figures(
                    series,
                    Statistics.median(limits),
                    ProcessMemory.peakMb(stack.service(Checkout.REGISTRY).pid()));
        } catch (SQLException e) {
            throw new CannotRun("the database refused a statement of the benchmark", e);
        } catch (StackFailure e) {
            throw new CannotRun(e.getMessage());
        }
    }

    private static void measure(
            Bench bench, SubscribedReceivers receivers, Tenth tenth, int events, Series series)
            throws SQLException {
        List<Double> late = receivers.lateness(tenth);
        series.late().add(Statistics.percentile(late, 99));
        double seconds = receivers.backlog(tenth, events);
        series.seconds().add(seconds);
        series.rates().add(events * SubscribedReceivers.ANSWERING / seconds);
        bench.progress(
                "tenth %s: %s deliveries/s; late: median %s ms, p99 %s ms",
                tenth,
                Numbers.text(last(series.rates())),
                Numbers.text(Statistics.median(late)),
                Numbers.text(last(series.late())));
    }

    private List<Figure> figures(Map<Tenth, Series> series, double limit, double peakMb) {
        Series alone = series.get(Tenth.ABSENT);
        List<Figure> figures = new ArrayList<>();
        figures.add(
                new Figure(
                        name() + ".rate",
                        Statistics.median(alone.rates()),
                        "deliveries/s",
                        "the JDK's client, the same bodies",
                        limit,
                        Statistics.median(alone.seconds()),
                        peakMb,
                        Target.valueAtLeast(TARGET_PER_SECOND)));
        for (Tenth tenth : List.of(Tenth.SILENT, Tenth.REFUSING)) {
            Series beside = series.get(tenth);
            String suffix = "_beside_" + tenth.name().toLowerCase(Locale.ROOT);
            double seconds = Statistics.median(beside.seconds());
            figures.add(
                    new Figure(
                            name() + ".rate" + suffix,
                            Statistics.median(beside.rates()),
                            "deliveries/s",
                            "without the tenth",
                            Statistics.median(alone.rates()),
                            seconds,
                            peakMb,
                            Target.ratioAtLeast(TARGET_SHARE)));
            figures.add(
                    new Figure(
                            name() + ".late" + suffix + ".p99",
                            Statistics.median(beside.late()),
                            "ms",
                            "without the tenth",
                            Statistics.median(alone.late()),
                            SubscribedReceivers.SECONDS,
                            peakMb,
                            Target.valueBelow(TARGET_LATE_MILLIS)));
        }
        return figures;
    }

    private static double last(List<Double> values) {
        return values.get(values.size() - 1);
    }
}
