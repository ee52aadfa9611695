package id.pkh.benchmarks;

import id.pkh.launcher.stack.Checkout;
import id.pkh.launcher.stack.ServiceProcess;
import id.pkh.launcher.stack.Stack;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The file of an approved batch, as a bank downloads it. */
final class Pain001Benchmark implements Benchmark {

    private static final double TARGET_RATIO = 0.3;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String LIMIT = "the same bytes from memory";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Override
    public String name() {
        return "pain001";
    }

    @Override
    public String title() {
        return "a file to a bank out of the database; the limit is the same XML from memory";
    }

    @Override
    public List<Figure> run(Bench bench) {
        int payments = bench.payments();
        try (Stack stack = BankStack.start(bench, name())) {
            new BankTables(BankStack.superuser(stack), payments).fill(BankStack.seal(stack));
            bench.progress("%,d payments in an approved batch", payments);
            ServiceProcess service = stack.service(Checkout.DISBURSEMENT);
            String token = stack.token("fetcher", List.of("BANK"), List.of(), MadePayments.BANK);
            HttpRequest file =
                    request(
                            service.address()
                                    .resolve(
                                            "/api/v1/payment-batches/%s/pain.001"
                                                    .formatted(BankTables.BATCH)),
                            token);
            try (InputStream whole = open(file)) {
                PaymentFile.contents(whole).require(payments, MadePayments.sumIdr(payments));
            }
            try (Worker memory = limit(stack, payments)) {
                int port = (int) memory.ask("port")[0];
                HttpRequest same = request(URI.create("http://localhost:" + port + "/"), token);
                fetch(same).requireSameAs(fetch(file));
                return measure(bench, service, file, same);
            }
        } catch (SQLException e) {
            throw new CannotRun("the batch could not be put into the database", e);
        } catch (IOException e) {
            throw new CannotRun("the file did not come to its end", e);
        }
    }

    private List<Figure> measure(
            Bench bench, ServiceProcess service, HttpRequest file, HttpRequest same)
            throws IOException {
        List<Double> whole = new ArrayList<>();
        List<Double> firstByte = new ArrayList<>();
        List<Double> fromMemory = new ArrayList<>();
        for (int round = 1; round <= bench.rounds(); round++) {
            PaymentFile written = fetch(file);
            PaymentFile limit = fetch(same);
            written.requireSameAs(limit);
            whole.add(written.seconds());
            firstByte.add(written.firstByteSeconds());
            fromMemory.add(limit.seconds());
            bench.progress(
                    "round %d: %s s, of them %s s until the first byte; from memory %s s; %,d bytes",
                    round,
                    Numbers.text(written.seconds()),
                    Numbers.text(written.firstByteSeconds()),
                    Numbers.text(limit.seconds()),
                    written.bytes());
        }
        double payments = bench.payments();
        double seconds = Statistics.median(whole);
        double limit = Statistics.median(fromMemory);
        double peak = ProcessMemory.peakMb(service.pid());
        return List.of(
                new Figure(
                        name(),
                        payments / seconds,
                        "payments/s",
                        LIMIT,
                        payments / limit,
                        seconds,
                        peak,
                        Target.ratioAtLeast(TARGET_RATIO)),
                new Figure(
                        name() + ".counting",
                        Statistics.median(firstByte),
                        "s",
                        LIMIT,
                        limit,
                        seconds,
                        peak,
                        null));
    }

    private static Worker limit(Stack stack, int payments) {
        return Worker.start(
                PaymentFileWorker.class,
                BankStack.FLAGS,
                List.of(String.valueOf(payments)),
                Map.of(),
                stack.plan().logs().resolve("from-memory.log"));
    }

    private static HttpRequest request(URI address, String token) {
        return HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Accept", "application/xml")
                .header("Authorization", "Bearer " + token)
                .build();
    }

    private PaymentFile fetch(HttpRequest request) throws IOException {
        long start = System.nanoTime();
        try (InputStream body = open(request)) {
            return PaymentFile.read(body, start);
        }
    }

    private InputStream open(HttpRequest request) throws IOException {
        try {
            HttpResponse<InputStream> answer = client.send(request, BodyHandlers.ofInputStream());
            if (answer.statusCode() != 200) {
                throw new CannotRun(request.uri() + " answered " + answer.statusCode());
            }
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun("interrupted", e);
        }
    }
}
