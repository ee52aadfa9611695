package id.pkh.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.pkh.district.story.Cast;
import id.pkh.district.story.Stage;
import id.pkh.district.story.StoryConfig;
import id.pkh.launcher.stack.Checkout;
import id.pkh.launcher.stack.Stack;
import id.pkh.launcher.stack.StackPlan;
import id.pkh.testsupport.events.EventStreams;
import id.pkh.testsupport.events.PublishedEvent;
import id.pkh.testsupport.files.PersonsWorkbook;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.poi.ss.usermodel.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** A facilitator's month through one workbook, on the packaged services. */
@Isolated("three stacks at once would be too much for two cores")
class WorkbookScenario {

    private static final String FACILITATOR = "PDP-1";
    private static final YearMonth MONTH = YearMonth.now(ZoneId.of("Asia/Jakarta"));
    private static final LocalDate FIRST = MONTH.atDay(1);
    private static final int OFFICE_PATIENCE_S = 120;
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir static Path folder;
    private static Stack stack;
    private static Stage stage;
    private static YearVillage village;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @BeforeAll
    static void aGroupOfEightFamilies() {
        StackPlan plan =
                StackPlan.fresh(
                                folder.resolve("stack"),
                                new Checkout(Tree.ROOT)
                                        .builtServices().stream()
                                                .filter(service -> !service.watches())
                                                .toList())
                        .forTests();
        stack = Stack.start(plan, System.out::println);
        village = new YearVillage(folder);
        Cast cast =
                new Cast(
                        stack::token,
                        village.villagesOfFacilitator(),
                        village.facilitatorOfVillage());
        stage =
                new Stage(
                        new StoryConfig(
                                stack.addresses(),
                                stack::token,
                                folder,
                                stack.kafka().bootstrapServers()),
                        cast);
        village.register(stage, cast);
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

    @Test
    void theMonthIsRecordedOnceAndTheEventsAreThoseOfTheServices() throws Exception {
        PersonsWorkbook workbook = downloaded();
        assertThat(workbook.rows("Kehadiran")).hasSize(8);
        workbook.write(meeting(workbook, "Pertemuan kelompok"), "Tanggal", FIRST);
        workbook.write(meeting(workbook, "P2K2 1"), "Tanggal", FIRST);
        for (Row row : workbook.rows("Kehadiran")) {
            boolean isA = workbook.text(row, "Nama pengurus").equals("IBU A");
            workbook.write(row, "Pertemuan kelompok", isA ? "SAKIT" : "HADIR");
            workbook.write(row, "P2K2 1", "HADIR");
        }
        Row visit = workbook.row("Kunjungan", "Nama pengurus", "IBU B");
        workbook.write(visit, "Tanggal", FIRST)
                .write(visit, "Tujuan", "KOMITMEN")
                .write(visit, "Temuan 1", "TIDAK ADA ORANG");

        JsonNode first = uploaded(workbook.saved(), 201);
        assertThat(first.path("rows_refused").asInt()).as("%s", first).isZero();
        // two meetings, eight families and a visit
        assertThat(first.path("rows_applied").asInt()).isEqualTo(11);
        stage.awaitQuiet("the workbook");
        List<PublishedEvent> events = events(first);
        assertThat(events)
                .extracting(PublishedEvent::name)
                .containsExactlyInAnyOrder("meeting-held", "p2k2-session-held");
        assertThat(markOf(events, "A")).isEqualTo("SICK");
        assertThat(markOf(events, "C")).isEqualTo("PRESENT");

        long published = stage.published();
        assertThat(uploaded(workbook.saved(), 200).path("rows_applied").asInt()).isZero();
        stage.awaitQuiet("the same workbook");
        assertThat(stage.published()).isEqualTo(published);
    }

    /** The registry and verification agree on each step. */
    @Test
    void aGraduationIsProposedReviewedDecidedAndFollowed() throws Exception {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Jakarta"));
        FieldGraduation field = new FieldGraduation(stack, FACILITATOR, village.idOf("H"), today);
        JsonNode proposed = field.proposed();
        JsonNode forwarded = field.accepted(proposed);
        assertThat(forwarded.path("state").asText()).isEqualTo("FORWARDED");

        JsonNode decision = field.decided(forwarded);
        stage.awaitQuiet("the decision");
        assertThat(field.now(proposed)).containsExactly("CONFIRMED", "ACTIVE");

        assertThat(field.delivered(decision)).isEqualTo(today);
        stage.awaitQuiet("the delivery");
        assertThat(field.now(proposed)).containsExactly("GRADUATED", "GRADUATED");
    }

    /** What the group's meetings published. */
    private static List<PublishedEvent> events(JsonNode result) throws Exception {
        String group =
                JSON.readTree(
                                get(
                                        stack.service(Checkout.MEETING)
                                                .address()
                                                .resolve(
                                                        "/api/v1/groups?village="
                                                                + YearVillage.CODE)))
                        .at("/items/0/group_id")
                        .asText();
        assertThat(result.path("month").asText()).isEqualTo(MONTH.toString());
        return new EventStreams(stack.kafka().bootstrapServers(), JSON)
                .published("pkh.meeting.meeting.v1", group);
    }

    private static String markOf(List<PublishedEvent> events, String family) {
        String kpmId = village.idOf(family).toString();
        PublishedEvent held =
                events.stream()
                        .filter(event -> event.name().equals("meeting-held"))
                        .findFirst()
                        .orElseThrow();
        for (JsonNode mark : held.payload().path("attendance")) {
            if (mark.path("kpm_id").asText().equals(kpmId)) {
                return mark.path("mark").asText();
            }
        }
        return "";
    }

    @Nested
    @NeedsPrograms(Program.LIBREOFFICE)
    class InLibreOffice {

        @Test
        void aWorkbookThatItOpenedAndSavedIsTheSame() throws Exception {
            Path file = folder.resolve("buku.xlsx");
            PersonsWorkbook workbook = downloaded();
            Row visit = workbook.row("Kunjungan", "Nama pengurus", "IBU D");
            workbook.write(visit, "Tanggal", FIRST)
                    .write(visit, "Tujuan", "KOMITMEN")
                    .write(visit, "Temuan 1", "TIDAK ADA ORANG");
            Files.write(file, workbook.saved());

            Path saved = savedByLibreOffice(file);

            JsonNode result = uploaded(Files.readAllBytes(saved), 201);
            assertThat(result.path("rows_applied").asInt()).as("%s", result).isOne();
            assertThat(result.path("rows_refused").asInt()).as("%s", result).isZero();
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

    private static Row meeting(PersonsWorkbook workbook, String what) {
        return workbook.row("Pertemuan", "Kegiatan", what);
    }

    private static PersonsWorkbook downloaded() throws IOException, InterruptedException {
        return PersonsWorkbook.opened(get(address()));
    }

    private static JsonNode uploaded(byte[] workbook, int status)
            throws IOException, InterruptedException {
        HttpResponse<byte[]> answer =
                CLIENT.send(
                        request(address())
                                .header("Content-Type", "application/octet-stream")
                                .POST(BodyPublishers.ofByteArray(workbook))
                                .build(),
                        BodyHandlers.ofByteArray());
        JsonNode result = JSON.readTree(answer.body());
        assertThat(answer.statusCode()).as("%s", result).isEqualTo(status);
        return result;
    }

    private static byte[] get(URI address) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer =
                CLIENT.send(request(address).build(), BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static URI address() {
        return stack.service(Checkout.REGISTRY).address().resolve("/api/v1/workbooks/" + MONTH);
    }

    private static HttpRequest.Builder request(URI address) {
        String token = stack.token(FACILITATOR, List.of("FACILITATOR"), List.of(YearVillage.CODE));
        return HttpRequest.newBuilder(address).header("Authorization", "Bearer " + token);
    }
}
