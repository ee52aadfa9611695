package id.pkh.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import id.pkh.launcher.stack.Checkout;
import id.pkh.launcher.stack.ServiceProcess;
import id.pkh.launcher.stack.Stack;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** A bank's answer from the upload until every payment in it has its outcome. */
final class Pain002Benchmark implements Benchmark {

    private static final double TARGET_RATIO = 0.25;
    private static final Duration TELLING_MOST = Duration.ofMinutes(10);
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    /** Both have gone through the file as often before it counts. */
    private static final int WARM_UPS = 2;

    private static final String XML = "application/xml";
    private static final String UPLOAD = "/api/v1/bank-reports?bank=" + MadePayments.BANK;

    @Override
    public String name() {
        return "pain002";
    }

    @Override
    public String title() {
        return "a bank's answer until every payment has its outcome; the limit is parsing alone";
    }

    @Override
    public List<Figure> run(Bench bench) {
        int payments = bench.payments();
        Path answer = bench.directory().resolve("answer.xml");
        try (Stack stack = BankStack.start(bench, name())) {
            BankTables tables = new BankTables(BankStack.superuser(stack), payments);
            tables.fill(BankStack.seal(stack));
            tables.send();
            AnswerFile.write(answer, payments);
            bench.progress(
                    "%,d payments at the bank, its answer has %,d bytes",
                    payments, answer.toFile().length());
            Http http =
                    new Http(
                            stack.addresses(),
                            stack.token("bench", List.of("DATA_ADMINISTRATOR"), List.of("*")));
            try (Worker parser = parser(stack, answer)) {
                for (int i = 0; i < WARM_UPS; i++) {
                    parser.ask("warm-up");
                }
                return List.of(measure(bench, stack, http, tables, parser, answer));
            }
        } catch (SQLException e) {
            throw new CannotRun("the database refused a statement of the benchmark", e);
        } catch (IOException e) {
            throw new CannotRun("the answer could not be written", e);
        }
    }

    private Figure measure(
            Bench bench, Stack stack, Http http, BankTables tables, Worker parser, Path answer)
            throws SQLException {
        int payments = bench.payments();
        ServiceProcess service = stack.service(Checkout.DISBURSEMENT);
        List<Double> taken = new ArrayList<>();
        List<Double> parsed = new ArrayList<>();
        for (int i = 0; i < WARM_UPS; i++) {
            http.upload(Checkout.DISBURSEMENT, UPLOAD, XML, answer);
            awaitTold(tables);
            tables.asSent();
        }
        for (int round = 1; round <= bench.rounds(); round++) {
            if (round > 1) {
                tables.asSent();
            }
            long start = System.nanoTime();
            JsonNode report = http.upload(Checkout.DISBURSEMENT, UPLOAD, XML, answer);
            taken.add((System.nanoTime() - start) / 1e9);
            require("lines applied", (long) payments, report.path("lines").asLong());
            require("states", AnswerFile.states(payments), tables.states());
            awaitTold(tables);
            double told = (System.nanoTime() - start) / 1e9;
            verify(tables, payments);
            double[] limit = parser.ask("go");
            require("lines parsed", (double) payments, limit[0]);
            parsed.add(limit[1]);
            bench.progress(
                    "round %d: taken in within %s s, told to others within %s s, parsed within %s s; sent again, nothing changes: %s s",
                    round,
                    Numbers.text(taken.get(round - 1)),
                    Numbers.text(told),
                    Numbers.text(limit[1]),
                    Numbers.text(again(http, tables, payments, answer)));
        }
        double seconds = Statistics.median(taken);
        return new Figure(
                name(),
                payments / seconds,
                "lines/s",
                "parsing alone",
                payments / Statistics.median(parsed),
                seconds,
                ProcessMemory.peakMb(service.pid()),
                Target.ratioAtLeast(TARGET_RATIO));
    }

    private static void awaitTold(BankTables tables) throws SQLException {
        long until = System.nanoTime() + TELLING_MOST.toNanos();
        while (tables.untold() > 0) {
            if (System.nanoTime() > until) {
                throw new CannotRun("what the bank answered was not told within " + TELLING_MOST);
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    /** The same bytes change nothing. */
    private static double again(Http http, BankTables tables, int payments, Path answer)
            throws SQLException {
        long start = System.nanoTime();
        http.upload(Checkout.DISBURSEMENT, UPLOAD, XML, answer);
        double seconds = (System.nanoTime() - start) / 1e9;
        verify(tables, payments);
        return seconds;
    }

    /**
     * Fails unless every payment has exactly the state that its line gives it, and nothing else.
     */
    private static void verify(BankTables tables, int payments) throws SQLException {
        require("states", AnswerFile.states(payments), tables.states());
        require("outcomes", AnswerFile.outcomes(payments), tables.outcomes());
        require("exceptions", AnswerFile.exceptions(payments), tables.exceptions());
        require("events", AnswerFile.events(payments), tables.events());
        require("payments whose state is not the last of their history", 0L, tables.unremembered());
        require(
                "families whose version is not the number of their events",
                0L,
                tables.miscounted());
    }

    private static void require(String what, Object expected, Object found) {
        if (!expected.equals(found)) {
            throw new CannotRun("%s: expected %s, found %s".formatted(what, expected, found));
        }
    }

    private static Worker parser(Stack stack, Path answer) {
        return Worker.start(
                AnswerParseWorker.class,
                BankStack.FLAGS,
                List.of(answer.toString()),
                Map.of(),
                stack.plan().logs().resolve("parser.log"));
    }
}
