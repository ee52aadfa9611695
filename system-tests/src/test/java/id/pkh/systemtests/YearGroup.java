package id.pkh.systemtests;

import id.pkh.client.PkhClient;
import id.pkh.client.meeting.GroupsApi;
import id.pkh.client.meeting.MeetingsApi;
import id.pkh.client.meeting.MeetingsNotHeldApi;
import id.pkh.client.meeting.model.AttendanceMark;
import id.pkh.client.meeting.model.MarkRequest;
import id.pkh.client.meeting.model.Meeting;
import id.pkh.client.meeting.model.MeetingKind;
import id.pkh.client.meeting.model.MeetingRequest;
import id.pkh.client.meeting.model.MonthWithoutMeetingRequest;
import id.pkh.client.meeting.model.OfficersRequest;
import id.pkh.district.story.Cast;
import id.pkh.district.story.Stage;
import id.pkh.district.story.Uploads;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The group's meetings and lessons, as its facilitator reports them. */
final class YearGroup {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    static final List<String> MONTHS =
            List.of(
                    "JANUARI",
                    "PEBRUARI",
                    "MARET",
                    "APRIL",
                    "MEI",
                    "JUNI",
                    "JULI",
                    "AGUSTUS",
                    "SEPTEMBER",
                    "OKTOBER",
                    "NOPEMBER",
                    "DESEMBER");

    private final Stage stage;
    private final Cast cast;
    private final YearVillage village;

    YearGroup(Stage stage, Cast cast, YearVillage village) {
        this.stage = stage;
        this.cast = cast;
        this.village = village;
    }

    void elect(String chair, String secretary, String treasurer, String day) {
        UUID group =
                stage.meeting(cast.administrator())
                        .call(
                                GroupsApi::new,
                                groups -> groups.listGroups(null, 1, YearVillage.CODE))
                        .getItems()
                        .get(0)
                        .getGroupId();
        stage.meeting(cast.facilitatorOf(YearVillage.CODE))
                .call(
                        GroupsApi::new,
                        groups ->
                                groups.electOfficers(
                                        group,
                                        new OfficersRequest()
                                                .chairKpmId(village.idOf(chair))
                                                .secretaryKpmId(village.idOf(secretary))
                                                .treasurerKpmId(village.idOf(treasurer))
                                                .electedOn(LocalDate.parse(day))));
    }

    /** The meeting of the month and its lesson; everyone comes to the lesson. */
    void meets(String day, String absent, String sick) {
        sendMeeting(day, absent, sick, null);
        learns(day, "");
    }

    void meets(String day) {
        meets(day, "", "");
    }

    void sendMeeting(String day, String absent, String sick, String correction) {
        List<String> sheet = head("DAFTAR HADIR PERTEMUAN KELOMPOK PKH", day);
        sheet.addAll(rows(absent, sick));
        send("group-meeting", day, sheet, correction);
    }

    void learns(String day, String absent) {
        List<String> sheet = head("DAFTAR HADIR P2K2", day);
        sheet.add("Modul;Keuangan Keluarga");
        sheet.add("Sesi;Menabung");
        sheet.addAll(rows(absent, ""));
        send("p2k2", day, sheet, null);
    }

    /** The session of a month is held once more, for those who were absent from it. */
    void makesUp(String month, String day, String present, String absent) {
        PkhClient meetings = stage.meeting(cast.facilitatorOf(YearVillage.CODE));
        Meeting missed =
                meetings.call(
                                MeetingsApi::new,
                                all ->
                                        all.listMeetings(
                                                null,
                                                null,
                                                null,
                                                MeetingKind.P2_K2.getValue(),
                                                1,
                                                month,
                                                YearVillage.CODE))
                        .getItems()
                        .get(0);
        MeetingRequest session =
                new MeetingRequest()
                        .groupCode(YearVillage.GROUP)
                        .kind(MeetingKind.P2_K2)
                        .heldOn(LocalDate.parse(day))
                        .makesUpMeetingId(missed.getMeetingId());
        present.chars().forEach(family -> mark(session, family, AttendanceMark.PRESENT));
        absent.chars().forEach(family -> mark(session, family, AttendanceMark.ABSENT));
        meetings.call(MeetingsApi::new, all -> all.recordMeeting(session));
    }

    private void mark(MeetingRequest session, int family, AttendanceMark mark) {
        session.addAttendanceItem(
                new MarkRequest().kpmId(village.idOf(Character.toString(family))).mark(mark));
    }

    private void send(String kind, String day, List<String> sheet, String correction) {
        Uploads.sheet(
                stage.meeting(cast.facilitatorOf(YearVillage.CODE)),
                kind,
                village.written(kind + "-" + day + ".csv", sheet),
                correction);
    }

    private static List<String> head(String title, String day) {
        LocalDate on = LocalDate.parse(day);
        return new ArrayList<>(
                List.of(
                        title,
                        "Kode Kelompok;" + YearVillage.GROUP,
                        "Bulan;" + MONTHS.get(on.getMonthValue() - 1) + " " + on.getYear(),
                        "Tanggal;" + DAY.format(on),
                        "Tempat;Balai"));
    }

    private static List<String> rows(String absent, String sick) {
        List<String> rows = new ArrayList<>();
        rows.add("No;NIK Pengurus;Nama Pengurus;Kehadiran;Keterangan");
        for (String family : YearVillage.FAMILIES) {
            String mark = absent.contains(family) ? "ALPA" : sick.contains(family) ? "SAKIT" : "H";
            rows.add(rows.size() + ";" + YearVillage.caretakerOf(family) + ";IBU;" + mark + ";");
        }
        return rows;
    }

    /** The facilitator may not excuse themselves, so the coordinator reports it. */
    void couldNotMeet(String month, String reason) {
        stage.meeting(cast.coordinator(YearVillage.SUB_DISTRICT))
                .call(
                        MeetingsNotHeldApi::new,
                        months ->
                                months.reportMonthWithoutMeeting(
                                        new MonthWithoutMeetingRequest()
                                                .groupCode(YearVillage.GROUP)
                                                .month(month)
                                                .reason(reason)));
    }
}
