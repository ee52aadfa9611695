package id.pkh.contracts;

import id.pkh.contracts.disbursement.CycleOpened;
import id.pkh.contracts.disbursement.CycleSealed;
import id.pkh.contracts.disbursement.EntitlementCalculated;
import id.pkh.contracts.disbursement.PaymentCredited;
import id.pkh.contracts.disbursement.PaymentForfeited;
import id.pkh.contracts.disbursement.PaymentHeld;
import id.pkh.contracts.disbursement.PaymentOutcomeUnknown;
import id.pkh.contracts.disbursement.PaymentRejected;
import id.pkh.contracts.disbursement.PaymentReleased;
import id.pkh.contracts.disbursement.PaymentSent;
import id.pkh.contracts.meeting.AttendanceCorrected;
import id.pkh.contracts.meeting.FacilitatorLapseEscalated;
import id.pkh.contracts.meeting.FacilitatorLapseRecorded;
import id.pkh.contracts.meeting.FacilitatorLapseWithdrawn;
import id.pkh.contracts.meeting.GroupFormed;
import id.pkh.contracts.meeting.GroupMembersChanged;
import id.pkh.contracts.meeting.MeetingHeld;
import id.pkh.contracts.meeting.MeetingMonthClosed;
import id.pkh.contracts.meeting.MeetingNotHeld;
import id.pkh.contracts.meeting.OfficersElected;
import id.pkh.contracts.meeting.P2k2SessionHeld;
import id.pkh.contracts.registry.CaretakerChanged;
import id.pkh.contracts.registry.FacilitatorAssigned;
import id.pkh.contracts.registry.FacilitatorReassigned;
import id.pkh.contracts.registry.KpmComponentsChanged;
import id.pkh.contracts.registry.KpmMoved;
import id.pkh.contracts.registry.KpmRegistered;
import id.pkh.contracts.registry.KpmState;
import id.pkh.contracts.registry.KpmStatusChanged;
import id.pkh.contracts.verification.AppealDecided;
import id.pkh.contracts.verification.AppealLodged;
import id.pkh.contracts.verification.CommitmentAssessed;
import id.pkh.contracts.verification.ReminderIssued;
import id.pkh.contracts.verification.ReminderWithdrawn;
import id.pkh.contracts.verification.SuspensionDecided;
import id.pkh.contracts.verification.SuspensionLifted;
import id.pkh.contracts.verification.SuspensionProposalWithdrawn;
import id.pkh.contracts.verification.SuspensionProposed;
import id.pkh.contracts.verification.SuspensionWarningIssued;
import id.pkh.contracts.verification.SuspensionWarningWithdrawn;
import id.pkh.contracts.verification.TerminationDecided;
import id.pkh.contracts.verification.TerminationProposalWithdrawn;
import id.pkh.contracts.verification.TerminationProposed;
import java.util.List;

/** Every event of the published language, in the order of the catalogue. */
public final class EventTypes {

    /** One event: its CloudEvents type, its topic and the record that carries it. */
    public record EventType(String type, String topic, Class<? extends Event> record) {}

    public static final List<EventType> ALL =
            List.of(
                    new EventType(KpmRegistered.TYPE, KpmRegistered.TOPIC, KpmRegistered.class),
                    new EventType(
                            KpmComponentsChanged.TYPE,
                            KpmComponentsChanged.TOPIC,
                            KpmComponentsChanged.class),
                    new EventType(KpmMoved.TYPE, KpmMoved.TOPIC, KpmMoved.class),
                    new EventType(
                            CaretakerChanged.TYPE, CaretakerChanged.TOPIC, CaretakerChanged.class),
                    new EventType(
                            KpmStatusChanged.TYPE, KpmStatusChanged.TOPIC, KpmStatusChanged.class),
                    new EventType(KpmState.TYPE, KpmState.TOPIC, KpmState.class),
                    new EventType(
                            FacilitatorAssigned.TYPE,
                            FacilitatorAssigned.TOPIC,
                            FacilitatorAssigned.class),
                    new EventType(
                            FacilitatorReassigned.TYPE,
                            FacilitatorReassigned.TOPIC,
                            FacilitatorReassigned.class),
                    new EventType(GroupFormed.TYPE, GroupFormed.TOPIC, GroupFormed.class),
                    new EventType(
                            GroupMembersChanged.TYPE,
                            GroupMembersChanged.TOPIC,
                            GroupMembersChanged.class),
                    new EventType(
                            OfficersElected.TYPE, OfficersElected.TOPIC, OfficersElected.class),
                    new EventType(MeetingHeld.TYPE, MeetingHeld.TOPIC, MeetingHeld.class),
                    new EventType(
                            P2k2SessionHeld.TYPE, P2k2SessionHeld.TOPIC, P2k2SessionHeld.class),
                    new EventType(
                            AttendanceCorrected.TYPE,
                            AttendanceCorrected.TOPIC,
                            AttendanceCorrected.class),
                    new EventType(MeetingNotHeld.TYPE, MeetingNotHeld.TOPIC, MeetingNotHeld.class),
                    new EventType(
                            MeetingMonthClosed.TYPE,
                            MeetingMonthClosed.TOPIC,
                            MeetingMonthClosed.class),
                    new EventType(
                            FacilitatorLapseRecorded.TYPE,
                            FacilitatorLapseRecorded.TOPIC,
                            FacilitatorLapseRecorded.class),
                    new EventType(
                            FacilitatorLapseEscalated.TYPE,
                            FacilitatorLapseEscalated.TOPIC,
                            FacilitatorLapseEscalated.class),
                    new EventType(
                            FacilitatorLapseWithdrawn.TYPE,
                            FacilitatorLapseWithdrawn.TOPIC,
                            FacilitatorLapseWithdrawn.class),
                    new EventType(
                            CommitmentAssessed.TYPE,
                            CommitmentAssessed.TOPIC,
                            CommitmentAssessed.class),
                    new EventType(ReminderIssued.TYPE, ReminderIssued.TOPIC, ReminderIssued.class),
                    new EventType(
                            ReminderWithdrawn.TYPE,
                            ReminderWithdrawn.TOPIC,
                            ReminderWithdrawn.class),
                    new EventType(
                            SuspensionWarningIssued.TYPE,
                            SuspensionWarningIssued.TOPIC,
                            SuspensionWarningIssued.class),
                    new EventType(
                            SuspensionWarningWithdrawn.TYPE,
                            SuspensionWarningWithdrawn.TOPIC,
                            SuspensionWarningWithdrawn.class),
                    new EventType(
                            SuspensionProposed.TYPE,
                            SuspensionProposed.TOPIC,
                            SuspensionProposed.class),
                    new EventType(
                            SuspensionProposalWithdrawn.TYPE,
                            SuspensionProposalWithdrawn.TOPIC,
                            SuspensionProposalWithdrawn.class),
                    new EventType(
                            SuspensionDecided.TYPE,
                            SuspensionDecided.TOPIC,
                            SuspensionDecided.class),
                    new EventType(
                            SuspensionLifted.TYPE, SuspensionLifted.TOPIC, SuspensionLifted.class),
                    new EventType(
                            TerminationProposed.TYPE,
                            TerminationProposed.TOPIC,
                            TerminationProposed.class),
                    new EventType(
                            TerminationProposalWithdrawn.TYPE,
                            TerminationProposalWithdrawn.TOPIC,
                            TerminationProposalWithdrawn.class),
                    new EventType(
                            TerminationDecided.TYPE,
                            TerminationDecided.TOPIC,
                            TerminationDecided.class),
                    new EventType(AppealLodged.TYPE, AppealLodged.TOPIC, AppealLodged.class),
                    new EventType(AppealDecided.TYPE, AppealDecided.TOPIC, AppealDecided.class),
                    new EventType(CycleOpened.TYPE, CycleOpened.TOPIC, CycleOpened.class),
                    new EventType(CycleSealed.TYPE, CycleSealed.TOPIC, CycleSealed.class),
                    new EventType(
                            EntitlementCalculated.TYPE,
                            EntitlementCalculated.TOPIC,
                            EntitlementCalculated.class),
                    new EventType(PaymentHeld.TYPE, PaymentHeld.TOPIC, PaymentHeld.class),
                    new EventType(
                            PaymentReleased.TYPE, PaymentReleased.TOPIC, PaymentReleased.class),
                    new EventType(
                            PaymentForfeited.TYPE, PaymentForfeited.TOPIC, PaymentForfeited.class),
                    new EventType(PaymentSent.TYPE, PaymentSent.TOPIC, PaymentSent.class),
                    new EventType(
                            PaymentCredited.TYPE, PaymentCredited.TOPIC, PaymentCredited.class),
                    new EventType(
                            PaymentRejected.TYPE, PaymentRejected.TOPIC, PaymentRejected.class),
                    new EventType(
                            PaymentOutcomeUnknown.TYPE,
                            PaymentOutcomeUnknown.TOPIC,
                            PaymentOutcomeUnknown.class));

    private EventTypes() {}
}
