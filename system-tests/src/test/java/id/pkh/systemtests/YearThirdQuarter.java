package id.pkh.systemtests;

import id.pkh.client.verification.model.Measure;
import id.pkh.client.verification.model.Step;

/** From the closing of the second quarter to the hand-over of the village. */
final class YearThirdQuarter {

    private final Year year;

    YearThirdQuarter(Year year) {
        this.year = year;
    }

    /** May does not count: A's child was away from school in the flood. */
    void theSecondQuarterIsClosed() {
        year.on("2026-07-05")
                .does(() -> year.school.reports(2026, 2, "A 2026-05", "E 2026-06"))
                .events("MeetingMonthClosed 2026-06")
                .notifications("")
                .letters("");
        year.on("2026-07-10")
                .does(
                        () -> {
                            year.money.open(3, "2026-Q2");
                            year.money.calculate("2026-T3");
                        })
                .events(
                        """
                        CommitmentAssessed 2026-Q2 MET: A B C D F G
                        CommitmentAssessed 2026-Q2 NOT_DUE: H
                        CommitmentAssessed 2026-Q2 NOT_MET: E
                        SuspensionProposed 2026-Q2 COMMITMENT_NOT_MET 2: E
                        QuarterClosed 2026-Q2 CALENDAR
                        CycleOpened 2026-T3
                        EntitlementCalculated 2026-T3 PAYABLE 225000: A G
                        EntitlementCalculated 2026-T3 PAYABLE 225000 warned: D E
                        EntitlementCalculated 2026-T3 PAYABLE 450000: F
                        EntitlementCalculated 2026-T3 PAYABLE 450000 warned: C
                        EntitlementCalculated 2026-T3 PAYABLE 600000: H
                        EntitlementCalculated 2026-T3 PAYABLE 675000: B
                        """)
                .notifications(
                        """
                        FAMILY PROPOSED: E
                        FACILITATOR STEP_ISSUED: PDP-1
                        COORDINATOR STEP_ISSUED: 17.71.08
                        """)
                .letters("SUSPENSION_PROPOSED 2026-Q2: E");
        year.on("2026-07-13")
                .does(
                        () -> {
                            year.letters.deliver("2026-07-13");
                            year.office.decide(
                                    Measure.DISMISS, null, Step.SUSPENSION_PROPOSED, "2026-Q2");
                        })
                .does(
                        () -> {
                            year.money.seal("2026-T3");
                            year.money.pay("2026-T3");
                        })
                .events(
                        """
                        NoticeDelivered STEP LETTER: E
                        SuspensionDecided 2026-Q2 COMMITMENT_NOT_MET DISMISS NONE: E
                        CycleSealed 2026-T3 8 3075000 0 0
                        PaymentSent 2026-T3 225000: A D E G
                        PaymentSent 2026-T3 450000: C F
                        PaymentSent 2026-T3 600000: H
                        PaymentSent 2026-T3 675000: B
                        PaymentCredited 2026-T3 225000: A D E G
                        PaymentCredited 2026-T3 450000: C F
                        PaymentCredited 2026-T3 600000: H
                        PaymentCredited 2026-T3 675000: B
                        VillageCredited 2026-T3
                        """)
                .notifications("")
                .letters("")
                .payments(
                        "2026-T3",
                        """
                        PAYABLE 225000 CREDITED: A D E G
                        PAYABLE 450000 CREDITED: C F
                        PAYABLE 600000 CREDITED: H
                        PAYABLE 675000 CREDITED: B
                        """);
    }

    /** The failure is not that of the families: no step follows for them. */
    void theFacilitatorHoldsNoMeetings() {
        year.on("2026-08-05")
                .does(() -> year.messages.print())
                .events(
                        """
                        MeetingNotHeld 2026-07 NO_SHEET_RECEIVED
                        MeetingMonthClosed 2026-07
                        FacilitatorLapseRecorded 2026-07 GROUP_MEETING: PDP-1
                        FacilitatorLapseRecorded 2026-07 P2K2: PDP-1
                        """)
                .notifications("FACILITATOR MEETINGS_MISSED: PDP-1×2")
                .letters("");
        year.on("2026-09-05")
                .events(
                        """
                        MeetingNotHeld 2026-08 NO_SHEET_RECEIVED
                        MeetingMonthClosed 2026-08
                        FacilitatorLapseRecorded 2026-08 GROUP_MEETING: PDP-1
                        FacilitatorLapseRecorded 2026-08 P2K2: PDP-1
                        FacilitatorLapseEscalated 2026-08 GROUP_MEETING COORDINATOR: PDP-1
                        FacilitatorLapseEscalated 2026-08 P2K2 COORDINATOR: PDP-1
                        """)
                .notifications(
                        """
                        FACILITATOR MEETINGS_MISSED: PDP-1×2
                        COORDINATOR MEETINGS_MISSED_BY_FACILITATOR: 17.71.08×2
                        """)
                .letters("");
    }

    /**
     * In the last days of the former facilitator a sheet of August turns up. No one had printed
     * that it was missing, so no one is notified that it is not.
     */
    void theVillageIsHandedOver() {
        year.on("2026-09-07")
                .does(
                        () ->
                                year.village.handOver(
                                        year.stage(),
                                        year.cast,
                                        "2026-09-07",
                                        "2026-09-21",
                                        "2026-10-05"))
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
                        """)
                .letters("");
        year.on("2026-09-14")
                .does(() -> year.group.sendMeeting("2026-08-27", "", "", null))
                .events(
                        """
                        MeetingHeld 2026-08
                        FacilitatorLapseWithdrawn 2026-08 GROUP_MEETING LATE_SHEET: PDP-1
                        """)
                .notifications("FACILITATOR LAPSE_WITHDRAWN EXPIRED: PDP-1")
                .letters("");
        year.on("2026-09-28")
                .does(
                        () -> {
                            year.village.followHandOver();
                            year.group.meets("2026-09-28");
                        })
                .events(
                        """
                        MeetingHeld 2026-09
                        P2k2SessionHeld 2026-09
                        """)
                .notifications("")
                .letters("");
        year.on("2026-10-06")
                .does(
                        () -> {
                            year.messages.print();
                            year.school.reports(2026, 3, "E 2026-08");
                        })
                .events("MeetingMonthClosed 2026-09")
                .notifications("")
                .letters("");
    }
}
