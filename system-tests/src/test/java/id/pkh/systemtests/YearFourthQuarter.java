package id.pkh.systemtests;

import id.pkh.client.verification.model.AppealOutcome;
import id.pkh.client.verification.model.Measure;
import id.pkh.client.verification.model.Step;
import java.util.List;

/** From the closing of the third quarter to that of the year. */
final class YearFourthQuarter {

    private final Year year;

    YearFourthQuarter(Year year) {
        this.year = year;
    }

    /** The termination has effect at the seal; the appeal gives back what it took. */
    void aTerminationIsLiftedOnAppeal() {
        year.on("2026-10-10")
                .does(
                        () -> {
                            year.money.open(4, "2026-Q3");
                            year.money.calculate("2026-T4");
                        })
                .events(
                        """
                        CommitmentAssessed 2026-Q3 MET: A B C D F G
                        CommitmentAssessed 2026-Q3 NOT_DUE: H
                        CommitmentAssessed 2026-Q3 NOT_MET: E
                        TerminationProposed 2026-Q3 COMMITMENT_NOT_MET 3: E
                        QuarterClosed 2026-Q3 CALENDAR
                        CycleOpened 2026-T4
                        EntitlementCalculated 2026-T4 PAYABLE 225000: A G
                        EntitlementCalculated 2026-T4 PAYABLE 225000 warned: D E
                        EntitlementCalculated 2026-T4 PAYABLE 450000: F
                        EntitlementCalculated 2026-T4 PAYABLE 450000 warned: C
                        EntitlementCalculated 2026-T4 PAYABLE 600000: H
                        EntitlementCalculated 2026-T4 PAYABLE 675000: B
                        """)
                .notifications(
                        """
                        FAMILY PROPOSED: E
                        FACILITATOR STEP_ISSUED: PDP-2
                        COORDINATOR STEP_ISSUED: 17.71.08
                        """)
                .letters("TERMINATION_PROPOSED 2026-Q3: E");
        year.on("2026-10-12")
                .does(
                        () ->
                                year.office.decide(
                                        Measure.TERMINATE,
                                        null,
                                        Step.TERMINATION_PROPOSED,
                                        "2026-Q3"))
                .events("TerminationDecided TERMINATE: E")
                .notifications("")
                .letters(
                        """
                        TERMINATE: E
                        TERMINATION_PROPOSED 2026-Q3: E
                        """);
        year.on("2026-10-13")
                .does(() -> year.letters.deliver("2026-10-13"))
                .does(
                        () -> {
                            year.money.seal("2026-T4");
                            year.money.pay("2026-T4");
                        })
                .events(
                        """
                        NoticeDelivered DECISION LETTER: E
                        NoticeDelivered STEP LETTER: E
                        DecisionTookEffect TERMINATE NONE: E
                        GroupMembersChanged left: E
                        KpmStatusChanged TERMINATED TERMINATE_IN_EFFECT: E
                        KpmState TERMINATED: E
                        EntitlementCalculated 2026-T4 NOT_ELIGIBLE 0 warned: E
                        CycleSealed 2026-T4 7 2850000 0 0
                        PaymentSent 2026-T4 225000: A D G
                        PaymentSent 2026-T4 450000: C F
                        PaymentSent 2026-T4 600000: H
                        PaymentSent 2026-T4 675000: B
                        PaymentCredited 2026-T4 225000: A D G
                        PaymentCredited 2026-T4 450000: C F
                        PaymentCredited 2026-T4 600000: H
                        PaymentCredited 2026-T4 675000: B
                        VillageCredited 2026-T4
                        """)
                .notifications(
                        """
                        FAMILY DECISION_IN_EFFECT: E
                        FACILITATOR FAMILY_DECISION: PDP-2
                        """)
                .letters("");
        year.on("2026-10-14")
                .does(() -> year.office.appeal("E"))
                .events(
                        """
                        AppealLodged: E
                        DecisionStayed: E
                        GroupMembersChanged joined: E
                        KpmStatusChanged ACTIVE DECISION_STAYED: E
                        KpmState ACTIVE: E
                        """)
                .notifications("")
                .letters("");
        year.on("2026-10-27")
                .does(() -> year.group.meets("2026-10-27"))
                .events(
                        """
                        MeetingHeld 2026-10
                        P2k2SessionHeld 2026-10
                        """)
                .notifications("")
                .letters("");
        year.on("2026-10-29")
                .events("AppealOverdue: E")
                .notifications(
                        """
                        COORDINATOR APPEAL_OVERDUE: 17.71.08
                        REGENCY_COORDINATOR APPEAL_OVERDUE: 17.71
                        """)
                .letters("");
        year.on("2026-10-30")
                .does(() -> year.office.decideAppeal("E", AppealOutcome.UPHELD))
                .does(() -> year.money.pay("2026-T4"))
                .events(
                        """
                        AppealDecided UPHELD: E
                        TerminationLifted APPEAL_UPHELD: E
                        PaymentReleased 2026-T4 APPEAL_UPHELD 225000 compensating: E
                        PaymentSent 2026-T4 225000: E
                        PaymentCredited 2026-T4 225000: E
                        """)
                .notifications(
                        """
                        FAMILY APPEAL_UPHELD: E
                        FAMILY DECISION_LIFTED: E
                        FACILITATOR FAMILY_DECISION: PDP-2
                        """)
                .letters("")
                .payments(
                        "2026-T4",
                        """
                        COMPENSATING PAYABLE 225000 CREDITED: E
                        NOT_ELIGIBLE 0: E
                        PAYABLE 225000 CREDITED: A D G
                        PAYABLE 450000 CREDITED: C F
                        PAYABLE 600000 CREDITED: H
                        PAYABLE 675000 CREDITED: B
                        """);
    }

    /** No health service has reported about H, which is not H's failure. */
    void theYearEnds() {
        year.on("2026-11-05").events("MeetingMonthClosed 2026-10").notifications("").letters("");
        meetsAndCloses("2026-11-26", "2026-12-05");
        meetsAndCloses("2026-12-28", "2027-01-05");
        year.on("2027-01-06")
                .does(() -> year.school.reports(2026, 4))
                .events("")
                .notifications("")
                .letters("");
        year.on("2027-01-10")
                .events(
                        """
                        CommitmentAssessed 2026-Q4 MET: A B C D E F G
                        CommitmentAssessed 2026-Q4 NOT_VERIFIED: H
                        SuspensionWarningIssued 2026-Q4 COMMITMENT_NOT_VERIFIED 1: H
                        QuarterClosed 2026-Q4 CALENDAR
                        """)
                .notifications(
                        """
                        FAMILY PROTECTED_STEP: H
                        FACILITATOR STEP_ISSUED: PDP-2
                        """)
                .letters("SUSPENSION_WARNING 2026-Q4: H");
        year.compare(
                "the money of the year",
                """
                A 900000
                B 2700000
                C 1800000
                D 900000
                E 900000
                F 1800000
                G 900000
                H 2400000
                all 12300000
                """,
                List.copyOf(year.money.credited()));
    }

    private void meetsAndCloses(String meeting, String closing) {
        String month = meeting.substring(0, 7);
        year.on(meeting)
                .does(() -> year.group.meets(meeting))
                .events("MeetingHeld " + month + "\nP2k2SessionHeld " + month)
                .notifications("")
                .letters("");
        year.on(closing).events("MeetingMonthClosed " + month).notifications("").letters("");
    }
}
