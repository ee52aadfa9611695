package id.pkh.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.pkh.client.registry.FacilitatorsApi;
import id.pkh.client.registry.model.Facilitator;
import id.pkh.client.registry.model.FacilitatorPage;
import id.pkh.launcher.stack.Checkout;
import id.pkh.launcher.stack.ServiceProcess;
import id.pkh.launcher.stack.Stack;
import id.pkh.launcher.stack.StackFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Workbooks of facilitators: made by two callers at a time, and one with the marks of all families
 * uploaded and applied through the meeting service.
 */
final class WorkbookBenchmark implements Benchmark {

    private static final int FAMILIES = 1_500;
    private static final int PAGE = 500;
    private static final int CALLERS = 2;
    private static final int WORKBOOKS = 100;
    private static final int WARM_UP = 100;
    private static final double TARGET_PER_SECOND = 50;
    private static final double TARGET_SECONDS = 2;
    private static final List<String> MONTHS = List.of("2026-01", "2026-02", "2026-03");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Override
    public String name() {
        return "workbook";
    }

    @Override
    public String title() {
        return "workbooks of facilitators, made and uploaded; the limits are the same cells by the library alone and the file again";
    }

    @Override
    public List<Figure> run(Bench bench) {
        try (Stack stack =
                Stacks.start(bench, name(), new Checkout(bench.root()).builtServices())) {
            String token = stack.token("bench", List.of("DATA_ADMINISTRATOR"), List.of("*"));
            Clients clients = new Clients(stack, token);
            LoadedDistrict.load(bench, stack, clients, FAMILIES);
            List<UUID> facilitators = withFamilies(facilitators(clients), stack, token);
            return measure(bench, stack, token, facilitators);
        } catch (StackFailure e) {
            throw new CannotRun(e.getMessage());
        } catch (IOException | InterruptedException | ExecutionException e) {
            throw new CannotRun("a workbook was not answered", e);
        }
    }

    private static List<UUID> facilitators(Clients clients) {
        List<UUID> facilitators = new ArrayList<>();
        clients.of(Checkout.REGISTRY)
                .each(
                        FacilitatorsApi::new,
                        (api, after) -> api.listFacilitators(after, PAGE, null),
                        FacilitatorPage::getItems,
                        FacilitatorPage::getNext,
                        (Facilitator one) -> facilitators.add(one.getFacilitatorId()));
        return facilitators;
    }

    /** A coordinator, and a facilitator whose villages have no families, need no workbook. */
    private List<UUID> withFamilies(List<UUID> all, Stack stack, String token)
            throws IOException, InterruptedException {
        List<UUID> chosen = new ArrayList<>();
        for (UUID facilitator : all) {
            HttpResponse<byte[]> answer =
                    client.send(
                            get(address(stack, facilitator, MONTHS.get(0)), token),
                            BodyHandlers.ofByteArray());
            if (answer.statusCode() == 200 && FilledWorkbook.families(answer.body()) > 0) {
                chosen.add(facilitator);
            }
        }
        if (chosen.isEmpty()) {
            throw new CannotRun("no facilitator has families");
        }
        return chosen;
    }

    private List<Figure> measure(Bench bench, Stack stack, String token, List<UUID> facilitators)
            throws IOException, InterruptedException, ExecutionException {
        List<HttpRequest> requests = new ArrayList<>();
        for (UUID facilitator : facilitators) {
            requests.add(get(address(stack, facilitator, MONTHS.get(0)), token));
        }
        byte[] one = fetch(requests.get(0));
        bench.progress(
                "%d facilitators, the first workbook has %d families and %,d bytes",
                facilitators.size(), FilledWorkbook.families(one), one.length);
        rate(requests, WARM_UP);
        ServiceProcess registry = stack.service(Checkout.REGISTRY);
        List<Double> made = new ArrayList<>();
        List<Double> byLibrary = new ArrayList<>();
        WorkbookCells cells = new WorkbookCells(one);
        long begin = System.nanoTime();
        for (int round = 1; round <= bench.rounds(); round++) {
            made.add(rate(requests, WORKBOOKS));
            byLibrary.add(rateOfLibrary(cells));
            bench.progress(
                    "%s workbooks a second, by the library alone %s",
                    Numbers.text(made.get(made.size() - 1)),
                    Numbers.text(byLibrary.get(byLibrary.size() - 1)));
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        double peak = ProcessMemory.peakMb(registry.pid());
        Figure making =
                new Figure(
                        name() + ".made",
                        Statistics.median(made),
                        "workbooks/s",
                        "the same cells by the library alone",
                        Statistics.median(byLibrary),
                        seconds,
                        peak,
                        Target.valueAtLeast(TARGET_PER_SECOND));
        return List.of(making, upload(bench, stack, token, facilitators));
    }

    /**
     * The first upload is a warm-up; each later one is of a month that was not filled in before.
     */
    private Figure upload(Bench bench, Stack stack, String token, List<UUID> facilitators)
            throws IOException, InterruptedException {
        List<Double> applied = new ArrayList<>();
        List<Double> again = new ArrayList<>();
        long begin = System.nanoTime();
        for (String month : MONTHS) {
            for (UUID facilitator : facilitators) {
                URI address = address(stack, facilitator, month);
                byte[] filled = FilledWorkbook.of(fetch(get(address, token)), month + "-10");
                double first = uploaded(address, token, filled, 201);
                double second = uploaded(address, token, filled, 200);
                if (month.equals(MONTHS.get(0)) && facilitator.equals(facilitators.get(0))) {
                    continue;
                }
                applied.add(first);
                again.add(second);
            }
        }
        bench.progress(
                "%d uploads, median %s s, the slowest %s s",
                applied.size(),
                Numbers.text(Statistics.median(applied)),
                Numbers.text(Statistics.percentile(applied, 100)));
        return new Figure(
                name() + ".uploaded",
                Statistics.median(applied),
                "s",
                "the same file again, which changes nothing",
                Statistics.median(again),
                (System.nanoTime() - begin) / 1e9,
                ProcessMemory.peakMb(stack.service(Checkout.REGISTRY).pid()),
                Target.valueBelow(TARGET_SECONDS));
    }

    private double uploaded(URI address, String token, byte[] workbook, int status)
            throws IOException, InterruptedException {
        long begin = System.nanoTime();
        HttpResponse<byte[]> answer =
                client.send(
                        HttpRequest.newBuilder(address)
                                .header("Authorization", "Bearer " + token)
                                .header("Content-Type", "application/octet-stream")
                                .POST(BodyPublishers.ofByteArray(workbook))
                                .build(),
                        BodyHandlers.ofByteArray());
        double seconds = (System.nanoTime() - begin) / 1e9;
        JsonNode result = JSON.readTree(answer.body());
        if (answer.statusCode() != status || result.path("rows_refused").asInt() != 0) {
            throw new CannotRun(
                    "an upload was answered with " + answer.statusCode() + " " + result);
        }
        return seconds;
    }

    /** Workbooks a second, fetched by callers who each wait for their own. */
    private double rate(List<HttpRequest> requests, int workbooks)
            throws InterruptedException, ExecutionException {
        AtomicInteger next = new AtomicInteger();
        return inParallel(
                workbooks, () -> fetch(requests.get(next.getAndIncrement() % requests.size())));
    }

    private static double inParallel(int workbooks, Callable<byte[]> work)
            throws InterruptedException, ExecutionException {
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            long begin = System.nanoTime();
            List<Future<byte[]>> made = new ArrayList<>();
            for (int i = 0; i < workbooks; i++) {
                made.add(callers.submit(work));
            }
            for (Future<byte[]> each : made) {
                each.get();
            }
            return workbooks / ((System.nanoTime() - begin) / 1e9);
        } finally {
            callers.shutdownNow();
        }
    }

    /** As many writers as callers, in this process, after a warm-up of their own. */
    private static double rateOfLibrary(WorkbookCells cells)
            throws InterruptedException, ExecutionException {
        inParallel(WARM_UP, cells::written);
        return inParallel(WORKBOOKS, cells::written);
    }

    private byte[] fetch(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new CannotRun("a workbook was answered with " + answer.statusCode());
        }
        return answer.body();
    }

    private static HttpRequest get(URI address, String token) {
        return HttpRequest.newBuilder(address).header("Authorization", "Bearer " + token).build();
    }

    private static URI address(Stack stack, UUID facilitator, String month) {
        return stack.service(Checkout.REGISTRY)
                .address()
                .resolve("/api/v1/workbooks/%s?facilitator=%s".formatted(month, facilitator));
    }
}
