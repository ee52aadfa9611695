package id.pkh.registry.notification.domain;

import static id.pkh.registry.notification.domain.Urgency.AT_ONCE;
import static id.pkh.registry.notification.domain.Urgency.DIGEST;

import id.pkh.registry.notification.domain.NotificationRule.To;
import java.util.List;

/** The table of docs/rules/notifications.md. An event without a row notifies no one. */
public final class NotificationRules {

    private static final List<NotificationRule> ALL =
            List.of(
                    rule("ReminderIssued", To.FAMILY, Template.REMINDER, DIGEST, 7, 60),
                    rule("ReminderIssued", To.NOTIFIED, Template.STEP_ISSUED, DIGEST, 7, 30),
                    rule("SuspensionWarningIssued", To.FAMILY, Template.WARNING, DIGEST, 3, 60),
                    rule(
                            "SuspensionWarningIssued",
                            To.NOTIFIED,
                            Template.STEP_ISSUED,
                            DIGEST,
                            3,
                            30),
                    rule("ProtectedStepIssued", To.FAMILY, Template.PROTECTED_STEP, DIGEST, 3, 60),
                    rule("ProtectedStepIssued", To.NOTIFIED, Template.STEP_ISSUED, DIGEST, 3, 30),
                    rule("SuspensionProposed", To.FAMILY, Template.PROPOSED, DIGEST, 3, 60),
                    rule("SuspensionProposed", To.NOTIFIED, Template.STEP_ISSUED, DIGEST, 3, 30),
                    rule("TerminationProposed", To.FAMILY, Template.PROPOSED, DIGEST, 3, 60),
                    rule("TerminationProposed", To.NOTIFIED, Template.STEP_ISSUED, DIGEST, 3, 30),
                    rule("ReminderWithdrawn", To.FAMILY, Template.STEP_WITHDRAWN, DIGEST, 7, 60),
                    rule(
                            "SuspensionWarningWithdrawn",
                            To.FAMILY,
                            Template.STEP_WITHDRAWN,
                            DIGEST,
                            3,
                            60),
                    rule(
                            "SuspensionProposalWithdrawn",
                            To.FAMILY,
                            Template.STEP_WITHDRAWN,
                            DIGEST,
                            3,
                            60),
                    rule(
                            "TerminationProposalWithdrawn",
                            To.FAMILY,
                            Template.STEP_WITHDRAWN,
                            DIGEST,
                            3,
                            60),
                    rule(
                            "NoticeUndelivered",
                            To.NOTIFIED,
                            Template.NOTICE_UNDELIVERED,
                            AT_ONCE,
                            2,
                            30),
                    rule("AppealOverdue", To.NOTIFIED, Template.APPEAL_OVERDUE, AT_ONCE, 1, 30),
                    rule("AppealUpheld", To.FAMILY, Template.APPEAL_UPHELD, DIGEST, 3, 60),
                    rule("AppealRejected", To.FAMILY, Template.APPEAL_REJECTED, DIGEST, 3, 60),
                    rule(
                            "DecisionTookEffect",
                            To.FAMILY,
                            Template.DECISION_IN_EFFECT,
                            DIGEST,
                            3,
                            60),
                    rule(
                            "DecisionTookEffect",
                            To.FACILITATOR,
                            Template.FAMILY_DECISION,
                            DIGEST,
                            3,
                            30),
                    rule("SuspensionLifted", To.FAMILY, Template.DECISION_LIFTED, DIGEST, 3, 60),
                    rule(
                            "SuspensionLifted",
                            To.FACILITATOR,
                            Template.FAMILY_DECISION,
                            DIGEST,
                            3,
                            30),
                    rule("TerminationLifted", To.FAMILY, Template.DECISION_LIFTED, DIGEST, 3, 60),
                    rule(
                            "TerminationLifted",
                            To.FACILITATOR,
                            Template.FAMILY_DECISION,
                            DIGEST,
                            3,
                            30),
                    rule("ExitLifted", To.FAMILY, Template.DECISION_LIFTED, DIGEST, 3, 60),
                    rule("ExitLifted", To.FACILITATOR, Template.FAMILY_DECISION, DIGEST, 3, 30),
                    rule(
                            "MembershipReinstated",
                            To.FAMILY,
                            Template.FAMILY_REINSTATED,
                            DIGEST,
                            3,
                            60),
                    rule(
                            "MembershipReinstated",
                            To.FACILITATOR,
                            Template.FAMILY_DECISION,
                            DIGEST,
                            3,
                            30),
                    rule(
                            "ChildTransferred",
                            To.FAMILY,
                            Template.FAMILY_DATA_CHANGED,
                            DIGEST,
                            3,
                            30),
                    rule(
                            "ChildTransferred",
                            To.FACILITATOR,
                            Template.FAMILY_DECISION,
                            DIGEST,
                            3,
                            30),
                    rule("FamiliesMerged", To.FAMILY, Template.FAMILIES_MERGED, DIGEST, 3, 60),
                    rule("FamiliesMerged", To.FACILITATOR, Template.FAMILY_DECISION, DIGEST, 3, 30),
                    rule(
                            "FamilyMergeUndone",
                            To.FAMILY,
                            Template.FAMILY_MERGE_UNDONE,
                            DIGEST,
                            3,
                            60),
                    rule(
                            "FamilyMergeUndone",
                            To.FACILITATOR,
                            Template.FAMILY_DECISION,
                            DIGEST,
                            3,
                            30),
                    rule(
                            "FacilitatorLapseRecorded",
                            To.NAMED,
                            Template.MEETINGS_MISSED,
                            DIGEST,
                            3,
                            30),
                    rule(
                            "FacilitatorLapseEscalated",
                            To.NOTIFIED,
                            Template.MEETINGS_MISSED_BY_FACILITATOR,
                            DIGEST,
                            3,
                            30),
                    rule(
                            "FacilitatorLapseWithdrawn",
                            To.NAMED,
                            Template.LAPSE_WITHDRAWN,
                            DIGEST,
                            7,
                            30),
                    rule("FacilitatorReassigned", To.NAMED, Template.HAND_OVER, DIGEST, 3, 30),
                    rule(
                            "FacilitatorReassigned",
                            To.GROUP_CHAIRS,
                            Template.HAND_OVER,
                            DIGEST,
                            3,
                            30),
                    rule(
                            "FacilitatorReassigned",
                            To.VILLAGE_FAMILIES,
                            Template.HAND_OVER,
                            DIGEST,
                            7,
                            60),
                    rule(
                            "HandoverCancelled",
                            To.NAMED,
                            Template.HAND_OVER_CANCELLED,
                            DIGEST,
                            1,
                            30),
                    rule(
                            "HandoverCancelled",
                            To.GROUP_CHAIRS,
                            Template.HAND_OVER_CANCELLED,
                            DIGEST,
                            1,
                            30),
                    rule(
                            "HandoverCancelled",
                            To.VILLAGE_FAMILIES,
                            Template.HAND_OVER_CANCELLED,
                            DIGEST,
                            3,
                            60),
                    rule(
                            "VillageWithoutFacilitator",
                            To.NOTIFIED,
                            Template.VILLAGE_EMPTY,
                            AT_ONCE,
                            1,
                            30),
                    rule(
                            "VillageHasFacilitator",
                            To.NOTIFIED,
                            Template.VILLAGE_COVERED,
                            DIGEST,
                            3,
                            30),
                    rule("PaymentRejected", To.FAMILY, Template.PAYMENT_REJECTED, DIGEST, 7, 60),
                    rule(
                            "PaymentRejected",
                            To.FACILITATOR,
                            Template.FAMILY_PAYMENT_REJECTED,
                            DIGEST,
                            7,
                            30),
                    rule("PaymentReturned", To.FAMILY, Template.PAYMENT_RETURNED, DIGEST, 3, 60),
                    rule(
                            "PaymentReturned",
                            To.FACILITATOR,
                            Template.FAMILY_PAYMENT_RETURNED,
                            DIGEST,
                            3,
                            30),
                    rule("PaymentTakenOut", To.FAMILY, Template.PAYMENT_TAKEN_OUT, DIGEST, 3, 60),
                    rule(
                            "PaymentTakenOut",
                            To.FACILITATOR,
                            Template.FAMILY_PAYMENT_TAKEN_OUT,
                            DIGEST,
                            3,
                            30),
                    rule("AccountChanged", To.FAMILY, Template.ACCOUNT_CHANGED, AT_ONCE, 1, 30),
                    rule("FamiliesPlaced", To.FAMILY, Template.GROUP_CHANGED, DIGEST, 3, 60),
                    rule("MeetingPlanned", To.NAMED, Template.GROUP_MEETS, DIGEST, 3, 7),
                    rule("MeetingNear", To.NAMED, Template.GROUP_MEETS, DIGEST, 1, 2),
                    rule("WithdrawalDayPlanned", To.NAMED, Template.GROUP_WITHDRAWS, DIGEST, 3, 7),
                    rule("WithdrawalDayNear", To.NAMED, Template.GROUP_WITHDRAWS, DIGEST, 1, 2),
                    rule("MeetingReplanned", To.NAMED, Template.GROUP_PLAN_MOVED, AT_ONCE, 1, 7),
                    rule(
                            "MeetingCancelled",
                            To.NAMED,
                            Template.GROUP_PLAN_CANCELLED,
                            AT_ONCE,
                            1,
                            7),
                    rule(
                            "DataUpdateAccepted",
                            To.FAMILY,
                            Template.FAMILY_DATA_CHANGED,
                            DIGEST,
                            3,
                            30),
                    rule(
                            "DataUpdateReturned",
                            To.FACILITATOR,
                            Template.UPDATE_RETURNED,
                            DIGEST,
                            2,
                            30),
                    rule("DataUpdateOverdue", To.NOTIFIED, Template.UPDATE_OVERDUE, DIGEST, 1, 30),
                    rule("ComplaintLodged", To.NOTIFIED, Template.COMPLAINT_WAITS, DIGEST, 1, 30),
                    rule("ComplaintReopened", To.NOTIFIED, Template.COMPLAINT_WAITS, DIGEST, 1, 30),
                    rule(
                            "ComplaintEscalated",
                            To.NOTIFIED,
                            Template.COMPLAINT_ESCALATED,
                            DIGEST,
                            1,
                            30),
                    rule(
                            "ComplaintAnswered",
                            To.FAMILY,
                            Template.COMPLAINT_ANSWERED,
                            DIGEST,
                            3,
                            60),
                    rule(
                            "AdvocacyAnswered",
                            To.FACILITATOR,
                            Template.ADVOCACY_ANSWERED,
                            DIGEST,
                            3,
                            30),
                    rule("ContactChanged", To.NAMED, Template.NUMBER_CHANGED, AT_ONCE, 1, 30),
                    rule("ContactWithdrawn", To.NAMED, Template.NUMBER_WITHDRAWN, AT_ONCE, 1, 30));

    private NotificationRules() {}

    public static List<NotificationRule> all() {
        return ALL;
    }

    public static List<NotificationRule> of(String event) {
        return ALL.stream().filter(rule -> rule.event().equals(event)).toList();
    }

    private static NotificationRule rule(
            String event, To to, Template template, Urgency urgency, int due, int expiry) {
        return new NotificationRule(event, to, template, urgency, due, expiry);
    }
}
