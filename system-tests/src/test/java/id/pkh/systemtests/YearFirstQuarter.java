package id.pkh.systemtests;

/** From the registration of the group to the third meeting. */
final class YearFirstQuarter {

    private final Year year;

    YearFirstQuarter(Year year) {
        this.year = year;
    }

    void theGroupIsRegistered() {
        year.on("2026-01-05")
                .does(() -> year.village.register(year.stage(), year.cast))
                .does(() -> year.group.elect("A", "B", "G", "2026-01-05"))
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
                .notifications("")
                .letters("");
        year.on("2026-01-12")
                .does(
                        () -> {
                            year.money.open(1, "2025-Q4");
                            year.money.letProceed("2026-T1");
                            year.money.calculate("2026-T1");
                            year.money.seal("2026-T1");
                            year.money.pay("2026-T1");
                        })
                .events(
                        """
                        CycleOpened 2026-T1
                        EntitlementCalculated 2026-T1 PAYABLE 225000: A D E G
                        EntitlementCalculated 2026-T1 PAYABLE 450000: C F
                        EntitlementCalculated 2026-T1 PAYABLE 600000: H
                        EntitlementCalculated 2026-T1 PAYABLE 675000: B
                        CycleSealed 2026-T1 8 3075000 0 0
                        PaymentSent 2026-T1 225000: A D E G
                        PaymentSent 2026-T1 450000: C F
                        PaymentSent 2026-T1 600000: H
                        PaymentSent 2026-T1 675000: B
                        PaymentCredited 2026-T1 225000: A D E G
                        PaymentCredited 2026-T1 450000: C F
                        PaymentCredited 2026-T1 600000: H
                        PaymentCredited 2026-T1 675000: B
                        VillageCredited 2026-T1
                        """)
                .notifications("")
                .letters("")
                .payments(
                        "2026-T1",
                        """
                        PAYABLE 225000 CREDITED: A D E G
                        PAYABLE 450000 CREDITED: C F
                        PAYABLE 600000 CREDITED: H
                        PAYABLE 675000 CREDITED: B
                        """);
    }

    void someMissTheMeetingOfJanuary() {
        year.on("2026-01-26")
                .does(() -> year.group.meets("2026-01-26", "B C D F", "G"))
                .events(
                        """
                        MeetingHeld 2026-01
                        P2k2SessionHeld 2026-01
                        ReminderIssued 2026-01 GROUP_MEETING_ABSENCE 1: B C D F
                        """)
                .notifications(
                        """
                        FAMILY REMINDER: B C D F
                        FACILITATOR STEP_ISSUED: PDP-1×4
                        """)
                .letters("REMINDER 2026-01: B C D F");
        year.on("2026-02-05")
                .does(
                        () -> {
                            year.messages.print();
                            year.letters.deliver("2026-02-05");
                        })
                .events(
                        """
                        MeetingMonthClosed 2026-01
                        NoticeDelivered STEP LETTER: B C D F
                        """)
                .notifications("")
                .letters("");
    }

    void someMissTheNextMeetingAndOneMarkWasWrong() {
        year.on("2026-02-26")
                .does(() -> year.group.meets("2026-02-26", "C D F G", ""))
                .events(
                        """
                        MeetingHeld 2026-02
                        P2k2SessionHeld 2026-02
                        SuspensionWarningIssued 2026-02 GROUP_MEETING_ABSENCE 2: C D F
                        ReminderIssued 2026-02 GROUP_MEETING_ABSENCE 1: G
                        """)
                .notifications(
                        """
                        FAMILY WARNING: C D F
                        FAMILY REMINDER: G
                        FACILITATOR STEP_ISSUED: PDP-1×4
                        """)
                .letters(
                        """
                        REMINDER 2026-02: G
                        SUSPENSION_WARNING 2026-02: C D F
                        """);
        year.on("2026-03-05")
                .does(
                        () -> {
                            year.messages.print();
                            year.letters.deliver("2026-03-05", "C", "D", "F");
                            year.letters.findNobody("2026-03-05", "G");
                        })
                .events(
                        """
                        MeetingMonthClosed 2026-02
                        NoticeDelivered STEP LETTER: C D F
                        """)
                .notifications("")
                .letters("REMINDER 2026-02: G");
        year.on("2026-03-09")
                .does(
                        () ->
                                year.group.sendMeeting(
                                        "2026-02-26",
                                        "C D G",
                                        "",
                                        "F was there, the row was wrong"))
                .events(
                        """
                        AttendanceCorrected 2026-02
                        SuspensionWarningWithdrawn 2026-02 GROUP_MEETING_ABSENCE 2 CORRECTED_FACT: F
                        """)
                .notifications("FAMILY STEP_WITHDRAWN: F")
                .letters("REMINDER 2026-02: G");
        year.on("2026-03-13")
                .does(() -> year.letters.findNobody("2026-03-13", "G"))
                .does(() -> year.letters.post("2026-03-13", "G"))
                .events(
                        """
                        NoticeUndelivered STEP: G
                        NoticeDelivered STEP POSTED: G
                        """)
                .notifications("COORDINATOR NOTICE_UNDELIVERED: 17.71.08")
                .letters("");
    }

    void twoMissTheThirdMeeting() {
        year.on("2026-03-26")
                .does(() -> year.group.meets("2026-03-26", "C D", ""))
                .events(
                        """
                        MeetingHeld 2026-03
                        P2k2SessionHeld 2026-03
                        SuspensionProposed 2026-03 GROUP_MEETING_ABSENCE 3: C D
                        """)
                .notifications(
                        """
                        FAMILY PROPOSED: C D
                        FACILITATOR STEP_ISSUED: PDP-1×2
                        COORDINATOR STEP_ISSUED: 17.71.08×2
                        """)
                .letters("SUSPENSION_PROPOSED 2026-03: C D");
        year.on("2026-04-05")
                .does(
                        () -> {
                            year.messages.print();
                            year.letters.deliver("2026-04-05");
                            year.school.reports(2026, 1, "E 2026-02");
                        })
                .events(
                        """
                        MeetingMonthClosed 2026-03
                        NoticeDelivered STEP LETTER: C D
                        """)
                .notifications("")
                .letters("");
    }
}
