package id.pkh.systemtests;

import id.pkh.client.registry.HandOversApi;
import id.pkh.client.registry.model.Handover;
import id.pkh.district.story.LostCard;
import id.pkh.district.story.SchoolChange;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The village is handed over, and its successor takes up what the predecessor left. */
final class SituationHandOver {

    private static final String MAY = "2026-05";

    private final Year year;
    private final SituationDesk desk;
    private final SituationReport report;
    private UUID handover;
    private LostCard lostCard;
    private SchoolChange schoolChange;

    SituationHandOver(Year year, Path folder) {
        this.year = year;
        this.desk = new SituationDesk(year.stage(), year.cast, year.village);
        this.report = new SituationReport(year.stage(), year.cast, folder);
    }

    /** Fourteen days before the first day of the successor, and with fourteen days together. */
    void theHandOverIsItsNotice() {
        year.on("2026-05-07")
                .does(
                        () ->
                                handover =
                                        year.village
                                                .handOver(
                                                        year.stage(),
                                                        year.cast,
                                                        null,
                                                        "2026-05-21",
                                                        "2026-06-03")
                                                .getHandoverId())
                .events(
                        """
                        FacilitatorAssigned: PDP-1 PDP-2
                        FacilitatorReassigned: PDP-1
                        """)
                .notifications(
                        """
                        FAMILY HAND_OVER: A B C D E F G H
                        FACILITATOR HAND_OVER: PDP-1 PDP-2
                        GROUP_CHAIR HAND_OVER: 17.71.08.1001-01
                        """);
        year.compare("the hand-over", "PLANNED 2026-05-21 2026-06-03", List.of(handOver()));
    }

    private String handOver() {
        Handover now =
                year.stage()
                        .registry(year.cast.administrator())
                        .call(HandOversApi::new, all -> all.getHandover(handover));
        return now.getState() + " " + now.getEffectiveOn() + " " + now.getOverlapUntil();
    }

    /**
     * The card of D is lost; E's child is at another school, and the report of it is incomplete.
     */
    void casesOpenInTheLastDays() {
        year.on("2026-05-20")
                .does(
                        () -> {
                            lostCard = desk.cardIsLost("D");
                            lostCard.take(desk.facilitator());
                            lostCard.reportToPolice(
                                    desk.facilitator(), LocalDate.parse("2026-05-20"));
                            schoolChange = desk.findsAnotherSchool("E", "2026-05-20", "2026-05-11");
                        })
                .does(() -> schoolChange.sendBack(desk.administrator()))
                .events(
                        """
                        DataUpdateReturned: E
                        DataUpdateSubmitted: E
                        """)
                .notifications(
                        """
                        FACILITATOR COMPLAINT_WAITS: PDP-1
                        FACILITATOR UPDATE_RETURNED: PDP-1
                        """);
    }

    void theSuccessorFindsTheOpenCases() {
        year.on("2026-05-21").does(year.village::followHandOver).events("").notifications("");
        year.compare("the hand-over", "IN_OVERLAP 2026-05-21 2026-06-03", List.of(handOver()));
        year.compare(
                "open cases of the successor",
                """
                COMPLAINT_TO_HANDLE
                UPDATE_RETURNED
                """,
                desk.openCases(handover));
        year.compare(
                "work of the successor in the other services",
                """
                GROUP_WITHOUT_RECORD: 17.71.08.1001
                LAPSE_OPEN overdue: 17.71.08.1001×6
                WITHDRAWAL_TO_REPORT overdue: 17.71.08.1001
                """,
                desk.workElsewhere());
        year.compare("open cases received", "2", List.of(desk.confirmsReceipt(handover)));
    }

    /** B comes to what makes up for the session of January, and C does not. */
    void theSuccessorMeetsTheGroupAndMakesUpForTheMissedSession() {
        year.on("2026-05-25")
                .does(
                        () -> {
                            year.group.meets("2026-05-25", "F", "G");
                            year.group.makesUp("2026-01", "2026-05-25", "B", "C");
                        })
                .events(
                        """
                        MeetingHeld 2026-05
                        P2k2SessionHeld 2026-05
                        P2k2SessionHeld 2026-05 2026-01
                        ReminderIssued 2026-05 GROUP_MEETING_ABSENCE 1: F
                        ReminderWithdrawn 2026-01 P2K2_ABSENCE 1 CORRECTED_FACT: B
                        """)
                .notifications(
                        """
                        FAMILY REMINDER: F
                        FAMILY STEP_WITHDRAWN: B
                        FACILITATOR STEP_ISSUED: PDP-1 PDP-2
                        """);
    }

    /** The successor takes the complaint over, and the coordinator confirms its outcome. */
    void theLostCardIsReplaced() {
        year.on("2026-05-26")
                .does(
                        () -> {
                            LocalDate today = LocalDate.parse("2026-05-26");
                            lostCard.take(desk.facilitator());
                            lostCard.reportToBank(desk.facilitator(), today);
                            lostCard.replace(desk.facilitator(), today);
                            lostCard.followUp(desk.facilitator());
                            lostCard.close(desk.coordinator());
                        })
                .does(() -> desk.reportWithdrawals("2026-T2", "2026-05-26", "A", "B", "D"))
                .events(
                        """
                        WithdrawalReported 2026-T2 225000: A D
                        WithdrawalReported 2026-T2 675000: B
                        """)
                .notifications("FAMILY COMPLAINT_ANSWERED: D");
        year.compare(
                "the complaint",
                "DONE POLICE_LETTER BANK_REPORTED CARD_REPLACED",
                List.of(lostCard.told(desk.coordinator())));
    }

    /** The closed quarter is assessed again, and for its other component nothing was due in it. */
    void theSchoolChangeIsAccepted() {
        year.on("2026-05-27")
                .does(
                        () ->
                                schoolChange.submitAgain(
                                        desk.facilitator(), LocalDate.parse("2026-05-27")))
                .does(() -> schoolChange.accept(desk.administrator()))
                .events(
                        """
                        CommitmentAssessed 2026-Q1 MET: E
                        DataUpdateAccepted: E
                        DataUpdateSubmitted: E
                        KpmComponentsChanged: E
                        KpmState ACTIVE: E
                        """)
                .notifications("FAMILY FAMILY_DATA_CHANGED: E");
    }

    /** B came to what makes up for a session, of which there is no sheet. */
    void theReportOfTheMonthIsTheSumOfTheSheets() {
        year.on("2026-06-05").events("MeetingMonthClosed 2026-05").notifications("");
        List<String> inReport = report.ofFacilitator(MAY);
        year.compare(
                "the sheets in the report of " + MAY,
                String.join("\n", report.addedUp(MAY, List.of("B"))),
                inReport.stream().filter(SituationReport::isOfSheets).toList());
        year.compare(
                "the rest of the report of " + MAY,
                """
                Pertemuan kelompok / Keluarga 8
                Pertemuan kelompok / Kelompok 1
                Pertemuan kelompok / Kelompok bertemu 1
                Kehadiran di pertemuan kelompok / Hadir (%) 75
                P2K2 / Kelompok bertemu 1
                P2K2 / Susulan 1
                P2K2 / Keluarga: Tanpa kode 8
                Verifikasi komitmen / Wajib diverifikasi 12
                Verifikasi komitmen / Sekolah dan layanan belum lapor 2
                Pemutakhiran data dan kunjungan rumah / Pemutakhiran: Diterima 1
                Pemutakhiran data dan kunjungan rumah / Kunjungan: Data 1
                Pemutakhiran data dan kunjungan rumah / Keluarga: Aktif 8
                Pengaduan dan bantuan lain / Pengaduan: Selesai 1
                Penyaluran / Dikirim 8
                Penyaluran / Dikirim (Rp) 3075000
                Penyaluran / Dikreditkan 8
                Penyaluran / Dikreditkan (Rp) 3075000
                Penyaluran / Belum dilaporkan 5
                """,
                inReport.stream().filter(line -> !SituationReport.isOfSheets(line)).toList());
        year.compare(
                "the report of the village", String.join("\n", inReport), report.ofVillage(MAY));
    }

    /** The rest of the quarter is not waited for. */
    void theNextCyclePaysTheNewComponent() {
        year.on("2026-06-08")
                .does(
                        () -> {
                            year.money.open(3, "2026-Q2");
                            year.money.letProceed("2026-T3");
                            year.money.calculate("2026-T3");
                            year.money.seal("2026-T3");
                            year.money.pay("2026-T3");
                        })
                .payments(
                        "2026-T3",
                        """
                        PAYABLE 225000 CREDITED: A D G
                        PAYABLE 375000 CREDITED: E
                        PAYABLE 450000 CREDITED: C F
                        PAYABLE 600000 CREDITED: H
                        PAYABLE 675000 CREDITED: B
                        """);
    }
}
