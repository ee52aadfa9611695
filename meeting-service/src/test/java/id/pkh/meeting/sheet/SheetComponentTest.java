package id.pkh.meeting.sheet;

import static id.pkh.meeting.support.EventFields.markOf;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import id.pkh.localstack.OnLocalStack;
import id.pkh.meeting.GroupMeetingComponentTest;
import id.pkh.meeting.support.Api;
import id.pkh.meeting.support.Family;
import id.pkh.meeting.support.Sheet;
import id.pkh.meeting.support.Village;
import id.pkh.testsupport.events.PublishedEvent;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@OnLocalStack("meeting")
class SheetComponentTest extends GroupMeetingComponentTest {

    private static final String JANUARY = "JANUARI 2026";
    private static final String MID_JANUARY = "15/01/2026";

    @BeforeEach
    void aGroupOfFour() {
        aGroupOf(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "bom", "sep", "comma", "tab", "latin", "xlsx"})
    void aSheetIsReadInEveryFormThatOfficesProduce(String form) {
        Sheet sheet =
                sheet().row(families.get(0), "HADIR")
                        .row(families.get(1), "Sakit")
                        .row(families.get(2), "i")
                        .row(families.get(3), "ALPA");
        byte[] file =
                switch (form) {
                    case "bom" -> ("\uFEFF" + sheet.text(";")).getBytes(StandardCharsets.UTF_8);
                    case "sep" -> ("sep=;\r\n" + sheet.text(";")).getBytes(StandardCharsets.UTF_8);
                    case "comma" -> sheet.text(",").getBytes(StandardCharsets.UTF_8);
                    case "tab" -> sheet.text("\t").getBytes(StandardCharsets.UTF_8);
                    case "latin" ->
                            sheet.line("", "", "Mengetahui, Pendamping René", "", "")
                                    .text(";")
                                    .getBytes(StandardCharsets.ISO_8859_1);
                    case "xlsx" -> sheet.xlsx();
                    default -> sheet.csv();
                };

        Api.sheet(village, "group-meeting", file)
                .statusCode(201)
                .body("status", equalTo("APPLIED"))
                .body("rows_applied", equalTo(4))
                .body("refusals", hasSize(0));

        PublishedEvent held = published.about(groupId, "meeting-held").get(0);
        assertThat(markOf(held, families.get(0).kpmId())).isEqualTo("PRESENT");
        assertThat(markOf(held, families.get(1).kpmId())).isEqualTo("SICK");
        assertThat(markOf(held, families.get(2).kpmId())).isEqualTo("PERMITTED");
        assertThat(markOf(held, families.get(3).kpmId())).isEqualTo("ABSENT");
        assertThat(held.text("month")).isEqualTo("2026-01");
        assertThat(held.text("held_on")).isEqualTo("2026-01-15");
        assertThat(held.text("occurred_on")).isEqualTo("2026-01-15");
        assertThat(held.text("facilitator_id")).isEqualTo(village.facilitatorId().toString());
    }

    @Test
    void aFamilyThatIsBlankOrMissingIsUnmarked() {
        Api.sheet(
                        village,
                        "group-meeting",
                        sheet().row(families.get(0), "HADIR").row(families.get(1), "").csv())
                .statusCode(201)
                .body("details.families", equalTo("4"));

        PublishedEvent held = published.about(groupId, "meeting-held").get(0);
        assertThat(held.payload().get("attendance")).hasSize(4);
        assertThat(markOf(held, families.get(1).kpmId())).isEqualTo("UNMARKED");
        assertThat(markOf(held, families.get(2).kpmId())).isEqualTo("UNMARKED");
        assertThat(markOf(held, families.get(3).kpmId())).isEqualTo("UNMARKED");
    }

    @Test
    void refusedLinesAreToldOneByOneAndTheRestCounts() {
        Family stranger = Family.another();
        byte[] file =
                sheet().row(families.get(0), "HADIR")
                        .row("12345", "HADIR")
                        .row("17710A5203800001", "HADIR")
                        .row("1771087252800001", "HADIR")
                        .row("1771085203800000", "HADIR")
                        .row(stranger, "HADIR")
                        .row(families.get(1), "MUNGKIN")
                        .row(families.get(2), "HADIR")
                        .row(families.get(2), "ALPA")
                        .row(families.get(3), "IZIN")
                        .row(families.get(3), "IZIN")
                        .line("", "", "Jumlah", "", "")
                        .csv();

        Api.sheet(village, "group-meeting", file)
                .statusCode(201)
                .body("status", equalTo("PARTLY_APPLIED"))
                .body("rows_read", equalTo(11))
                .body("rows_applied", equalTo(2))
                .body("rows_unchanged", equalTo(1))
                .body("rows_refused", equalTo(8))
                .body("refusals.code[0]", equalTo("NIK_LENGTH"))
                .body("refusals.code[1]", equalTo("NIK_NOT_DIGITS"))
                .body("refusals.code[2]", equalTo("NIK_DATE_IMPOSSIBLE"))
                .body("refusals.code[3]", equalTo("NIK_SERIAL_ZERO"))
                .body("refusals.code[4]", equalTo("NOT_IN_GROUP"))
                .body("refusals.code[5]", equalTo("MARK_UNKNOWN"))
                .body("refusals.code[6]", equalTo("NIK_TWICE_ON_SHEET"))
                .body("refusals.code[7]", equalTo("NIK_TWICE_ON_SHEET"))
                .body("refusals[4].line", equalTo(12))
                .body(
                        "refusals[4].masked_value",
                        equalTo("*".repeat(12) + stranger.nik().substring(12)))
                .body("refusals[5].expected", equalTo("HADIR, DIWAKILI, SAKIT, IZIN, ALPA"))
                .body("refusals[5].message", containsString("cannot be read"));

        PublishedEvent held = published.about(groupId, "meeting-held").get(0);
        assertThat(markOf(held, families.get(0).kpmId())).isEqualTo("PRESENT");
        assertThat(markOf(held, families.get(1).kpmId())).isEqualTo("UNMARKED");
        assertThat(markOf(held, families.get(2).kpmId())).isEqualTo("UNMARKED");
        assertThat(markOf(held, families.get(3).kpmId())).isEqualTo("PERMITTED");
        assertThat(held.payload().toString()).doesNotContain(families.get(0).nik());
    }

    @Test
    void theSameFileAgainIsKnownAndSaysNothing() {
        byte[] file = sheet().all(families, "HADIR").csv();
        String meeting =
                Api.sheet(village, "group-meeting", file)
                        .statusCode(201)
                        .extract()
                        .path("details.meeting_id");
        int said = published.about(groupId).size();

        Api.sheet(village, "group-meeting", file)
                .statusCode(200)
                .body("status", equalTo("ALREADY_RECEIVED"))
                .body("details.meeting_id", equalTo(meeting));

        assertThat(published.about(groupId)).hasSize(said);
    }

    @Test
    void anotherSheetForTheMonthMustSayThatItIsACorrection() {
        Api.sheet(village, "group-meeting", sheet().all(families, "HADIR").csv()).statusCode(201);

        Api.sheet(village, "group-meeting", sheet().all(families, "ALPA").csv())
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("MEETING_ALREADY_RECORDED"))
                .body("detail", containsString("correction=true"));

        assertThat(published.about(groupId, "meeting-held")).hasSize(1);
        assertThat(published.about(groupId, "attendance-corrected")).isEmpty();
    }

    @Test
    void aCorrectionTellsTheWholeListAndWhatChanged() {
        Api.sheet(village, "group-meeting", sheet().all(families, "ALPA").csv()).statusCode(201);
        byte[] corrected =
                sheet().row(families.get(0), "HADIR")
                        .row(families.get(1), "ALPA")
                        .row(families.get(2), "ALPA")
                        .row(families.get(3), "SAKIT")
                        .csv();

        String meeting =
                Api.correction(village, "group-meeting", corrected, "salah baca")
                        .statusCode(201)
                        .body("rows_applied", equalTo(2))
                        .body("rows_unchanged", equalTo(2))
                        .extract()
                        .path("details.meeting_id");

        PublishedEvent said = published.about(groupId, "attendance-corrected").get(0);
        assertThat(said.payload().has("reason")).isFalse();
        assertThat(said.text("kind")).isEqualTo("GROUP_MEETING");
        assertThat(said.text("meeting_id")).isEqualTo(meeting);
        assertThat(said.payload().get("attendance")).hasSize(4);
        assertThat(said.payload().get("changes")).hasSize(2);
        assertThat(said.payload().get("changes").get(0).get("old_mark").asText())
                .isEqualTo("ABSENT");
        assertThat(said.payload().get("changes").get(0).get("new_mark").asText())
                .isEqualTo("PRESENT");
        assertThat(said.sequence())
                .isEqualTo(published.about(groupId, "meeting-held").get(0).sequence() + 1);
        Api.facilitator(village)
                .get("/meetings/" + meeting)
                .statusCode(200)
                .body("revision", equalTo(2))
                .body("revisions.reason[1]", equalTo("salah baca"))
                .body("attendance", hasSize(4));
    }

    @Test
    void theSameCorrectionAgainSaysNothingAndOneAfterAnotherDoes() {
        byte[] absent = sheet().all(families, "ALPA").csv();
        byte[] present = sheet().all(families, "HADIR").csv();
        Api.sheet(village, "group-meeting", absent).statusCode(201);
        Api.correction(village, "group-meeting", present, "salah baca").statusCode(201);

        Api.correction(village, "group-meeting", present, "salah baca")
                .statusCode(200)
                .body("status", equalTo("ALREADY_RECEIVED"));
        assertThat(published.about(groupId, "attendance-corrected")).hasSize(1);

        Api.correction(village, "group-meeting", absent, "ternyata benar").statusCode(201);
        Api.correction(village, "group-meeting", present, "salah baca").statusCode(201);

        List<PublishedEvent> corrections = published.about(groupId, "attendance-corrected");
        assertThat(corrections).hasSize(3);
        assertThat(markOf(corrections.get(2), families.get(0).kpmId())).isEqualTo("PRESENT");
    }

    @Test
    void aLineThatIsRefusedInACorrectionLeavesTheMarkAsItWas() {
        Api.sheet(village, "group-meeting", sheet().all(families, "HADIR").csv()).statusCode(201);

        Api.correction(
                        village,
                        "group-meeting",
                        sheet().row(families.get(0), "???").row(families.get(1), "ALPA").csv(),
                        "salah baca")
                .statusCode(201);

        PublishedEvent said = published.about(groupId, "attendance-corrected").get(0);
        assertThat(markOf(said, families.get(0).kpmId())).isEqualTo("PRESENT");
        assertThat(markOf(said, families.get(1).kpmId())).isEqualTo("ABSENT");
        assertThat(markOf(said, families.get(2).kpmId())).isEqualTo("PRESENT");
        assertThat(markOf(said, families.get(3).kpmId())).isEqualTo("PRESENT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s\u200B", "\u202A%s\u202C", "12345", "", "%sX", "1,77E+15"})
    void aNikThatCannotBeReadInACorrectionLeavesTheMarkAsItWas(String written) {
        Api.sheet(village, "group-meeting", sheet().all(families, "HADIR").csv()).statusCode(201);

        Api.correction(
                        village,
                        "group-meeting",
                        sheet().row(written.formatted(families.get(0).nik()), "ALPA")
                                .row(families.get(1), "SAKIT")
                                .row(families.get(2), "")
                                .row(Family.another(), "ALPA")
                                .csv(),
                        "salah baca")
                .statusCode(201)
                .body("status", equalTo("PARTLY_APPLIED"))
                .body("rows_applied", equalTo(1))
                .body("rows_unchanged", equalTo(1))
                .body("rows_refused", equalTo(2));

        PublishedEvent said = published.about(groupId, "attendance-corrected").get(0);
        assertThat(families)
                .extracting(family -> markOf(said, family.kpmId()))
                .containsExactly("PRESENT", "SICK", "PRESENT", "PRESENT");
        assertThat(said.payload().get("changes")).hasSize(1);
    }

    @Test
    void anInvisibleCharacterInANikIsNamed() {
        Api.sheet(
                        village,
                        "group-meeting",
                        sheet().row(families.get(0).nik() + "\u200B", "H")
                                .row(families.get(1), "H")
                                .csv())
                .statusCode(201)
                .body("refusals[0].code", equalTo("NIK_NOT_DIGITS"))
                .body("refusals[0].expected", containsString("character 17 is invisible (U+200B)"));
    }

    @Test
    void aMarkIsRemovedOnlyByACorrectionThatSaysSo() {
        Api.sheet(
                        village,
                        "group-meeting",
                        sheet().row(families.get(0), "HAPUS").row(families.get(1), "ALPA").csv())
                .statusCode(201)
                .body("refusals.code", equalTo(List.of("MARK_UNKNOWN")));

        Api.correction(
                        village,
                        "group-meeting",
                        sheet().row(families.get(1), "Hapus").csv(),
                        "daftar kelompok lain")
                .statusCode(201)
                .body("rows_applied", equalTo(1));

        PublishedEvent said = published.about(groupId, "attendance-corrected").get(0);
        assertThat(markOf(said, families.get(1).kpmId())).isEqualTo("UNMARKED");
        assertThat(said.payload().get("changes").get(0).get("old_mark").asText())
                .isEqualTo("ABSENT");
    }

    @Test
    void aTopicThatACorrectionDoesNotNameStays() {
        String meeting =
                Api.sheet(
                                village,
                                "p2k2",
                                Sheet.p2k2(group, JANUARY, MID_JANUARY)
                                        .all(families, "HADIR")
                                        .csv())
                        .statusCode(201)
                        .extract()
                        .path("details.meeting_id");
        byte[] untitled =
                Sheet.empty()
                        .line("DAFTAR HADIR P2K2")
                        .line("Kode Kelompok", group)
                        .line("Bulan", JANUARY)
                        .line("Tanggal", MID_JANUARY)
                        .header()
                        .row(families.get(0), "ALPA")
                        .csv();

        Api.correction(village, "p2k2", untitled, "salah baca").statusCode(201);

        Api.facilitator(village)
                .get("/meetings/" + meeting)
                .body("revision", equalTo(2))
                .body("module", equalTo("KESEHATAN DAN GIZI"))
                .body("session", equalTo("1"));
    }

    @Test
    void aCorrectionOfTheDayAloneIsACorrection() {
        Api.sheet(village, "group-meeting", sheet().all(families, "HADIR").csv()).statusCode(201);

        Api.correction(
                        village,
                        "group-meeting",
                        Sheet.groupMeeting(group, JANUARY, "16/01/2026")
                                .all(families, "HADIR")
                                .csv(),
                        "tanggal keliru")
                .statusCode(201);

        PublishedEvent said = published.about(groupId, "attendance-corrected").get(0);
        assertThat(said.text("held_on")).isEqualTo("2026-01-16");
        assertThat(said.payload().get("changes")).isEmpty();
    }

    @Test
    void aCorrectionNeedsAMeetingAndAFitReason() {
        byte[] file = sheet().all(families, "HADIR").csv();

        Api.correction(village, "group-meeting", file, "salah baca")
                .statusCode(409)
                .body("code", equalTo("CORRECTION_WITHOUT_MEETING"));
        Api.correction(village, "group-meeting", file, " ")
                .statusCode(400)
                .body("code", equalTo("INVALID_PARAMETER"))
                .body("parameter", equalTo("reason"));
        Api.facilitator(village)
                .send("/sheets/group-meeting", file, Map.of("correction", true))
                .statusCode(400)
                .body("code", equalTo("CORRECTION_REASON_MISSING"));
        for (String reason :
                List.of(
                        "NIK 1771085203800001 salah",
                        "NIK 1771 0852 0380 0001 salah",
                        "NIK １７７１０８５２０３８００００１ salah")) {
            Api.correction(village, "group-meeting", file, reason)
                    .statusCode(400)
                    .body("code", equalTo("CORRECTION_REASON_UNFIT"))
                    .body(not(containsString("1771085203800001")));
        }
        Api.correction(village, "group-meeting", file, "salah\u0007baca")
                .statusCode(400)
                .body("code", equalTo("INVALID_PARAMETER"));
        assertThat(published.about(groupId, "meeting-held")).isEmpty();
    }

    @Test
    void aP2k2SheetIsASession() {
        byte[] file = Sheet.p2k2(group, "PEBRUARI 2026", "10-02-2026").all(families, "H").csv();

        Api.sheet(village, "p2k2", file).statusCode(201);

        PublishedEvent said = published.about(groupId, "p2k2-session-held").get(0);
        assertThat(said.payload().has("module")).isFalse();
        assertThat(said.payload().has("session")).isFalse();
        Api.facilitator(village)
                .get("/meetings/" + said.text("meeting_id"))
                .body("module", equalTo("KESEHATAN DAN GIZI"))
                .body("session", equalTo("1"));
        assertThat(said.text("month")).isEqualTo("2026-02");
        assertThat(markOf(said, families.get(0).kpmId())).isEqualTo("PRESENT");
    }

    @ParameterizedTest
    @CsvSource({
        "not-a-sheet, SHEET_NOT_AN_ATTENDANCE_SHEET, 422, attendance form, daftar hadir",
        "p2k2, SHEET_OF_OTHER_KIND, 422, sheet of the kind P2K2, jenis P2K2",
        "no-group, SHEET_GROUP_MISSING, 422, Kode Kelompok, Kode Kelompok",
        "unknown-group, GROUP_UNKNOWN, 404, in your areas, di wilayah Anda",
        "no-month, SHEET_MONTH_MISSING, 422, Fill in “Bulan”, Isi “Bulan”",
        "no-date, SHEET_DATE_MISSING, 422, Fill in “Tanggal”, Isi “Tanggal”",
        "bad-date, SHEET_DATE_MISSING, 422, Fill in “Tanggal”, Isi “Tanggal”",
        "other-month, SHEET_DATE_NOT_IN_MONTH, 422, is not in 2026-01, tidak termasuk 2026-01",
        "future, SHEET_DATE_IN_FUTURE, 422, in the future, belum terjadi",
        "before-formed, MEETING_BEFORE_GROUP_FORMED, 422, was formed on, dibentuk pada",
        "no-rows, SHEET_WITHOUT_ROWS, 422, No line of the sheet, Tidak ada baris",
        "only-strangers, SHEET_WITHOUT_ROWS, 422, No line of the sheet, Tidak ada baris"
    })
    void whatIsNoUsableSheetIsRefusedAsAWholeInBothLanguages(
            String which, String code, int status, String english, String indonesian) {
        byte[] file = unusable(which);

        Api.sheet(village, "group-meeting", file)
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:pkh:problem:" + code))
                .body("code", equalTo(code))
                .body("detail", containsString(english));
        Api.facilitator(village)
                .in("id")
                .send("/sheets/group-meeting", file)
                .statusCode(status)
                .body("code", equalTo(code))
                .body("detail", containsString(indonesian));
        assertThat(published.about(groupId, "meeting-held")).isEmpty();
    }

    private byte[] unusable(String which) {
        Sheet sheet =
                switch (which) {
                    case "not-a-sheet" -> Sheet.empty().line("no_kk", "nama").line("1", "2");
                    case "p2k2" -> Sheet.p2k2(group, JANUARY, MID_JANUARY);
                    case "no-group" -> Sheet.groupMeeting("", JANUARY, MID_JANUARY);
                    case "unknown-group" ->
                            Sheet.groupMeeting(village.group(99), JANUARY, MID_JANUARY);
                    case "no-month" -> Sheet.groupMeeting(group, "", MID_JANUARY);
                    case "no-date" -> Sheet.groupMeeting(group, JANUARY, "");
                    case "bad-date" -> Sheet.groupMeeting(group, JANUARY, "31/02/2026");
                    case "other-month" -> Sheet.groupMeeting(group, JANUARY, "15/02/2026");
                    case "future" -> Sheet.groupMeeting(group, "JUNI 2026", "11/06/2026");
                    case "before-formed" ->
                            Sheet.groupMeeting(group, "DESEMBER 2024", "15/12/2024");
                    default -> sheet();
                };
        return switch (which) {
            case "not-a-sheet", "no-rows" -> sheet.csv();
            case "only-strangers" -> sheet.row(Family.another(), "HADIR").row("1", "HADIR").csv();
            case "before-formed" -> {
                Family early = Family.another();
                registry.state(early, 1, village, group, "2024-01-01", "ACTIVE");
                registry.await();
                yield sheet.row(early, "HADIR").csv();
            }
            default -> sheet.all(families, "HADIR").csv();
        };
    }

    @Test
    void aTornOrForeignFileIsRefused() {
        Api.sheet(village, "group-meeting", new byte[0])
                .statusCode(422)
                .body("code", equalTo("FILE_EMPTY"));
        byte[] xlsx = sheet().all(families, "HADIR").xlsx();
        byte[] torn = Arrays.copyOf(xlsx, xlsx.length / 2);
        Api.sheet(village, "group-meeting", torn).statusCode(422);
        assertThat(published.about(groupId, "meeting-held")).isEmpty();
    }

    @Test
    void aGroupOutsideTheCallersAreasIsUnknown() {
        byte[] file = sheet().all(families, "HADIR").csv();

        Api.facilitator(Village.another())
                .send("/sheets/group-meeting", file)
                .statusCode(404)
                .body("code", equalTo("GROUP_UNKNOWN"));
        assertThat(published.about(groupId, "meeting-held")).isEmpty();
    }

    @Test
    void aFamilyThatMovedLaterIsOnTheListOfItsOldGroup() {
        Family moved = families.get(0);
        registry.state(moved, 2, village, village.group(2), "2026-02-01", "ACTIVE");
        registry.await();
        UUID second = Api.formGroup(village, village.group(2));

        Api.sheet(village, "group-meeting", sheet().all(families, "HADIR").csv())
                .statusCode(201)
                .body("rows_refused", equalTo(0));
        Api.sheet(
                        village,
                        "group-meeting",
                        Sheet.groupMeeting(group, "FEBRUARI 2026", "12/02/2026")
                                .all(families, "HADIR")
                                .csv())
                .statusCode(201)
                .body("refusals.code", equalTo(List.of("NOT_IN_GROUP")));
        Api.sheet(
                        village,
                        "group-meeting",
                        Sheet.groupMeeting(village.group(2), "FEBRUARI 2026", "12/02/2026")
                                .row(moved, "ALPA")
                                .csv())
                .statusCode(201);

        assertThat(markOf(published.about(groupId, "meeting-held").get(0), moved.kpmId()))
                .isEqualTo("PRESENT");
        assertThat(markOf(published.about(groupId, "meeting-held").get(1), moved.kpmId())).isNull();
        assertThat(markOf(published.about(second, "meeting-held").get(0), moved.kpmId()))
                .isEqualTo("ABSENT");
    }

    @Test
    void aLateSheetMayNameTheCaretakerOfItsDay() {
        Family former = families.get(0);
        Family withNewCaretaker = new Family(former.kpmId(), Family.another().nik());
        registry.state(withNewCaretaker, 2, village, group, "2026-03-01", "ACTIVE");
        registry.await();

        Api.sheet(village, "group-meeting", sheet().row(former, "HADIR").csv())
                .statusCode(201)
                .body("rows_applied", equalTo(1));
        Api.sheet(
                        village,
                        "group-meeting",
                        Sheet.groupMeeting(group, "MARET 2026", "12/03/2026")
                                .row(withNewCaretaker, "SAKIT")
                                .csv())
                .statusCode(201)
                .body("rows_applied", equalTo(1));

        assertThat(published.about(groupId, "meeting-held"))
                .extracting(said -> markOf(said, former.kpmId()))
                .containsExactly("PRESENT", "SICK");
    }

    @Test
    void theRolesDecideWhoMaySendASheet() {
        byte[] file = sheet().all(families, "HADIR").csv();

        given().contentType("text/csv")
                .body(file)
                .post("/api/v1/sheets/group-meeting")
                .then()
                .statusCode(401);
        Caller.as("AUDITOR", village.district())
                .send("/sheets/group-meeting", file)
                .statusCode(403);
        Caller.as("BANK", "*").send("/sheets/group-meeting", file).statusCode(403);
        Caller.as("DATA_ADMINISTRATOR", village.district())
                .send("/sheets/group-meeting", file)
                .statusCode(201);
    }

    private Sheet sheet() {
        return Sheet.groupMeeting(group, JANUARY, MID_JANUARY);
    }
}
