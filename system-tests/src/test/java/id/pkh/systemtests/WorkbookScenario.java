package id.pkh.systemtests;

import static id.pkh.client.meeting.model.MeetingKind.GROUP_MEETING;
import static id.pkh.client.meeting.model.MeetingKind.P2_K2;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.pkh.client.platform.model.FigureLevel;
import id.pkh.client.registry.FiguresApi;
import id.pkh.client.registry.ReportsApi;
import id.pkh.district.story.Cast;
import id.pkh.district.story.Stage;
import id.pkh.district.story.StoryConfig;
import id.pkh.launcher.stack.Checkout;
import id.pkh.launcher.stack.Stack;
import id.pkh.launcher.stack.StackPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Two facilitators state the same month about two villages that are alike, one by the workbook
 * alone and one by REST alone. The services publish the same, and the reports are the same.
 */
@Isolated("three stacks at once would be too much for two cores")
class WorkbookScenario {

    private static final String CYCLE = "2026-T2";
    private static final int OFFICE_PATIENCE_S = 120;
    private static final LocalDate TODAY = LocalDate.parse("2026-06-25");
    private static final YearMonth MONTH = YearMonth.from(TODAY);
    private static final TwinVillage OF_WORKBOOK = TwinVillages.FIRST;
    private static final TwinVillage OF_REST = TwinVillages.SECOND;

    @TempDir static Path folder;
    private static Stack stack;
    private static Stage stage;
    private static Cast cast;
    private static MonthByWorkbook workbook;
    private static List<List<String>> events;

    @BeforeAll
    static void theSameMonthTwice() {
        stack =
                Stack.start(
                        StackPlan.fresh(
                                        folder.resolve("stack"),
                                        new Checkout(Tree.ROOT)
                                                .builtServices().stream()
                                                        .filter(service -> !service.watches())
                                                        .toList())
                                .forTests()
                                .on(TODAY),
                        System.out::println);
        cast = TwinVillages.cast(stack::token);
        stage =
                new Stage(
                        new StoryConfig(
                                stack.addresses(),
                                stack::token,
                                folder,
                                stack.kafka().bootstrapServers()),
                        cast);
        TwinVillages.register(stage, cast, folder);
        pay();
        try (TwinEvents published = new TwinEvents(stack.kafka().bootstrapServers())) {
            published.sinceTheLastLook(TwinVillages.BOTH);
            workbook = new MonthByWorkbook(stage, cast, OF_WORKBOOK, MONTH, folder);
            theMonth(workbook);
            theMonth(new MonthByRest(stage, cast, OF_REST));
            stage.awaitQuiet("the month");
            events = published.sinceTheLastLook(TwinVillages.BOTH);
        }
    }

    @AfterAll
    static void stop() {
        if (stage != null) {
            stage.close();
        }
        if (stack != null) {
            stack.close();
        }
    }

    /** What happened in both villages. */
    private static void theMonth(MonthWay way) {
        way.meeting(
                GROUP_MEETING,
                MONTH.atDay(10),
                null,
                Map.of("A", "PRESENT", "B", "SICK", "C", "ABSENT", "D", "PRESENT_BY_PROXY"));
        way.meeting(
                P2_K2,
                MONTH.atDay(17),
                "FINANCE-1",
                Map.of("A", "PRESENT", "B", "PRESENT", "C", "PRESENT", "D", "PERMITTED"));
        way.withdrawn("A", TODAY, 225_000);
        way.withdrawn("D", TODAY, 600_000);
        way.notWithdrawn("B", TODAY, "CARD_LOST");
        way.visitedInVain("B", MONTH.atDay(18));
        way.visited("C", MONTH.atDay(19), "DATA_DIFFERS");
        way.schoolChanged("C", MONTH.atDay(15), "10702999");
        way.attended("C", TODAY, 17, 1);
        way.complains("B", "CARD_LOST", "Hilang di pasar");
        way.send();
    }

    @Test
    void theServicesPublishTheSame() {
        assertThat(events.get(1)).isEqualTo(events.get(0));
        assertThat(events.get(0))
                .extracting(event -> event.substring(0, event.indexOf(' ')))
                .containsExactly(
                        "DataUpdateSubmitted",
                        "MeetingHeld",
                        "P2k2SessionHeld",
                        "ReminderIssued",
                        "WithdrawalReported",
                        "WithdrawalReported",
                        "WithdrawalReported");
    }

    @Test
    void theFiguresOfEveryServiceAreTheSame() {
        for (String service : Stage.SERVICES) {
            assertThat(figures(service, OF_REST))
                    .as(service)
                    .isNotEmpty()
                    .isEqualTo(figures(service, OF_WORKBOOK));
        }
    }

    private static List<String> figures(String service, TwinVillage village) {
        return stage
                .service(service, cast.facilitatorOf(village.code()))
                .call(
                        FiguresApi::new,
                        figures ->
                                figures.listFigures(
                                        MONTH.toString(),
                                        FigureLevel.VILLAGE,
                                        List.of(village.code())))
                .getAreas()
                .stream()
                .flatMap(area -> area.getFigures().stream())
                .map(one -> one.getFigure() + " " + one.getItem() + " " + one.getValue())
                .sorted()
                .toList();
    }

    @Test
    void theReportsAreTheSame() {
        assertThat(report(OF_REST))
                .isEqualTo(report(OF_WORKBOOK))
                .contains(
                        "Kehadiran di pertemuan kelompok / Diwakili 1",
                        "P2K2 / Hadir 3",
                        "Pemutakhiran data dan kunjungan rumah / Pemutakhiran: Menunggu 1",
                        "Pemutakhiran data dan kunjungan rumah / Kunjungan: Komitmen 1",
                        "Pengaduan dan bantuan lain / Pengaduan: Baru 1",
                        "Penyaluran / Ditarik (Rp) 825000",
                        "Penyaluran / Tidak ditarik 1");
    }

    private static List<String> report(TwinVillage village) {
        return SituationReport.lines(
                stage.registry(cast.facilitatorOf(village.code()))
                        .call(
                                ReportsApi::new,
                                reports ->
                                        reports.makeReportXlsx(MONTH.toString(), null, null, null))
                        .toPath());
    }

    @Test
    void theSameWorkbookAgainChangesNothing() {
        long published = stage.published();

        assertThat(workbook.uploaded(workbook.saved()).getRowsApplied()).isZero();

        stage.awaitQuiet("the same workbook");
        assertThat(stage.published()).isEqualTo(published);
    }

    /** In a village of its own. The registry and verification agree on each step. */
    @Test
    void aGraduationIsProposedReviewedDecidedAndFollowed() {
        FieldGraduation field = new FieldGraduation(stack, TwinVillages.APART, "A", TODAY);
        JsonNode proposed = field.proposed();
        JsonNode forwarded = field.accepted(proposed);
        assertThat(forwarded.path("state").asText()).isEqualTo("FORWARDED");

        JsonNode decision = field.decided(forwarded);
        stage.awaitQuiet("the decision");
        assertThat(field.now(proposed)).containsExactly("CONFIRMED", "ACTIVE");

        assertThat(field.delivered(decision)).isEqualTo(TODAY);
        stage.awaitQuiet("the delivery");
        assertThat(field.now(proposed)).containsExactly("GRADUATED", "GRADUATED");
    }

    @Nested
    @NeedsPrograms(Program.LIBREOFFICE)
    class InLibreOffice {

        /** Of another month, so that the months of the villages stay alike. */
        @Test
        void aWorkbookThatItOpenedAndSavedIsTheSame() throws Exception {
            YearMonth before = MONTH.minusMonths(1);
            MonthByWorkbook other = new MonthByWorkbook(stage, cast, OF_WORKBOOK, before, folder);
            other.visitedInVain("D", before.atDay(12));

            Path saved = savedByLibreOffice(other.saved());

            assertThat(other.uploaded(saved).getRowsApplied()).isOne();
        }

        private static Path savedByLibreOffice(Path file) throws IOException, InterruptedException {
            Path out = Files.createDirectories(folder.resolve("saved"));
            Process office =
                    new ProcessBuilder(
                                    Program.LIBREOFFICE.path().toString(),
                                    "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                                    "--headless",
                                    "--convert-to",
                                    "xlsx",
                                    "--outdir",
                                    out.toString(),
                                    file.toString())
                            .inheritIO()
                            .start();
            assertThat(office.waitFor(OFFICE_PATIENCE_S, TimeUnit.SECONDS)).isTrue();
            return out.resolve(file.getFileName());
        }
    }

    /** So that there is something to withdraw. */
    private static void pay() {
        try (YearMoney money = new YearMoney(stage, cast, new YearVillage(folder))) {
            money.open(2, "2026-Q1");
            money.letProceed(CYCLE);
            money.calculate(CYCLE);
            money.seal(CYCLE);
            money.pay(CYCLE);
        }
        stage.awaitQuiet("the payments");
        TwinVillages.BOTH.forEach(village -> village.findPayments(stage, CYCLE));
    }
}
