package id.pkh.district.story;

import com.fasterxml.jackson.databind.JsonNode;
import id.pkh.district.manifest.Manifest;
import id.pkh.district.manifest.Manifest.Act;
import id.pkh.district.manifest.Manifest.Correction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Plays the acts that send files and close periods. */
final class Acts {

    private static final Set<Integer> DONE = Set.of(200, 201, 202);

    private final Path input;
    private final Manifest manifest;
    private final Stage stage;
    private final Cast cast;
    private final Sending sending;
    private final StoryListener listener;
    private final Findings findings;

    Acts(StoryContext context, Sending sending) {
        this.input = context.input();
        this.manifest = context.manifest();
        this.stage = context.stage();
        this.cast = context.cast();
        this.listener = context.listener();
        this.findings = context.findings();
        this.sending = sending;
    }

    void importFile(Act act) {
        Api api = stage.service(act.service());
        String token = cast.by(act.by(), "");
        JsonNode result = sending.send(api, "/imports/" + act.kind(), token, act.file());
        listener.step(
                String.format(
                        Locale.ROOT,
                        "  %s: %,d rows read, %,d imported, %,d refused with a reason",
                        act.file(),
                        result.path("rows_read").asLong(),
                        result.path("rows_applied").asLong(),
                        result.path("rows_refused").asLong()));
        for (JsonNode refusal : result.path("refusals")) {
            listener.step(
                    String.format(
                            Locale.ROOT,
                            "    line %d, %s \"%s\": %s",
                            refusal.path("line").asInt(),
                            refusal.path("column").asText(),
                            refusal.path("masked_value").asText(),
                            refusal.path("message").asText()));
        }
    }

    /** The ministry permits exactly this file for each area; the data administrator sends it. */
    void permitRoster(Act act) {
        String sha256 = RosterPermission.sha256(input.resolve(act.file()));
        for (String area : manifest.areas()) {
            stage.registry()
                    .post(
                            RosterPermission.PATH,
                            cast.by(act.by(), area),
                            RosterPermission.of(area, sha256),
                            DONE);
        }
        listener.step(
                "  The ministry permits "
                        + act.file()
                        + " as the initial roster of its areas; another person sends it");
    }

    /**
     * A folder of sheets or forms, by village or district; each file is sent by the person
     * responsible for it.
     */
    void folder(Act act) {
        Api api = act.act().equals("FORMS") ? stage.verification() : stage.meeting();
        List<String> files = files(act.folder());
        int done = 0;
        for (String file : files) {
            String area = Path.of(file).getParent().getFileName().toString();
            String token =
                    act.by().equals("AREA") ? cast.responsibleFor(area) : cast.by(act.by(), area);
            sending.send(api, "/sheets/" + act.kind(), token, file);
            listener.progress(act.folder(), ++done, files.size());
        }
    }

    private List<String> files(String folder) {
        Path start = input.resolve(folder);
        if (!Files.isDirectory(start)) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(start)) {
            return found.filter(Files::isRegularFile)
                    .map(file -> input.relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new StoryFailure("cannot list " + folder, unreadable);
        }
    }

    void sendAgain(Act act) {
        String area = Path.of(act.file()).getParent().getFileName().toString();
        long before = meetings();
        long publishedBefore = quietCount(act.file());
        sending.again(
                stage.meeting(), "/sheets/" + act.kind(), cast.by(act.by(), area), act.file());
        findings.equal("meetings after a sheet was sent twice", before, meetings());
        findings.equal(
                "events after a sheet was sent twice", publishedBefore, quietCount(act.file()));
        listener.step("  " + act.file() + " is sent a second time: it changes nothing");
    }

    private long quietCount(String what) {
        stage.awaitQuiet(what);
        return stage.published();
    }

    private long meetings() {
        long[] count = {0};
        stage.meeting().each("/meetings", cast.administrator(), meeting -> count[0]++);
        return count[0];
    }

    void notHeld(Act act) {
        String village = act.group().substring(0, act.group().indexOf('-'));
        String district = village.substring(0, village.lastIndexOf('.'));
        Map<String, String> body =
                Map.of("group_code", act.group(), "month", act.month(), "reason", act.reason());
        int status =
                stage.meeting().attempt("/not-held", cast.facilitatorOf(village), body).status();
        findings.isTrue(
                "a facilitator excused themselves from a meeting: " + status, status / 100 == 4);
        stage.meeting().post("/not-held", cast.by(act.by(), district), body, DONE);
        listener.step(
                String.format(
                        Locale.ROOT,
                        "  Group %s could not meet (%s). Its facilitator may not report this excuse:"
                                + " %d. The coordinator reports it.",
                        act.group(),
                        Narrator.words(act.reason()),
                        status));
    }

    void closeMonth(Act act) {
        for (String area : manifest.areas()) {
            close(
                    stage.meeting(),
                    "/month-closings",
                    cast.by(act.by(), area),
                    Map.of("month", act.month(), "area_code", area));
        }
        stage.awaitQuiet("closing " + act.month());
    }

    void closeQuarter(Act act) {
        for (String area : manifest.areas()) {
            close(
                    stage.verification(),
                    "/quarter-closings",
                    cast.by(act.by(), area),
                    Map.of("quarter", act.quarter(), "area_code", area));
        }
        stage.awaitQuiet("closing " + act.quarter());
    }

    /** A closing may continue after the response; then this polls it until it is done. */
    private void close(Api api, String path, String token, Map<String, String> body) {
        JsonNode closing = api.post(path, token, body, DONE);
        String id = closing.path("closing_id").asText("");
        if (id.isEmpty() || isDone(closing)) {
            return;
        }
        stage.await(path + " " + body, () -> isDone(api.read(path + "/" + id, token)));
    }

    private static boolean isDone(JsonNode closing) {
        String status = closing.path("status").asText(closing.path("state").asText());
        if (status.equals("INTERRUPTED")) {
            throw new StoryFailure("a closing was interrupted: " + closing.path("interruption"));
        }
        return status.equals("DONE");
    }

    void correct(Act act) {
        for (Correction correction : manifest.corrections()) {
            String name = Path.of(correction.file()).getFileName().toString();
            String village = name.substring(0, name.indexOf('-'));
            String path =
                    "/sheets/"
                            + correction.kind()
                            + "?correction=true&reason="
                            + Api.encoded(correction.reason());
            sending.send(stage.meeting(), path, cast.by(act.by(), village), correction.file());
            listener.step(
                    "  The March sheet of group "
                            + name.substring(0, name.lastIndexOf('.'))
                            + " is sent again, corrected: \""
                            + correction.reason()
                            + "\"");
        }
        stage.awaitQuiet("the correction");
    }

    void openCycle(Act act) {
        stage.disbursement()
                .post(
                        "/cycles",
                        cast.officer(),
                        Map.of(
                                "cycle_code",
                                act.cycle(),
                                "covers_from",
                                act.coversFrom(),
                                "covers_until",
                                act.coversUntil(),
                                "channel",
                                act.channel(),
                                "verification_period",
                                act.quarter()),
                        DONE);
    }

    void calculate(Act act) {
        stage.disbursement()
                .post("/cycles/" + act.cycle() + "/calculation", cast.officer(), Map.of(), DONE);
        stage.awaitQuiet("calculating " + act.cycle());
    }

    private boolean isCalculated(String cycle) {
        return stage.disbursement()
                .read("/cycles/" + cycle, cast.officer())
                .path("status")
                .asText()
                .equals("CALCULATED");
    }
}
