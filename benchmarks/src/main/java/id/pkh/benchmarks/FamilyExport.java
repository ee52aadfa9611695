package id.pkh.benchmarks;

import id.pkh.launcher.stack.Checkout;
import id.pkh.launcher.stack.Stack;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** All families as one CSV, beside a COPY TO of the same query. */
final class FamilyExport {

    private static final double TARGET_RATIO = 0.3;
    private static final int BUFFER = 1 << 16;

    private static final String EXPORTED =
            """
            SELECT k.id, k.village_code, a.name, k.group_code, k.status, k.paying_bank, k.participating_since, k.version,
                   m.members, m.components
              FROM kpm k JOIN area a ON a.code = k.village_code
              CROSS JOIN LATERAL (
                SELECT count(*) AS members,
                       string_agg(f.component, ' ' ORDER BY f.component)
                           FILTER (WHERE f.component_until IS NULL OR f.component_until >= current_date) AS components
                  FROM family_member f WHERE f.kpm_id = k.id AND f.former_since IS NULL) m
             ORDER BY k.id""";

    private final URI registry;
    private final ListUploads uploads;
    private final RawCopy copy;

    FamilyExport(URI registry, ListUploads uploads, RawCopy copy) {
        this.registry = registry;
        this.uploads = uploads;
        this.copy = copy;
    }

    Figure figure(Bench bench, String benchmark, String token, Stack stack) throws SQLException {
        HttpRequest request =
                HttpRequest.newBuilder(registry.resolve("/api/v1/kpm/csv"))
                        .header("Authorization", "Bearer " + token)
                        .build();
        List<Double> seconds = new ArrayList<>();
        List<Double> limits = new ArrayList<>();
        for (int round = 0; round <= bench.rounds(); round++) {
            long start = System.nanoTime();
            long lines = lines(request);
            double written = (System.nanoTime() - start) / 1e9;
            Counts.require("lines of the export", (long) bench.families() + 1, lines);
            double bare = copy.out(EXPORTED);
            bench.progress(
                    "export, %s: %s s, COPY %s s",
                    round == 0 ? "warm-up" : "round " + round,
                    Numbers.text(written),
                    Numbers.text(bare));
            if (round > 0) {
                seconds.add(written);
                limits.add(bare);
            }
        }
        return new Figure(
                benchmark + ".export",
                bench.families() / Statistics.median(seconds),
                "families/s",
                "COPY TO of the same query",
                bench.families() / Statistics.median(limits),
                Statistics.median(seconds),
                ProcessMemory.peakMb(stack.service(Checkout.REGISTRY).pid()),
                Target.ratioAtLeast(TARGET_RATIO));
    }

    private long lines(HttpRequest request) {
        try (InputStream body = uploads.answered(request, BodyHandlers.ofInputStream()).body()) {
            long lines = 0;
            byte[] buffer = new byte[BUFFER];
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    lines += buffer[i] == '\n' ? 1 : 0;
                }
            }
            return lines;
        } catch (IOException e) {
            throw new CannotRun("the export broke off", e);
        }
    }
}
