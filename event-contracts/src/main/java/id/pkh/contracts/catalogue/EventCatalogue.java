package id.pkh.contracts.catalogue;

import id.pkh.contracts.Event;
import id.pkh.contracts.EventType;
import id.pkh.contracts.disbursement.CycleOpened;
import id.pkh.contracts.disbursement.CycleSealed;
import id.pkh.contracts.disbursement.EntitlementCalculated;
import id.pkh.contracts.disbursement.PaymentCredited;
import id.pkh.contracts.disbursement.PaymentForfeited;
import id.pkh.contracts.disbursement.PaymentHeld;
import id.pkh.contracts.disbursement.PaymentOutcomeUnknown;
import id.pkh.contracts.disbursement.PaymentRejected;
import id.pkh.contracts.disbursement.PaymentReleased;
import id.pkh.contracts.disbursement.PaymentReturned;
import id.pkh.contracts.disbursement.PaymentSent;
import id.pkh.contracts.disbursement.PaymentTakenOut;
import id.pkh.contracts.disbursement.VillageCredited;
import id.pkh.contracts.disbursement.WithdrawalReported;
import id.pkh.contracts.meeting.AttendanceCorrected;
import id.pkh.contracts.meeting.FacilitatorLapseEscalated;
import id.pkh.contracts.meeting.FacilitatorLapseRecorded;
import id.pkh.contracts.meeting.FacilitatorLapseWithdrawn;
import id.pkh.contracts.meeting.FamiliesPlaced;
import id.pkh.contracts.meeting.GroupFormed;
import id.pkh.contracts.meeting.GroupMembersChanged;
import id.pkh.contracts.meeting.MeetingCancelled;
import id.pkh.contracts.meeting.MeetingHeld;
import id.pkh.contracts.meeting.MeetingMonthClosed;
import id.pkh.contracts.meeting.MeetingNotHeld;
import id.pkh.contracts.meeting.MeetingPlanned;
import id.pkh.contracts.meeting.MeetingReplanned;
import id.pkh.contracts.meeting.OfficersElected;
import id.pkh.contracts.meeting.P2k2SessionHeld;
import id.pkh.contracts.registry.AccountChanged;
import id.pkh.contracts.registry.AccountConfirmed;
import id.pkh.contracts.registry.AccountRefused;
import id.pkh.contracts.registry.AdvocacyStateChanged;
import id.pkh.contracts.registry.CaretakerChanged;
import id.pkh.contracts.registry.DataUpdateAccepted;
import id.pkh.contracts.registry.DataUpdateReturned;
import id.pkh.contracts.registry.DataUpdateSubmitted;
import id.pkh.contracts.registry.DataUpdateWithdrawn;
import id.pkh.contracts.registry.FacilitatorAssigned;
import id.pkh.contracts.registry.FacilitatorReassigned;
import id.pkh.contracts.registry.HandoverCancelled;
import id.pkh.contracts.registry.KpmComponentsChanged;
import id.pkh.contracts.registry.KpmMoved;
import id.pkh.contracts.registry.KpmRegistered;
import id.pkh.contracts.registry.KpmState;
import id.pkh.contracts.registry.KpmStatusChanged;
import id.pkh.contracts.verification.AppealDecided;
import id.pkh.contracts.verification.AppealLodged;
import id.pkh.contracts.verification.AppealOverdue;
import id.pkh.contracts.verification.CommitmentAssessed;
import id.pkh.contracts.verification.DecisionStayEnded;
import id.pkh.contracts.verification.DecisionStayed;
import id.pkh.contracts.verification.DecisionTookEffect;
import id.pkh.contracts.verification.ExitDecided;
import id.pkh.contracts.verification.ExitLifted;
import id.pkh.contracts.verification.ExitProposalWithdrawn;
import id.pkh.contracts.verification.ExitProposed;
import id.pkh.contracts.verification.HealthFormReceived;
import id.pkh.contracts.verification.MembershipReinstated;
import id.pkh.contracts.verification.NoticeDelivered;
import id.pkh.contracts.verification.NoticeUndelivered;
import id.pkh.contracts.verification.QuarterClosed;
import id.pkh.contracts.verification.ReminderIssued;
import id.pkh.contracts.verification.ReminderWithdrawn;
import id.pkh.contracts.verification.SuspensionDecided;
import id.pkh.contracts.verification.SuspensionLifted;
import id.pkh.contracts.verification.SuspensionProposalWithdrawn;
import id.pkh.contracts.verification.SuspensionProposed;
import id.pkh.contracts.verification.SuspensionWarningIssued;
import id.pkh.contracts.verification.SuspensionWarningWithdrawn;
import id.pkh.contracts.verification.TerminationDecided;
import id.pkh.contracts.verification.TerminationLifted;
import id.pkh.contracts.verification.TerminationProposalWithdrawn;
import id.pkh.contracts.verification.TerminationProposed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every event of the published language, in the order of {@code docs/event-catalogue.md}: the only
 * place that states type, topic, record and key. Producers and consumers read it.
 */
public final class EventCatalogue {

    private static final Map<Class<?>, EventType<?>> ROWS = new LinkedHashMap<>();

    private static final String FAMILIES = "pkh.registry.kpm.v1";
    private static final String FAMILY_STATES = "pkh.registry.kpm-state.v1";
    private static final String FACILITATORS = "pkh.registry.facilitator.v1";
    private static final String GROUPS = "pkh.meeting.group.v1";
    private static final String MEETINGS = "pkh.meeting.meeting.v1";
    private static final String FACILITATOR_DUTY = "pkh.meeting.facilitator-duty.v1";
    private static final String COMPLIANCE = "pkh.verification.compliance.v1";
    private static final String FORMS = "pkh.verification.form.v1";
    private static final String QUARTERS = "pkh.verification.quarter.v1";
    private static final String SANCTIONS = "pkh.verification.sanction.v1";
    private static final String CYCLES = "pkh.disbursement.cycle.v1";
    private static final String VILLAGE_CREDITS = "pkh.disbursement.village-credit.v1";
    private static final String PAYMENTS = "pkh.disbursement.payment.v1";

    public static final EventType<KpmRegistered> KPM_REGISTERED =
            row(
                    "id.pkh.registry.kpm-registered.v1",
                    FAMILIES,
                    KpmRegistered.class,
                    KpmRegistered::kpmId);

    public static final EventType<KpmComponentsChanged> KPM_COMPONENTS_CHANGED =
            row(
                    "id.pkh.registry.kpm-components-changed.v1",
                    FAMILIES,
                    KpmComponentsChanged.class,
                    KpmComponentsChanged::kpmId);

    public static final EventType<KpmMoved> KPM_MOVED =
            row("id.pkh.registry.kpm-moved.v1", FAMILIES, KpmMoved.class, KpmMoved::kpmId);

    public static final EventType<CaretakerChanged> CARETAKER_CHANGED =
            row(
                    "id.pkh.registry.caretaker-changed.v1",
                    FAMILIES,
                    CaretakerChanged.class,
                    CaretakerChanged::kpmId);

    public static final EventType<AccountChanged> ACCOUNT_CHANGED =
            row(
                    "id.pkh.registry.account-changed.v1",
                    FAMILIES,
                    AccountChanged.class,
                    AccountChanged::kpmId);

    public static final EventType<AccountConfirmed> ACCOUNT_CONFIRMED =
            row(
                    "id.pkh.registry.account-confirmed.v1",
                    FAMILIES,
                    AccountConfirmed.class,
                    AccountConfirmed::kpmId);

    public static final EventType<AccountRefused> ACCOUNT_REFUSED =
            row(
                    "id.pkh.registry.account-refused.v1",
                    FAMILIES,
                    AccountRefused.class,
                    AccountRefused::kpmId);

    public static final EventType<DataUpdateSubmitted> DATA_UPDATE_SUBMITTED =
            row(
                    "id.pkh.registry.data-update-submitted.v1",
                    FAMILIES,
                    DataUpdateSubmitted.class,
                    DataUpdateSubmitted::kpmId);

    public static final EventType<DataUpdateAccepted> DATA_UPDATE_ACCEPTED =
            row(
                    "id.pkh.registry.data-update-accepted.v1",
                    FAMILIES,
                    DataUpdateAccepted.class,
                    DataUpdateAccepted::kpmId);

    public static final EventType<DataUpdateReturned> DATA_UPDATE_RETURNED =
            row(
                    "id.pkh.registry.data-update-returned.v1",
                    FAMILIES,
                    DataUpdateReturned.class,
                    DataUpdateReturned::kpmId);

    public static final EventType<DataUpdateWithdrawn> DATA_UPDATE_WITHDRAWN =
            row(
                    "id.pkh.registry.data-update-withdrawn.v1",
                    FAMILIES,
                    DataUpdateWithdrawn.class,
                    DataUpdateWithdrawn::kpmId);

    public static final EventType<AdvocacyStateChanged> ADVOCACY_STATE_CHANGED =
            row(
                    "id.pkh.registry.advocacy-state-changed.v1",
                    FAMILIES,
                    AdvocacyStateChanged.class,
                    AdvocacyStateChanged::kpmId);

    public static final EventType<KpmStatusChanged> KPM_STATUS_CHANGED =
            row(
                    "id.pkh.registry.kpm-status-changed.v1",
                    FAMILIES,
                    KpmStatusChanged.class,
                    KpmStatusChanged::kpmId);

    public static final EventType<KpmState> KPM_STATE =
            row("id.pkh.registry.kpm-state.v1", FAMILY_STATES, KpmState.class, KpmState::kpmId);

    public static final EventType<FacilitatorAssigned> FACILITATOR_ASSIGNED =
            row(
                    "id.pkh.registry.facilitator-assigned.v1",
                    FACILITATORS,
                    FacilitatorAssigned.class,
                    FacilitatorAssigned::facilitatorId);

    public static final EventType<FacilitatorReassigned> FACILITATOR_REASSIGNED =
            row(
                    "id.pkh.registry.facilitator-reassigned.v1",
                    FACILITATORS,
                    FacilitatorReassigned.class,
                    FacilitatorReassigned::facilitatorId);

    public static final EventType<HandoverCancelled> HANDOVER_CANCELLED =
            row(
                    "id.pkh.registry.handover-cancelled.v1",
                    FACILITATORS,
                    HandoverCancelled.class,
                    HandoverCancelled::facilitatorId);

    public static final EventType<GroupFormed> GROUP_FORMED =
            row("id.pkh.meeting.group-formed.v1", GROUPS, GroupFormed.class, GroupFormed::groupId);

    public static final EventType<GroupMembersChanged> GROUP_MEMBERS_CHANGED =
            row(
                    "id.pkh.meeting.group-members-changed.v1",
                    GROUPS,
                    GroupMembersChanged.class,
                    GroupMembersChanged::groupId);

    public static final EventType<OfficersElected> OFFICERS_ELECTED =
            row(
                    "id.pkh.meeting.officers-elected.v1",
                    GROUPS,
                    OfficersElected.class,
                    OfficersElected::groupId);

    public static final EventType<FamiliesPlaced> FAMILIES_PLACED =
            row(
                    "id.pkh.meeting.families-placed.v1",
                    GROUPS,
                    FamiliesPlaced.class,
                    FamiliesPlaced::groupId);

    public static final EventType<MeetingPlanned> MEETING_PLANNED =
            row(
                    "id.pkh.meeting.meeting-planned.v1",
                    GROUPS,
                    MeetingPlanned.class,
                    MeetingPlanned::groupId);

    public static final EventType<MeetingReplanned> MEETING_REPLANNED =
            row(
                    "id.pkh.meeting.meeting-replanned.v1",
                    GROUPS,
                    MeetingReplanned.class,
                    MeetingReplanned::groupId);

    public static final EventType<MeetingCancelled> MEETING_CANCELLED =
            row(
                    "id.pkh.meeting.meeting-cancelled.v1",
                    GROUPS,
                    MeetingCancelled.class,
                    MeetingCancelled::groupId);

    public static final EventType<MeetingHeld> MEETING_HELD =
            row(
                    "id.pkh.meeting.meeting-held.v1",
                    MEETINGS,
                    MeetingHeld.class,
                    MeetingHeld::groupId);

    public static final EventType<P2k2SessionHeld> P2K2_SESSION_HELD =
            row(
                    "id.pkh.meeting.p2k2-session-held.v1",
                    MEETINGS,
                    P2k2SessionHeld.class,
                    P2k2SessionHeld::groupId);

    public static final EventType<AttendanceCorrected> ATTENDANCE_CORRECTED =
            row(
                    "id.pkh.meeting.attendance-corrected.v1",
                    MEETINGS,
                    AttendanceCorrected.class,
                    AttendanceCorrected::groupId);

    public static final EventType<MeetingNotHeld> MEETING_NOT_HELD =
            row(
                    "id.pkh.meeting.meeting-not-held.v1",
                    MEETINGS,
                    MeetingNotHeld.class,
                    MeetingNotHeld::groupId);

    public static final EventType<MeetingMonthClosed> MEETING_MONTH_CLOSED =
            row(
                    "id.pkh.meeting.meeting-month-closed.v1",
                    MEETINGS,
                    MeetingMonthClosed.class,
                    MeetingMonthClosed::groupId);

    public static final EventType<FacilitatorLapseRecorded> FACILITATOR_LAPSE_RECORDED =
            row(
                    "id.pkh.meeting.facilitator-lapse-recorded.v1",
                    FACILITATOR_DUTY,
                    FacilitatorLapseRecorded.class,
                    FacilitatorLapseRecorded::facilitatorId);

    public static final EventType<FacilitatorLapseEscalated> FACILITATOR_LAPSE_ESCALATED =
            row(
                    "id.pkh.meeting.facilitator-lapse-escalated.v1",
                    FACILITATOR_DUTY,
                    FacilitatorLapseEscalated.class,
                    FacilitatorLapseEscalated::facilitatorId);

    public static final EventType<FacilitatorLapseWithdrawn> FACILITATOR_LAPSE_WITHDRAWN =
            row(
                    "id.pkh.meeting.facilitator-lapse-withdrawn.v1",
                    FACILITATOR_DUTY,
                    FacilitatorLapseWithdrawn.class,
                    FacilitatorLapseWithdrawn::facilitatorId);

    public static final EventType<CommitmentAssessed> COMMITMENT_ASSESSED =
            row(
                    "id.pkh.verification.commitment-assessed.v1",
                    COMPLIANCE,
                    CommitmentAssessed.class,
                    CommitmentAssessed::kpmId);

    public static final EventType<HealthFormReceived> HEALTH_FORM_RECEIVED =
            row(
                    "id.pkh.verification.health-form-received.v1",
                    FORMS,
                    HealthFormReceived.class,
                    HealthFormReceived::formId);

    public static final EventType<QuarterClosed> QUARTER_CLOSED =
            row(
                    "id.pkh.verification.quarter-closed.v1",
                    QUARTERS,
                    QuarterClosed.class,
                    QuarterClosed::closingId);

    public static final EventType<ReminderIssued> REMINDER_ISSUED =
            row(
                    "id.pkh.verification.reminder-issued.v1",
                    SANCTIONS,
                    ReminderIssued.class,
                    ReminderIssued::kpmId);

    public static final EventType<ReminderWithdrawn> REMINDER_WITHDRAWN =
            row(
                    "id.pkh.verification.reminder-withdrawn.v1",
                    SANCTIONS,
                    ReminderWithdrawn.class,
                    ReminderWithdrawn::kpmId);

    public static final EventType<SuspensionWarningIssued> SUSPENSION_WARNING_ISSUED =
            row(
                    "id.pkh.verification.suspension-warning-issued.v1",
                    SANCTIONS,
                    SuspensionWarningIssued.class,
                    SuspensionWarningIssued::kpmId);

    public static final EventType<SuspensionWarningWithdrawn> SUSPENSION_WARNING_WITHDRAWN =
            row(
                    "id.pkh.verification.suspension-warning-withdrawn.v1",
                    SANCTIONS,
                    SuspensionWarningWithdrawn.class,
                    SuspensionWarningWithdrawn::kpmId);

    public static final EventType<SuspensionProposed> SUSPENSION_PROPOSED =
            row(
                    "id.pkh.verification.suspension-proposed.v1",
                    SANCTIONS,
                    SuspensionProposed.class,
                    SuspensionProposed::kpmId);

    public static final EventType<SuspensionProposalWithdrawn> SUSPENSION_PROPOSAL_WITHDRAWN =
            row(
                    "id.pkh.verification.suspension-proposal-withdrawn.v1",
                    SANCTIONS,
                    SuspensionProposalWithdrawn.class,
                    SuspensionProposalWithdrawn::kpmId);

    public static final EventType<SuspensionDecided> SUSPENSION_DECIDED =
            row(
                    "id.pkh.verification.suspension-decided.v1",
                    SANCTIONS,
                    SuspensionDecided.class,
                    SuspensionDecided::kpmId);

    public static final EventType<SuspensionLifted> SUSPENSION_LIFTED =
            row(
                    "id.pkh.verification.suspension-lifted.v1",
                    SANCTIONS,
                    SuspensionLifted.class,
                    SuspensionLifted::kpmId);

    public static final EventType<TerminationProposed> TERMINATION_PROPOSED =
            row(
                    "id.pkh.verification.termination-proposed.v1",
                    SANCTIONS,
                    TerminationProposed.class,
                    TerminationProposed::kpmId);

    public static final EventType<TerminationProposalWithdrawn> TERMINATION_PROPOSAL_WITHDRAWN =
            row(
                    "id.pkh.verification.termination-proposal-withdrawn.v1",
                    SANCTIONS,
                    TerminationProposalWithdrawn.class,
                    TerminationProposalWithdrawn::kpmId);

    public static final EventType<TerminationDecided> TERMINATION_DECIDED =
            row(
                    "id.pkh.verification.termination-decided.v1",
                    SANCTIONS,
                    TerminationDecided.class,
                    TerminationDecided::kpmId);

    public static final EventType<AppealLodged> APPEAL_LODGED =
            row(
                    "id.pkh.verification.appeal-lodged.v1",
                    SANCTIONS,
                    AppealLodged.class,
                    AppealLodged::kpmId);

    public static final EventType<AppealDecided> APPEAL_DECIDED =
            row(
                    "id.pkh.verification.appeal-decided.v1",
                    SANCTIONS,
                    AppealDecided.class,
                    AppealDecided::kpmId);

    public static final EventType<ExitProposed> EXIT_PROPOSED =
            row(
                    "id.pkh.verification.exit-proposed.v1",
                    SANCTIONS,
                    ExitProposed.class,
                    ExitProposed::kpmId);

    public static final EventType<ExitProposalWithdrawn> EXIT_PROPOSAL_WITHDRAWN =
            row(
                    "id.pkh.verification.exit-proposal-withdrawn.v1",
                    SANCTIONS,
                    ExitProposalWithdrawn.class,
                    ExitProposalWithdrawn::kpmId);

    public static final EventType<ExitDecided> EXIT_DECIDED =
            row(
                    "id.pkh.verification.exit-decided.v1",
                    SANCTIONS,
                    ExitDecided.class,
                    ExitDecided::kpmId);

    public static final EventType<DecisionTookEffect> DECISION_TOOK_EFFECT =
            row(
                    "id.pkh.verification.decision-took-effect.v1",
                    SANCTIONS,
                    DecisionTookEffect.class,
                    DecisionTookEffect::kpmId);

    public static final EventType<DecisionStayed> DECISION_STAYED =
            row(
                    "id.pkh.verification.decision-stayed.v1",
                    SANCTIONS,
                    DecisionStayed.class,
                    DecisionStayed::kpmId);

    public static final EventType<DecisionStayEnded> DECISION_STAY_ENDED =
            row(
                    "id.pkh.verification.decision-stay-ended.v1",
                    SANCTIONS,
                    DecisionStayEnded.class,
                    DecisionStayEnded::kpmId);

    public static final EventType<TerminationLifted> TERMINATION_LIFTED =
            row(
                    "id.pkh.verification.termination-lifted.v1",
                    SANCTIONS,
                    TerminationLifted.class,
                    TerminationLifted::kpmId);

    public static final EventType<ExitLifted> EXIT_LIFTED =
            row(
                    "id.pkh.verification.exit-lifted.v1",
                    SANCTIONS,
                    ExitLifted.class,
                    ExitLifted::kpmId);

    public static final EventType<MembershipReinstated> MEMBERSHIP_REINSTATED =
            row(
                    "id.pkh.verification.membership-reinstated.v1",
                    SANCTIONS,
                    MembershipReinstated.class,
                    MembershipReinstated::kpmId);

    public static final EventType<NoticeDelivered> NOTICE_DELIVERED =
            row(
                    "id.pkh.verification.notice-delivered.v1",
                    SANCTIONS,
                    NoticeDelivered.class,
                    NoticeDelivered::kpmId);

    public static final EventType<NoticeUndelivered> NOTICE_UNDELIVERED =
            row(
                    "id.pkh.verification.notice-undelivered.v1",
                    SANCTIONS,
                    NoticeUndelivered.class,
                    NoticeUndelivered::kpmId);

    public static final EventType<AppealOverdue> APPEAL_OVERDUE =
            row(
                    "id.pkh.verification.appeal-overdue.v1",
                    SANCTIONS,
                    AppealOverdue.class,
                    AppealOverdue::kpmId);

    public static final EventType<CycleOpened> CYCLE_OPENED =
            row(
                    "id.pkh.disbursement.cycle-opened.v1",
                    CYCLES,
                    CycleOpened.class,
                    CycleOpened::cycleId);

    public static final EventType<CycleSealed> CYCLE_SEALED =
            row(
                    "id.pkh.disbursement.cycle-sealed.v1",
                    CYCLES,
                    CycleSealed.class,
                    CycleSealed::cycleId);

    public static final EventType<VillageCredited> VILLAGE_CREDITED =
            row(
                    "id.pkh.disbursement.village-credited.v1",
                    VILLAGE_CREDITS,
                    VillageCredited.class,
                    VillageCredited::creditId);

    public static final EventType<EntitlementCalculated> ENTITLEMENT_CALCULATED =
            row(
                    "id.pkh.disbursement.entitlement-calculated.v1",
                    PAYMENTS,
                    EntitlementCalculated.class,
                    EntitlementCalculated::kpmId);

    public static final EventType<PaymentHeld> PAYMENT_HELD =
            row(
                    "id.pkh.disbursement.payment-held.v1",
                    PAYMENTS,
                    PaymentHeld.class,
                    PaymentHeld::kpmId);

    public static final EventType<PaymentReleased> PAYMENT_RELEASED =
            row(
                    "id.pkh.disbursement.payment-released.v1",
                    PAYMENTS,
                    PaymentReleased.class,
                    PaymentReleased::kpmId);

    public static final EventType<PaymentForfeited> PAYMENT_FORFEITED =
            row(
                    "id.pkh.disbursement.payment-forfeited.v1",
                    PAYMENTS,
                    PaymentForfeited.class,
                    PaymentForfeited::kpmId);

    public static final EventType<PaymentTakenOut> PAYMENT_TAKEN_OUT =
            row(
                    "id.pkh.disbursement.payment-taken-out.v1",
                    PAYMENTS,
                    PaymentTakenOut.class,
                    PaymentTakenOut::kpmId);

    public static final EventType<PaymentSent> PAYMENT_SENT =
            row(
                    "id.pkh.disbursement.payment-sent.v1",
                    PAYMENTS,
                    PaymentSent.class,
                    PaymentSent::kpmId);

    public static final EventType<PaymentCredited> PAYMENT_CREDITED =
            row(
                    "id.pkh.disbursement.payment-credited.v1",
                    PAYMENTS,
                    PaymentCredited.class,
                    PaymentCredited::kpmId);

    public static final EventType<PaymentRejected> PAYMENT_REJECTED =
            row(
                    "id.pkh.disbursement.payment-rejected.v1",
                    PAYMENTS,
                    PaymentRejected.class,
                    PaymentRejected::kpmId);

    public static final EventType<PaymentReturned> PAYMENT_RETURNED =
            row(
                    "id.pkh.disbursement.payment-returned.v1",
                    PAYMENTS,
                    PaymentReturned.class,
                    PaymentReturned::kpmId);

    public static final EventType<PaymentOutcomeUnknown> PAYMENT_OUTCOME_UNKNOWN =
            row(
                    "id.pkh.disbursement.payment-outcome-unknown.v1",
                    PAYMENTS,
                    PaymentOutcomeUnknown.class,
                    PaymentOutcomeUnknown::kpmId);

    public static final EventType<WithdrawalReported> WITHDRAWAL_REPORTED =
            row(
                    "id.pkh.disbursement.withdrawal-reported.v1",
                    PAYMENTS,
                    WithdrawalReported.class,
                    WithdrawalReported::kpmId);

    /** In the order of the catalogue. */
    public static final List<EventType<?>> ALL = List.copyOf(ROWS.values());

    private EventCatalogue() {}

    /** The type that an event is published as. */
    public static EventType<?> of(Event event) {
        EventType<?> type = ROWS.get(event.getClass());
        if (type == null) {
            throw new IllegalArgumentException(event.getClass() + " is not in the catalogue");
        }
        return type;
    }

    /** The types whose payloads have the given supertype. */
    public static Set<EventType<?>> carrying(Class<? extends Event> payload) {
        return ALL.stream()
                .filter(type -> payload.isAssignableFrom(type.record()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The fields that only events of before carry, by the name of a type, see {@link FormerFields}.
     */
    public static Set<String> formerFieldsOf(String type) {
        return FormerFields.of(type);
    }

    private static <E extends Event> EventType<E> row(
            String type, String topic, Class<E> payload, Function<E, UUID> key) {
        EventType<E> row = new EventType<>(type, topic, payload, key);
        ROWS.put(payload, row);
        return row;
    }
}
