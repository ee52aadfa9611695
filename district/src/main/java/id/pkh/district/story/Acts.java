package id.pkh.district.story;

import id.pkh.client.PkhClient;
import id.pkh.client.disbursement.CyclesApi;
import id.pkh.client.disbursement.model.OpenCycleRequest;
import id.pkh.client.meeting.MeetingsApi;
import id.pkh.client.meeting.MeetingsNotHeldApi;
import id.pkh.client.meeting.MonthClosingsApi;
import id.pkh.client.meeting.model.MeetingPage;
import id.pkh.client.meeting.model.MonthClosing;
import id.pkh.client.meeting.model.MonthClosingRequest;
import id.pkh.client.meeting.model.MonthWithoutMeetingRequest;
import id.pkh.client.platform.model.FileResult;
import id.pkh.client.platform.model.RefusedRow;
import id.pkh.client.registry.ImportsApi;
import id.pkh.client.verification.QuarterClosingsApi;
import id.pkh.client.verification.model.QuarterClosingRequest;
import id.pkh.district.manifest.Manifest;
import id.pkh.district.manifest.Manifest.Act;
import id.pkh.district.manifest.Manifest.Correction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/** Plays the acts that send files and close periods. */
final class Acts {

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
        PkhClient service = stage.service(act.service(), cast.by(act.by(), ""));
        sending.send(act.file(), file -> Uploads.roster(service, act.kind(), file))
                .ifPresent(result -> imported(act, result));
    }

    private void imported(Act act, FileResult result) {
        listener.step(
                String.format(
                        Locale.ROOT,
                        "  %s: %,d rows read, %,d imported, %,d refused with a reason",
                        act.file(),
                        result.getRowsRead(),
                        result.getRowsApplied(),
                        result.getRowsRefused()));
        for (RefusedRow refusal : result.getRefusals()) {
            listener.step(
                    String.format(
                            Locale.ROOT,
                            "    line %d, %s \"%s\": %s",
                            refusal.getLine(),
                            refusal.getColumn(),
                            refusal.getMaskedValue(),
                            refusal.getMessage()));
        }
    }

    /** The ministry permits exactly this file for each area; the data administrator sends it. */
    void permitRoster(Act act) {
        String sha256 = RosterPermission.sha256(input.resolve(act.file()));
        for (String area : manifest.areas()) {
            stage.registry(cast.by(act.by(), area))
                    .call(
                            ImportsApi::new,
                            imports ->
                                    imports.permitInitialRoster(RosterPermission.of(area, sha256)));
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
        String service = act.act().equals("FORMS") ? StoryConfig.VERIFICATION : StoryConfig.MEETING;
        List<String> files = files(act.folder());
        int done = 0;
        for (String file : files) {
            String area = Path.of(file).getParent().getFileName().toString();
            String token =
                    act.by().equals("AREA") ? cast.responsibleFor(area) : cast.by(act.by(), area);
            PkhClient sender = stage.service(service, token);
            sending.send(file, sheet -> Uploads.sheet(sender, act.kind(), sheet, null));
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
        PkhClient sender = stage.meeting(cast.by(act.by(), area));
        sending.again(act.file(), sheet -> Uploads.sheet(sender, act.kind(), sheet, null));
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
        stage.meeting(cast.administrator())
                .each(
                        MeetingsApi::new,
                        (meetings, after) ->
                                meetings.listMeetings(
                                        after, null, null, null, Stage.PAGE, null, null),
                        MeetingPage::getItems,
                        MeetingPage::getNext,
                        meeting -> count[0]++);
        return count[0];
    }

    void notHeld(Act act) {
        String village = act.group().substring(0, act.group().indexOf('-'));
        String district = village.substring(0, village.lastIndexOf('.'));
        MonthWithoutMeetingRequest report =
                new MonthWithoutMeetingRequest()
                        .groupCode(act.group())
                        .month(act.month())
                        .reason(act.reason());
        int status =
                Attempt.status(() -> notHeld(stage.meeting(cast.facilitatorOf(village)), report));
        findings.isTrue(
                "a facilitator excused themselves from a meeting: " + status, status / 100 == 4);
        notHeld(stage.meeting(cast.by(act.by(), district)), report);
        listener.step(
                String.format(
                        Locale.ROOT,
                        "  Group %s could not meet (%s). Its facilitator may not report this excuse:"
                                + " %d. The coordinator reports it.",
                        act.group(),
                        Narrator.words(act.reason()),
                        status));
    }

    private static void notHeld(PkhClient meeting, MonthWithoutMeetingRequest report) {
        meeting.call(MeetingsNotHeldApi::new, months -> months.reportMonthWithoutMeeting(report));
    }

    /** A closing may continue after the response; then this polls it until it is done. */
    void closeMonth(Act act) {
        for (String area : manifest.areas()) {
            PkhClient meeting = stage.meeting(cast.by(act.by(), area));
            MonthClosingRequest request =
                    new MonthClosingRequest().month(act.month()).areaCode(area);
            UUID id =
                    meeting.call(MonthClosingsApi::new, closings -> closings.closeMonth(request))
                            .getClosingId();
            stage.await(
                    "closing " + act.month() + " of " + area,
                    () -> {
                        MonthClosing now =
                                meeting.call(
                                        MonthClosingsApi::new,
                                        closings -> closings.getMonthClosing(id));
                        return isDone(now.getStatus(), now.getInterruption());
                    });
        }
        stage.awaitQuiet("closing " + act.month());
    }

    void closeQuarter(Act act) {
        for (String area : manifest.areas()) {
            PkhClient verification = stage.verification(cast.by(act.by(), area));
            QuarterClosingRequest request =
                    new QuarterClosingRequest().quarter(act.quarter()).areaCode(area);
            UUID id =
                    verification
                            .call(
                                    QuarterClosingsApi::new,
                                    closings -> closings.closeQuarter(request))
                            .getClosingId();
            stage.await(
                    "closing " + act.quarter() + " of " + area,
                    () ->
                            isDone(
                                    verification
                                            .call(
                                                    QuarterClosingsApi::new,
                                                    closings -> closings.getQuarterClosing(id))
                                            .getState(),
                                    null));
        }
        stage.awaitQuiet("closing " + act.quarter());
    }

    private static boolean isDone(Object status, Object interruption) {
        return switch (status.toString()) {
            case "DONE" -> true;
            case "RUNNING" -> false;
            default ->
                    throw new StoryFailure(
                            "a closing is " + status + ", because of " + interruption);
        };
    }

    void correct(Act act) {
        for (Correction correction : manifest.corrections()) {
            String name = Path.of(correction.file()).getFileName().toString();
            String village = name.substring(0, name.indexOf('-'));
            PkhClient sender = stage.meeting(cast.by(act.by(), village));
            sending.send(
                    correction.file(),
                    sheet -> Uploads.sheet(sender, correction.kind(), sheet, correction.reason()));
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
        OpenCycleRequest cycle =
                new OpenCycleRequest()
                        .cycleCode(act.cycle())
                        .coversFrom(LocalDate.parse(act.coversFrom()))
                        .coversUntil(LocalDate.parse(act.coversUntil()))
                        .channel(OpenCycleRequest.ChannelEnum.fromValue(act.channel()))
                        .verificationPeriod(act.quarter());
        stage.disbursement(cast.officer()).call(CyclesApi::new, cycles -> cycles.openCycle(cycle));
    }

    void calculate(Act act) {
        stage.disbursement(cast.officer())
                .call(CyclesApi::new, cycles -> cycles.calculateCycle(act.cycle()));
        stage.awaitQuiet("calculating " + act.cycle());
    }
}
