package id.pkh.benchmarks;

import id.pkh.client.PkhClient;
import id.pkh.client.registry.FamiliesApi;
import id.pkh.client.registry.ImportsApi;
import id.pkh.client.registry.model.KpmPage;
import id.pkh.client.registry.model.KpmStatus;
import id.pkh.district.generate.DistrictGenerator;
import id.pkh.district.generate.DistrictSpec;
import id.pkh.district.manifest.Manifest;
import id.pkh.district.story.RosterPermission;
import id.pkh.district.story.Uploads;
import id.pkh.launcher.stack.Checkout;
import id.pkh.launcher.stack.Stack;
import id.pkh.localstack.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** A generated district that was imported into every service of a stack. */
final class LoadedDistrict {

    private static final String AREAS = "areas";
    private static final int PAGE = 500;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final String STATES = "topic = 'pkh.registry.kpm-state.v1'";
    private static final List<String> LISTENERS =
            List.of(Checkout.MEETING, Checkout.VERIFICATION, Checkout.DISBURSEMENT);

    private LoadedDistrict() {}

    /**
     * Imports the files of a district and waits until all services have its families.
     *
     * @return active families by the code of their group
     */
    static Map<String, List<String>> load(Bench bench, Stack stack, Clients clients, int families) {
        Path folder = bench.directory().resolve("district");
        try {
            Files.createDirectories(folder);
            DistrictGenerator.generate(folder, DistrictSpec.of(families));
            Manifest manifest = Manifest.read(folder);
            send(manifest, folder, clients, AREAS::equals);
            permitRosters(manifest, folder, stack);
            send(manifest, folder, clients, kind -> !kind.equals(AREAS));
        } catch (IOException e) {
            throw new CannotRun("the district could not be generated", e);
        }
        awaitEverywhere(stack);
        Map<String, List<String>> byGroup = new TreeMap<>();
        clients.of(Checkout.REGISTRY)
                .each(
                        FamiliesApi::new,
                        (all, after) ->
                                all.listFamilies(
                                        after, null, PAGE, null, null, KpmStatus.ACTIVE, null),
                        KpmPage::getItems,
                        KpmPage::getNext,
                        family -> {
                            if (family.getGroupCode() != null) {
                                byGroup.computeIfAbsent(
                                                family.getGroupCode(), g -> new ArrayList<>())
                                        .add(family.getKpmId().toString());
                            }
                        });
        bench.progress("%,d families in %d groups imported", families, byGroup.size());
        return byGroup;
    }

    private static void send(
            Manifest manifest, Path folder, Clients clients, Predicate<String> kinds) {
        manifest.acts("IMPORT")
                .filter(act -> kinds.test(act.kind()))
                .forEach(
                        act ->
                                Uploads.roster(
                                        clients.of(act.service()),
                                        act.kind(),
                                        folder.resolve(act.file())));
    }

    /** The families enter as active, which takes an officer besides the person who sends them. */
    private static void permitRosters(Manifest manifest, Path folder, Stack stack) {
        PkhClient officer =
                new Clients(
                                stack,
                                stack.token(
                                        "bench-officer", List.of("MINISTRY_OFFICER"), List.of("*")))
                        .of(Checkout.REGISTRY);
        for (Manifest.Act act : manifest.acts("PERMIT_ROSTER").toList()) {
            String sha256 = RosterPermission.sha256(folder.resolve(act.file()));
            for (String area : manifest.areas()) {
                officer.call(
                        ImportsApi::new,
                        imports -> imports.permitInitialRoster(RosterPermission.of(area, sha256)));
            }
        }
    }

    private static void awaitEverywhere(Stack stack) {
        long published = count(stack, Checkout.REGISTRY, "outbox");
        for (String service : LISTENERS) {
            if (!Waiting.until(
                    PATIENCE, PAUSE, () -> count(stack, service, "inbox") >= published)) {
                throw new CannotRun(service + " did not take in the families in time");
            }
        }
    }

    private static long count(Stack stack, String service, String table) {
        try (Connection connection = stack.postgres().owner(service).getConnection();
                Statement sql = connection.createStatement();
                ResultSet row =
                        sql.executeQuery("SELECT count(*) FROM " + table + " WHERE " + STATES)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new CannotRun("the database of " + service + " cannot be read", e);
        }
    }
}
