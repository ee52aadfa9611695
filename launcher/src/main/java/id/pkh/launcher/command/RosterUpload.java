package id.pkh.launcher.command;

import id.pkh.client.PkhClient;
import id.pkh.client.RefusedCall;
import id.pkh.client.platform.model.FileResult;
import id.pkh.client.registry.ImportsApi;
import id.pkh.district.manifest.Manifest;
import id.pkh.district.story.RosterPermission;
import id.pkh.district.story.Uploads;
import id.pkh.launcher.stack.StackFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

/** Sends a district's rosters to the services that import them, in the order of its story. */
final class RosterUpload {

    private static final Duration ANSWER_LIMIT = Duration.ofMinutes(10);
    private static final String REGISTRY = "registry";

    private final Map<String, Integer> services;
    private final String officer;
    private final String administrator;
    private final PrintWriter console;

    /**
     * @param officer token of the person who permits the initial roster
     * @param administrator token of the person who sends the files
     */
    RosterUpload(
            Map<String, Integer> services,
            String officer,
            String administrator,
            PrintWriter console) {
        this.services = services;
        this.officer = officer;
        this.administrator = administrator;
        this.console = console;
    }

    void send(Path folder) {
        Manifest manifest = read(folder);
        for (Manifest.Act act : manifest.acts("PERMIT_ROSTER").toList()) {
            String sha256 = RosterPermission.sha256(folder.resolve(act.file()));
            manifest.areas().forEach(area -> permit(area, sha256));
        }
        for (Manifest.Act act : manifest.acts("IMPORT").toList()) {
            FileResult result = upload(act, folder.resolve(act.file()));
            console.println(
                    "  %-18s %,d rows read, %,d imported, %,d refused"
                            .formatted(
                                    act.file(),
                                    result.getRowsRead(),
                                    result.getRowsApplied(),
                                    result.getRowsRefused()));
            console.flush();
        }
    }

    private static Manifest read(Path folder) {
        try {
            return Manifest.read(folder);
        } catch (IOException e) {
            throw new StackFailure("cannot read the story in " + folder, e);
        }
    }

    private void permit(String area, String sha256) {
        call(
                "the initial roster of " + area,
                REGISTRY,
                officer,
                registry ->
                        registry.call(
                                ImportsApi::new,
                                imports ->
                                        imports.permitInitialRoster(
                                                RosterPermission.of(area, sha256))));
    }

    private FileResult upload(Manifest.Act act, Path file) {
        return call(
                act.file(),
                act.service(),
                administrator,
                service -> Uploads.roster(service, act.kind(), file).getData());
    }

    private <T> T call(String what, String service, String token, Function<PkhClient, T> call) {
        URI address = URI.create("http://localhost:" + services.get(service));
        try {
            return call.apply(
                    PkhClient.to(address).token(() -> token).answerWithin(ANSWER_LIMIT).open());
        } catch (RefusedCall refused) {
            throw new StackFailure(
                    refused.status() == 0
                            ? "%s does not respond at %s".formatted(service, address)
                            : "%s was refused by %s with %d %s: %s"
                                    .formatted(
                                            what,
                                            service,
                                            refused.status(),
                                            refused.code(),
                                            refused.detail()),
                    refused);
        }
    }
}
