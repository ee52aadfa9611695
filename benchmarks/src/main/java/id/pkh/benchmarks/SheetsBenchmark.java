package id.pkh.benchmarks;

import id.pkh.client.PkhClient;
import id.pkh.district.generate.DistrictSpec;
import id.pkh.district.manifest.Manifest;
import id.pkh.district.story.Uploads;
import id.pkh.launcher.stack.Checkout;
import id.pkh.launcher.stack.ServiceSpec;
import id.pkh.launcher.stack.Stack;
import id.pkh.launcher.stack.StackFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Attendance sheets of groups, sent as files while facilitators send a hundred a second. The time
 * of an answer counts from the moment at which its sheet was due. All services work, except that
 * the registry does not compare the families that were imported a moment ago: that is the rest of
 * the import, and would share the processors with the sheets for minutes.
 */
final class SheetsBenchmark implements Benchmark {

    private static final int PER_SECOND = 100;
    private static final int SECONDS = 30;
    private static final int WARM_UP_SECONDS = 60;
    private static final int FAMILIES_IN_GROUP = 25;
    private static final int SENDERS = 32;
    private static final double TARGET_P99_MILLIS = 50;
    private static final String KIND = "group-meeting";
    private static final Map<String, String> NO_COMPARISON =
            Map.of("PKH_REGISTRY_DUPLICATES_EVERY", "off");

    private final HttpClient bare =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Override
    public String name() {
        return "sheets";
    }

    @Override
    public String title() {
        return "attendance sheets as files, 100 a second; the limit is the answer that the service lives";
    }

    @Override
    public List<Figure> run(Bench bench) {
        // some groups did not meet, and have no sheet
        int sheets = PER_SECOND * (SECONDS * bench.rounds() + WARM_UP_SECONDS) * 5 / 4;
        int families =
                sheets * FAMILIES_IN_GROUP / DistrictSpec.sungaiSerut().months().size()
                        + FAMILIES_IN_GROUP;
        List<ServiceSpec> services =
                new Checkout(bench.root())
                        .builtServices().stream()
                                .map(
                                        each ->
                                                each.name().equals(Checkout.REGISTRY)
                                                        ? each.withEnvironment(NO_COMPARISON)
                                                        : each)
                                .toList();
        try (Stack stack = Stacks.start(bench, name(), services)) {
            Clients clients =
                    new Clients(
                            stack,
                            stack.token("bench", List.of("DATA_ADMINISTRATOR"), List.of("*")));
            LoadedDistrict.load(bench, stack, clients, families);
            List<Path> files = files(bench.directory().resolve("district"));
            PkhClient meeting =
                    new Clients(stack, stack.token("bench", List.of("FACILITATOR"), List.of("*")))
                            .of(Checkout.MEETING);
            return List.of(measure(bench, stack, meeting, files));
        } catch (IOException e) {
            throw new CannotRun("the sheets cannot be read", e);
        } catch (StackFailure e) {
            throw new CannotRun(e.getMessage());
        }
    }

    private static List<Path> files(Path district) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Manifest.Act act : Manifest.read(district).acts("SHEETS").toList()) {
            if (act.kind().equals(KIND)) {
                try (Stream<Path> folder = Files.walk(district.resolve(act.folder()))) {
                    folder.filter(Files::isRegularFile).sorted().forEach(files::add);
                }
            }
        }
        return files;
    }

    private Figure measure(Bench bench, Stack stack, PkhClient meeting, List<Path> files) {
        URI alive = stack.service(Checkout.MEETING).managementAddress().resolve("/q/health/live");
        List<Double> p99 = new ArrayList<>();
        List<Double> limits = new ArrayList<>();
        int next = WARM_UP_SECONDS * PER_SECOND;
        if (files.size() < next + PER_SECOND * SECONDS * bench.rounds()) {
            throw new CannotRun("only %d sheets".formatted(files.size()));
        }
        try (PacedRequests requests = new PacedRequests(SENDERS)) {
            requests.send(files.subList(0, next), PER_SECOND, file -> sent(meeting, file));
            for (int round = 1; round <= bench.rounds(); round++) {
                int end = Math.min(files.size(), next + SECONDS * PER_SECOND);
                List<Double> millis =
                        requests.send(
                                files.subList(next, end), PER_SECOND, file -> sent(meeting, file));
                List<Double> lives =
                        requests.send(
                                files.subList(next, end), PER_SECOND, file -> answered(alive));
                p99.add(Statistics.percentile(millis, 99));
                limits.add(Statistics.percentile(lives, 99));
                bench.progress(
                        "round %d: %d sheets, median %s ms, p99 %s ms; the service lives: p99 %s ms",
                        round,
                        millis.size(),
                        Numbers.text(Statistics.median(millis)),
                        Numbers.text(p99.get(round - 1)),
                        Numbers.text(limits.get(round - 1)));
                next = end;
            }
        }
        return new Figure(
                name() + ".p99",
                Statistics.median(p99),
                "ms",
                "the answer that the service lives",
                Statistics.median(limits),
                SECONDS,
                ProcessMemory.peakMb(stack.service(Checkout.MEETING).pid()),
                Target.valueBelow(TARGET_P99_MILLIS));
    }

    private static void sent(PkhClient meeting, Path file) {
        Uploads.sheet(meeting, KIND, file, null);
    }

    private void answered(URI address) {
        try {
            bare.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding());
        } catch (IOException e) {
            throw new CannotRun(address + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun("interrupted", e);
        }
    }
}
