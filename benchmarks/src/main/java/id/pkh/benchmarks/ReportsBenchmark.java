package id.pkh.benchmarks;

import id.pkh.launcher.stack.Checkout;
import id.pkh.launcher.stack.Stack;
import id.pkh.launcher.stack.StackFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * The report of a regency, counted by all four services when it is asked for, and the report of the
 * country by province from kept sums. Meetings, marks and evidence are put into the databases past
 * the services; the first report is a warm-up.
 */
final class ReportsBenchmark implements Benchmark {

    private static final int REGENCY_FAMILIES = 100_000;
    private static final double TARGET_REGENCY_SECONDS = 5;
    private static final double TARGET_COUNTRY_SECONDS = 10;
    private static final String REPORT = "/api/v1/reports/" + MonthTables.MONTH + "/xlsx";

    /** 514 regencies with 14 sub-districts each, and as many figures as a month has at most. */
    private static final List<String> SUMS =
            List.of(
                    "DELETE FROM sub_district_figure",
                    """
                    INSERT INTO sub_district_figure (month, sub_district_code, figure, item, value)
                    SELECT '2026-09-01', format('%s.%s.%s', 11 + r % 38, lpad((1 + r / 38)::text, 2, '0'), lpad(d::text, 2, '0')),
                           'MADE_FIGURE_' || f, '', r + d + f
                      FROM generate_series(0, 513) AS r, generate_series(1, 14) AS d, generate_series(1, 40) AS f
                    """,
                    """
                    INSERT INTO kept_regency (month, regency_code, kept_at)
                    SELECT '2026-09-01', format('%s.%s', 11 + r % 38, lpad((1 + r / 38)::text, 2, '0')), now()
                      FROM generate_series(0, 513) AS r ON CONFLICT DO NOTHING
                    """,
                    "VACUUM (ANALYZE) sub_district_figure");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Override
    public String name() {
        return "reports";
    }

    @Override
    public String title() {
        return "the report of a regency of 100,000 families, and of the country; the limit is one scan of what is counted";
    }

    @Override
    public List<Figure> run(Bench bench) {
        int families = Math.min(REGENCY_FAMILIES, bench.families());
        try (Stack stack =
                Stacks.start(bench, name(), new Checkout(bench.root()).builtServices())) {
            DataSource meeting = stack.postgres().superuser(Checkout.MEETING);
            DataSource verification = stack.postgres().superuser(Checkout.VERIFICATION);
            new MonthTables(meeting, families).fill();
            new QuarterTables(verification, families).fill();
            for (String service :
                    List.of(
                            Checkout.REGISTRY,
                            Checkout.MEETING,
                            Checkout.VERIFICATION,
                            Checkout.DISBURSEMENT)) {
                execute(stack.postgres().superuser(service), SUMS);
            }
            bench.progress("%,d families with meetings and evidence", families);
            return List.of(
                    measure(
                            bench,
                            stack,
                            "regency",
                            "?area=17.10&by=VILLAGE",
                            TARGET_REGENCY_SECONDS,
                            () -> {
                                execute(meeting, List.of("SELECT count(mark) FROM attendance"));
                                execute(
                                        verification,
                                        List.of("SELECT count(form_id) FROM evidence"));
                            }),
                    measure(
                            bench,
                            stack,
                            "country",
                            "?by=PROVINCE",
                            TARGET_COUNTRY_SECONDS,
                            () ->
                                    execute(
                                            meeting,
                                            List.of(
                                                    "SELECT sum(value) FROM sub_district_figure"))));
        } catch (SQLException e) {
            throw new CannotRun("the database refused a statement of the benchmark", e);
        } catch (StackFailure e) {
            throw new CannotRun(e.getMessage());
        }
    }

    private interface Scan {
        void run() throws SQLException;
    }

    private Figure measure(
            Bench bench, Stack stack, String figure, String query, double target, Scan scan)
            throws SQLException {
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create(
                                        stack.service(Checkout.REGISTRY).address()
                                                + REPORT
                                                + query))
                        .header(
                                "Authorization",
                                "Bearer "
                                        + stack.token(
                                                "bench", List.of("MINISTRY_OFFICER"), List.of("*")))
                        .build();
        List<Double> seconds = new ArrayList<>();
        List<Double> limits = new ArrayList<>();
        for (int round = 0; round <= bench.rounds(); round++) {
            long start = System.nanoTime();
            int bytes = report(request);
            double made = (System.nanoTime() - start) / 1e9;
            start = System.nanoTime();
            scan.run();
            double scanned = (System.nanoTime() - start) / 1e9;
            bench.progress(
                    "%s: %,d bytes within %s s, one scan %s s",
                    round == 0 ? "warm-up" : "round " + round,
                    bytes,
                    Numbers.text(made),
                    Numbers.text(scanned));
            if (round > 0) {
                seconds.add(made);
                limits.add(scanned);
            }
        }
        double median = Statistics.median(seconds);
        return new Figure(
                name() + "." + figure,
                median,
                "s",
                "one scan of what is counted",
                Statistics.median(limits),
                median,
                ProcessMemory.peakMb(stack.service(Checkout.REGISTRY).pid()),
                Target.valueBelow(target));
    }

    private int report(HttpRequest request) {
        try {
            HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new CannotRun("the report was answered with " + answer.statusCode());
            }
            return answer.body().length;
        } catch (IOException e) {
            throw new CannotRun("the registry does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun("interrupted", e);
        }
    }

    private static void execute(DataSource database, List<String> statements) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            for (String statement : statements) {
                sql.execute(statement);
            }
        }
    }
}
