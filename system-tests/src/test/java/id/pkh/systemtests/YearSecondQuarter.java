package id.pkh.systemtests;

import id.pkh.client.verification.model.AppealOutcome;
import id.pkh.client.verification.model.Measure;
import id.pkh.client.verification.model.MoneyEffect;
import id.pkh.client.verification.model.Step;

/** From the closing of the first quarter to the meeting after the flood. */
final class YearSecondQuarter {

    private static final long OF_THREE_CHILDREN = 675_000;

    private final Year year;

    YearSecondQuarter(Year year) {
        this.year = year;
    }

    void theFirstQuarterIsClosed() {
        year.on("2026-04-10")
                .does(
                        () -> {
                            year.money.open(2, "2026-Q1");
                            year.money.calculate("2026-T2");
                        })
                .events(
                        """
                        CommitmentAssessed 2026-Q1 MET: A B C D F G
                        CommitmentAssessed 2026-Q1 NOT_DUE: H
                        CommitmentAssessed 2026-Q1 NOT_MET: E
                        SuspensionWarningIssued 2026-Q1 COMMITMENT_NOT_MET 1: E
                        QuarterClosed 2026-Q1 CALENDAR
                        CycleOpened 2026-T2
                        EntitlementCalculated 2026-T2 PAYABLE 225000: A G
                        EntitlementCalculated 2026-T2 PAYABLE 225000 warned: D E
                        EntitlementCalculated 2026-T2 PAYABLE 450000: F
                        EntitlementCalculated 2026-T2 PAYABLE 450000 warned: C
                        EntitlementCalculated 2026-T2 PAYABLE 600000: H
                        EntitlementCalculated 2026-T2 PAYABLE 675000: B
                        """)
                .notifications(
                        """
                        FAMILY WARNING: E
                        FACILITATOR STEP_ISSUED: PDP-1
                        """)
                .letters("SUSPENSION_WARNING 2026-Q1: E");
    }

    /** The notice is handed over on the day after the decision, and only then it has effect. */
    void twoFamiliesAreSuspended() {
        year.on("2026-04-13")
                .does(
                        () ->
                                year.office.decide(
                                        Measure.SUSPEND,
                                        MoneyEffect.HOLD,
                                        Step.SUSPENSION_PROPOSED,
                                        "2026-03"))
                .events(
                        """
                        SuspensionDecided 2026-03 GROUP_MEETING_ABSENCE SUSPEND HOLD: C D
                        """)
                .notifications("")
                .letters(
                        """
                        SUSPEND: C D
                        SUSPENSION_WARNING 2026-Q1: E
                        """);
        year.on("2026-04-14")
                .does(() -> year.letters.deliver("2026-04-14"))
                .events(
                        """
                        NoticeDelivered DECISION LETTER: C D
                        NoticeDelivered STEP LETTER: E
                        DecisionTookEffect SUSPEND HOLD: C D
                        KpmStatusChanged SUSPENDED SUSPEND_IN_EFFECT: C D
                        KpmState SUSPENDED: C D
                        EntitlementCalculated 2026-T2 HELD 225000 warned: D
                        EntitlementCalculated 2026-T2 HELD 450000 warned: C
                        PaymentHeld 2026-T2 225000: D
                        PaymentHeld 2026-T2 450000: C
                        """)
                .notifications(
                        """
                        FAMILY DECISION_IN_EFFECT: C D
                        FACILITATOR FAMILY_DECISION: PDP-1×2
                        """)
                .letters("");
        year.on("2026-04-16")
                .does(
                        () -> {
                            year.money.seal("2026-T2");
                            year.money.payBut("2026-T2", OF_THREE_CHILDREN);
                        })
                .events(
                        """
                        CycleSealed 2026-T2 6 2400000 2 675000
                        PaymentSent 2026-T2 225000: A E G
                        PaymentSent 2026-T2 450000: F
                        PaymentSent 2026-T2 600000: H
                        PaymentSent 2026-T2 675000: B
                        PaymentCredited 2026-T2 225000: A E G
                        PaymentCredited 2026-T2 450000: F
                        PaymentCredited 2026-T2 600000: H
                        PaymentRejected 2026-T2 TOO_LATE_AT_BANK 675000: B
                        VillageCredited 2026-T2
                        """)
                .notifications(
                        """
                        FAMILY PAYMENT_REJECTED: B
                        FACILITATOR FAMILY_PAYMENT_REJECTED: PDP-1
                        """)
                .letters("")
                .payments(
                        "2026-T2",
                        """
                        HELD 225000: D
                        HELD 450000: C
                        PAYABLE 225000 CREDITED: A E G
                        PAYABLE 450000 CREDITED: F
                        PAYABLE 600000 CREDITED: H
                        PAYABLE 675000 REJECTED: B
                        """);
    }

    /** Money that is held is paid later, so an appeal does not stay it. */
    void oneAppealIsUpheldAndOneDismissed() {
        year.on("2026-04-20")
                .does(
                        () -> {
                            year.office.appeal("C");
                            year.office.appeal("D");
                        })
                .events("AppealLodged: C D")
                .notifications("")
                .letters("");
        year.on("2026-04-24")
                .does(
                        () -> {
                            year.office.decideAppeal("C", AppealOutcome.UPHELD);
                            year.office.decideAppeal("D", AppealOutcome.REJECTED);
                        })
                .events(
                        """
                        AppealDecided UPHELD: C
                        AppealDecided REJECTED: D
                        SuspensionLifted APPEAL_UPHELD: C
                        KpmStatusChanged ACTIVE SUSPENSION_LIFTED: C
                        KpmState ACTIVE: C
                        PaymentReleased 2026-T2 APPEAL_UPHELD 450000 compensating: C
                        """)
                .notifications(
                        """
                        FAMILY APPEAL_UPHELD: C
                        FAMILY APPEAL_REJECTED: D
                        FAMILY DECISION_LIFTED: C
                        FACILITATOR FAMILY_DECISION: PDP-1
                        """)
                .letters("");
    }

    void aSuspensionEndsByCompliance() {
        year.on("2026-04-27")
                .does(() -> year.group.meets("2026-04-27"))
                .events(
                        """
                        MeetingHeld 2026-04
                        P2k2SessionHeld 2026-04
                        """)
                .notifications("")
                .letters("")
                .liftProposals("D 2026-04");
        year.on("2026-05-05")
                .does(
                        () -> {
                            year.messages.print();
                            year.office.lift("D");
                        })
                .does(() -> year.money.payAgain("2026-T2"))
                .events(
                        """
                        MeetingMonthClosed 2026-04
                        SuspensionLifted COMMITMENT_MET: D
                        KpmStatusChanged ACTIVE SUSPENSION_LIFTED: D
                        KpmState ACTIVE: D
                        PaymentReleased 2026-T2 COMMITMENT_MET 225000 compensating: D
                        PaymentSent 2026-T2 225000: D
                        PaymentSent 2026-T2 450000: C
                        PaymentSent 2026-T2 675000 attempt 2: B
                        PaymentCredited 2026-T2 225000: D
                        PaymentCredited 2026-T2 450000: C
                        PaymentCredited 2026-T2 675000 attempt 2: B
                        """)
                .notifications(
                        """
                        FAMILY DECISION_LIFTED: D
                        FACILITATOR FAMILY_DECISION: PDP-1
                        """)
                .letters("")
                .liftProposals("")
                .payments(
                        "2026-T2",
                        """
                        COMPENSATING PAYABLE 225000 CREDITED: D
                        COMPENSATING PAYABLE 450000 CREDITED: C
                        HELD 225000: D
                        HELD 450000: C
                        PAYABLE 225000 CREDITED: A E G
                        PAYABLE 450000 CREDITED: F
                        PAYABLE 600000 CREDITED: H
                        PAYABLE 675000 CREDITED: B
                        """);
    }

    /** The meeting cannot be held and the school cannot teach, and nobody is to blame. */
    void aFloodInMay() {
        year.on("2026-05-18")
                .does(
                        () -> {
                            year.group.couldNotMeet("2026-05", "DISASTER");
                            year.office.exempt("2026-05-01", "2026-05-31");
                        })
                .events("MeetingNotHeld 2026-05 DISASTER")
                .notifications("")
                .letters("");
        year.on("2026-06-05").events("MeetingMonthClosed 2026-05").notifications("").letters("");
        year.on("2026-06-26")
                .does(() -> year.group.meets("2026-06-26"))
                .events(
                        """
                        MeetingHeld 2026-06
                        P2k2SessionHeld 2026-06
                        """)
                .notifications("")
                .letters("");
    }
}
