package id.pkh.systemtests;

import id.pkh.client.registry.FacilitatorsApi;
import id.pkh.client.registry.model.CoordinatorRequest;
import id.pkh.client.verification.model.SanctionStep;
import id.pkh.district.story.StandingSteps;
import java.time.LocalDate;
import java.util.List;

/** Three months in which the facilitator holds no meeting and tells nobody. */
final class SituationSilence {

    private final Year year;

    SituationSilence(Year year) {
        this.year = year;
    }

    /** PDP-2 of the next village is the coordinator of the sub-district. */
    void theVillageHasAFacilitatorAndACoordinator() {
        year.on("2026-01-05")
                .does(() -> year.village.register(year.stage(), year.cast))
                .does(() -> year.group.elect("A", "B", "G", "2026-01-05"))
                .does(this::appointCoordinator)
                .events(
                        """
                        FacilitatorAssigned: PDP-1 PDP-2
                        GroupFormed
                        GroupMembersChanged joined: A B C D E F G H
                        KpmComponentsChanged: A B C D E F G H
                        KpmRegistered ACTIVE: A B C D E F G H
                        KpmState ACTIVE: A×2 B×2 C×2 D×2 E×2 F×2 G×2 H×2
                        OfficersElected
                        """)
                .notifications("");
    }

    private void appointCoordinator() {
        year.stage()
                .registry(year.cast.administrator())
                .call(
                        FacilitatorsApi::new,
                        facilitators ->
                                facilitators.appointCoordinator(
                                        new CoordinatorRequest()
                                                .subDistrict(YearVillage.SUB_DISTRICT)
                                                .facilitatorId(year.village.idOf("PDP-2"))
                                                .validFrom(LocalDate.parse("2026-01-05"))));
    }

    void twoFamiliesMissASession() {
        year.on("2026-01-19")
                .does(
                        () -> {
                            year.group.sendMeeting("2026-01-19", "", "", null);
                            year.group.learns("2026-01-19", "BC");
                        })
                .events(
                        """
                        MeetingHeld 2026-01
                        P2k2SessionHeld 2026-01
                        ReminderIssued 2026-01 P2K2_ABSENCE 1: B C
                        """)
                .notifications(
                        """
                        FAMILY REMINDER: B C
                        FACILITATOR STEP_ISSUED: PDP-1×2
                        """)
                .does(
                        () -> {
                            year.messages.print();
                            year.letters.deliver("2026-01-19");
                        })
                .events("NoticeDelivered STEP LETTER: B C")
                .letters("");
    }

    void theFirstMonthWithoutAMeetingConcernsTheFacilitatorOnly() {
        year.on("2026-03-05")
                .events(
                        """
                        MeetingMonthClosed 2026-01
                        MeetingNotHeld 2026-02 NO_SHEET_RECEIVED
                        MeetingMonthClosed 2026-02
                        FacilitatorLapseRecorded 2026-02 GROUP_MEETING: PDP-1
                        FacilitatorLapseRecorded 2026-02 P2K2: PDP-1
                        """)
                .notifications("FACILITATOR MEETINGS_MISSED: PDP-1×2")
                .letters("");
    }

    /** At the office of the sub-district, and in person. */
    void theCoordinatorIsNotifiedOfTheSecondMonth() {
        year.on("2026-04-05")
                .does(() -> year.school.reports(2026, 1))
                .events(
                        """
                        MeetingNotHeld 2026-03 NO_SHEET_RECEIVED
                        MeetingMonthClosed 2026-03
                        FacilitatorLapseRecorded 2026-03 GROUP_MEETING: PDP-1
                        FacilitatorLapseRecorded 2026-03 P2K2: PDP-1
                        FacilitatorLapseEscalated 2026-03 GROUP_MEETING COORDINATOR: PDP-1
                        FacilitatorLapseEscalated 2026-03 P2K2 COORDINATOR: PDP-1
                        """)
                .notifications(
                        """
                        FACILITATOR MEETINGS_MISSED: PDP-1×2
                        COORDINATOR MEETINGS_MISSED_BY_FACILITATOR: 17.71.08×2
                        FACILITATOR MEETINGS_MISSED_BY_FACILITATOR: PDP-2×2
                        """)
                .letters("");
    }

    /** The families are notified that there was no meeting, by a step that cannot lead further. */
    void theRegencyIsNotifiedOfTheThirdMonth() {
        year.on("2026-05-05")
                .events(
                        """
                        CommitmentAssessed 2026-Q1 MET: A B C D E F G
                        CommitmentAssessed 2026-Q1 NOT_DUE: H
                        QuarterClosed 2026-Q1 CALENDAR
                        MeetingNotHeld 2026-04 NO_SHEET_RECEIVED
                        MeetingMonthClosed 2026-04
                        FacilitatorLapseRecorded 2026-04 GROUP_MEETING: PDP-1
                        FacilitatorLapseRecorded 2026-04 P2K2: PDP-1
                        FacilitatorLapseEscalated 2026-04 GROUP_MEETING REGENCY_COORDINATOR: PDP-1
                        FacilitatorLapseEscalated 2026-04 P2K2 REGENCY_COORDINATOR: PDP-1
                        SuspensionWarningIssued 2026-04 MEETING_NOT_HELD 3: A B C D E F G H
                        """)
                .notifications(
                        """
                        FACILITATOR MEETINGS_MISSED: PDP-1×2
                        REGENCY_COORDINATOR MEETINGS_MISSED_BY_FACILITATOR: 17.71×2
                        FAMILY PROTECTED_STEP: A B C D E F G H
                        COORDINATOR STEP_ISSUED: 17.71.08×8
                        FACILITATOR STEP_ISSUED: PDP-2×8
                        REGENCY_COORDINATOR STEP_ISSUED: 17.71×8
                        """)
                .letters("SUSPENSION_WARNING 2026-04: A B C D E F G H");
    }

    /**
     * Every step because of the months without a meeting is protected, so none can become a
     * proposal, and every family is paid in full.
     */
    void noFamilyIsAtRisk() {
        year.on("2026-05-06")
                .does(() -> year.letters.deliver("2026-05-06"))
                .does(
                        () -> {
                            year.money.open(2, "2026-Q1");
                            year.money.calculate("2026-T2");
                            year.money.seal("2026-T2");
                            year.money.pay("2026-T2");
                        })
                .payments(
                        "2026-T2",
                        """
                        PAYABLE 225000 CREDITED: A D E G
                        PAYABLE 450000 CREDITED: C F
                        PAYABLE 600000 CREDITED: H
                        PAYABLE 675000 CREDITED: B
                        """);
        year.compare(
                "steps that are in effect",
                """
                REMINDER P2K2_ABSENCE 2026-01: B C
                SUSPENSION_WARNING MEETING_NOT_HELD 2026-04 protected: A B C D E F G H
                """,
                steps());
        // what the cycle published is compared in the scenario of the year
        year.events.sinceTheLastLook();
        year.messages.sinceTheLastLook();
    }

    private List<String> steps() {
        YearLines lines = new YearLines();
        new StandingSteps(year.stage(), year.cast)
                .all()
                .forEach(step -> lines.add(written(step), familyOf(step)));
        return lines.sorted();
    }

    private static String written(SanctionStep step) {
        return step.getStep()
                + " "
                + step.getCause()
                + " "
                + step.getPeriod()
                + (step.getIsProtected() ? " protected" : "");
    }

    private String familyOf(SanctionStep step) {
        return year.village.nameOf(step.getKpmId().toString());
    }
}
