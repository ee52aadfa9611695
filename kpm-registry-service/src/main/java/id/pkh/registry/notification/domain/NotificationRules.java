package id.pkh.registry.notification.domain;

import static id.pkh.registry.notification.domain.NotificationRule.To.FACILITATOR;
import static id.pkh.registry.notification.domain.NotificationRule.To.FAMILY;
import static id.pkh.registry.notification.domain.NotificationRule.To.GROUP_CHAIRS;
import static id.pkh.registry.notification.domain.NotificationRule.To.NAMED;
import static id.pkh.registry.notification.domain.NotificationRule.To.NOTIFIED;
import static id.pkh.registry.notification.domain.NotificationRule.To.VILLAGE_FAMILIES;
import static id.pkh.registry.notification.domain.Urgency.AT_ONCE;
import static id.pkh.registry.notification.domain.Urgency.DIGEST;

import id.pkh.registry.notification.domain.NotificationRule.To;
import java.util.List;

/** The table of docs/rules/notifications.md. An event without a row notifies no one. */
public final class NotificationRules {

    private static final List<NotificationRule> ALL =
            List.of(
                    rule("ReminderIssued", FAMILY, Template.REMINDER, DIGEST, 7, 60),
                    rule("ReminderIssued", NOTIFIED, Template.STEP_ISSUED, DIGEST, 7, 30),
                    rule("SuspensionWarningIssued", FAMILY, Template.WARNING, DIGEST, 3, 60),
                    rule("SuspensionWarningIssued", NOTIFIED, Template.STEP_ISSUED, DIGEST, 3, 30),
                    rule("ProtectedStepIssued", FAMILY, Template.PROTECTED_STEP, DIGEST, 3, 60),
                    rule("ProtectedStepIssued", NOTIFIED, Template.STEP_ISSUED, DIGEST, 3, 30),
                    rule("SuspensionProposed", FAMILY, Template.PROPOSED, DIGEST, 3, 60),
                    rule("SuspensionProposed", NOTIFIED, Template.STEP_ISSUED, DIGEST, 3, 30),
                    rule("TerminationProposed", FAMILY, Template.PROPOSED, DIGEST, 3, 60),
                    rule("TerminationProposed", NOTIFIED, Template.STEP_ISSUED, DIGEST, 3, 30),
                    rule("ReminderWithdrawn", FAMILY, Template.STEP_WITHDRAWN, DIGEST, 7, 60),
                    rule(
                            "SuspensionWarningWithdrawn",
                            FAMILY,
                            Template.STEP_WITHDRAWN,
                            DIGEST,
                            3,
                            60),
                    rule(
                            "SuspensionProposalWithdrawn",
                            FAMILY,
                            Template.STEP_WITHDRAWN,
                            DIGEST,
                            3,
                            60),
                    rule(
                            "TerminationProposalWithdrawn",
                            FAMILY,
                            Template.STEP_WITHDRAWN,
                            DIGEST,
                            3,
                            60),
                    rule(
                            "NoticeUndelivered",
                            NOTIFIED,
                            Template.NOTICE_UNDELIVERED,
                            AT_ONCE,
                            2,
                            30),
                    rule("AppealOverdue", NOTIFIED, Template.APPEAL_OVERDUE, AT_ONCE, 1, 30),
                    rule("AppealUpheld", FAMILY, Template.APPEAL_UPHELD, DIGEST, 3, 60),
                    rule("AppealRejected", FAMILY, Template.APPEAL_REJECTED, DIGEST, 3, 60),
                    rule("DecisionTookEffect", FAMILY, Template.DECISION_IN_EFFECT, DIGEST, 3, 60),
                    rule(
                            "DecisionTookEffect",
                            FACILITATOR,
                            Template.FAMILY_DECISION,
                            DIGEST,
                            3,
                            30),
                    rule("SuspensionLifted", FAMILY, Template.DECISION_LIFTED, DIGEST, 3, 60),
                    rule("SuspensionLifted", FACILITATOR, Template.FAMILY_DECISION, DIGEST, 3, 30),
                    rule("TerminationLifted", FAMILY, Template.DECISION_LIFTED, DIGEST, 3, 60),
                    rule("TerminationLifted", FACILITATOR, Template.FAMILY_DECISION, DIGEST, 3, 30),
                    rule("ExitLifted", FAMILY, Template.DECISION_LIFTED, DIGEST, 3, 60),
                    rule("ExitLifted", FACILITATOR, Template.FAMILY_DECISION, DIGEST, 3, 30),
                    rule("MembershipReinstated", FAMILY, Template.FAMILY_REINSTATED, DIGEST, 3, 60),
                    rule(
                            "MembershipReinstated",
                            FACILITATOR,
                            Template.FAMILY_DECISION,
                            DIGEST,
                            3,
                            30),
                    rule("ChildTransferred", FAMILY, Template.FAMILY_DATA_CHANGED, DIGEST, 3, 30),
                    rule("ChildTransferred", FACILITATOR, Template.FAMILY_DECISION, DIGEST, 3, 30),
                    rule("FamiliesMerged", FAMILY, Template.FAMILIES_MERGED, DIGEST, 3, 60),
                    rule("FamiliesMerged", FACILITATOR, Template.FAMILY_DECISION, DIGEST, 3, 30),
                    rule("FamilyMergeUndone", FAMILY, Template.FAMILY_MERGE_UNDONE, DIGEST, 3, 60),
                    rule("FamilyMergeUndone", FACILITATOR, Template.FAMILY_DECISION, DIGEST, 3, 30),
                    rule(
                            "FacilitatorLapseRecorded",
                            NAMED,
                            Template.MEETINGS_MISSED,
                            DIGEST,
                            3,
                            30),
                    rule(
                            "FacilitatorLapseEscalated",
                            NOTIFIED,
                            Template.MEETINGS_MISSED_BY_FACILITATOR,
                            DIGEST,
                            3,
                            30),
                    rule(
                            "FacilitatorLapseWithdrawn",
                            NAMED,
                            Template.LAPSE_WITHDRAWN,
                            DIGEST,
                            7,
                            30),
                    rule("FacilitatorReassigned", NAMED, Template.HAND_OVER, DIGEST, 3, 30),
                    rule("FacilitatorReassigned", GROUP_CHAIRS, Template.HAND_OVER, DIGEST, 3, 30),
                    rule(
                            "FacilitatorReassigned",
                            VILLAGE_FAMILIES,
                            Template.HAND_OVER,
                            DIGEST,
                            7,
                            60),
                    rule("HandoverCancelled", NAMED, Template.HAND_OVER_CANCELLED, DIGEST, 1, 30),
                    rule(
                            "HandoverCancelled",
                            GROUP_CHAIRS,
                            Template.HAND_OVER_CANCELLED,
                            DIGEST,
                            1,
                            30),
                    rule(
                            "HandoverCancelled",
                            VILLAGE_FAMILIES,
                            Template.HAND_OVER_CANCELLED,
                            DIGEST,
                            3,
                            60),
                    rule(
                            "VillageWithoutFacilitator",
                            NOTIFIED,
                            Template.VILLAGE_EMPTY,
                            AT_ONCE,
                            1,
                            30),
                    rule(
                            "VillageHasFacilitator",
                            NOTIFIED,
                            Template.VILLAGE_COVERED,
                            DIGEST,
                            3,
                            30),
                    rule("PaymentRejected", FAMILY, Template.PAYMENT_REJECTED, DIGEST, 7, 60),
                    rule(
                            "PaymentRejected",
                            FACILITATOR,
                            Template.FAMILY_PAYMENT_REJECTED,
                            DIGEST,
                            7,
                            30),
                    rule("PaymentReturned", FAMILY, Template.PAYMENT_RETURNED, DIGEST, 3, 60),
                    rule(
                            "PaymentReturned",
                            FACILITATOR,
                            Template.FAMILY_PAYMENT_RETURNED,
                            DIGEST,
                            3,
                            30),
                    rule("PaymentTakenOut", FAMILY, Template.PAYMENT_TAKEN_OUT, DIGEST, 3, 60),
                    rule(
                            "PaymentTakenOut",
                            FACILITATOR,
                            Template.FAMILY_PAYMENT_TAKEN_OUT,
                            DIGEST,
                            3,
                            30),
                    rule("AccountChanged", FAMILY, Template.ACCOUNT_CHANGED, AT_ONCE, 1, 30),
                    rule("FamiliesPlaced", FAMILY, Template.GROUP_CHANGED, DIGEST, 3, 60),
                    rule("MeetingPlanned", NAMED, Template.GROUP_MEETS, DIGEST, 3, 7),
                    rule("MeetingNear", NAMED, Template.GROUP_MEETS, DIGEST, 1, 2),
                    rule("WithdrawalDayPlanned", NAMED, Template.GROUP_WITHDRAWS, DIGEST, 3, 7),
                    rule("WithdrawalDayNear", NAMED, Template.GROUP_WITHDRAWS, DIGEST, 1, 2),
                    rule("MeetingReplanned", NAMED, Template.GROUP_PLAN_MOVED, AT_ONCE, 1, 7),
                    rule("MeetingCancelled", NAMED, Template.GROUP_PLAN_CANCELLED, AT_ONCE, 1, 7),
                    rule("DataUpdateAccepted", FAMILY, Template.FAMILY_DATA_CHANGED, DIGEST, 3, 30),
                    rule(
                            "DataUpdateReturned",
                            FACILITATOR,
                            Template.UPDATE_RETURNED,
                            DIGEST,
                            2,
                            30),
                    rule("DataUpdateOverdue", NOTIFIED, Template.UPDATE_OVERDUE, DIGEST, 1, 30),
                    rule("ComplaintLodged", NOTIFIED, Template.COMPLAINT_WAITS, DIGEST, 1, 30),
                    rule("ComplaintReopened", NOTIFIED, Template.COMPLAINT_WAITS, DIGEST, 1, 30),
                    rule(
                            "ComplaintEscalated",
                            NOTIFIED,
                            Template.COMPLAINT_ESCALATED,
                            DIGEST,
                            1,
                            30),
                    rule("ComplaintAnswered", FAMILY, Template.COMPLAINT_ANSWERED, DIGEST, 3, 60),
                    rule(
                            "AdvocacyAnswered",
                            FACILITATOR,
                            Template.ADVOCACY_ANSWERED,
                            DIGEST,
                            3,
                            30),
                    rule("ContactChanged", NAMED, Template.NUMBER_CHANGED, AT_ONCE, 1, 30),
                    rule("ContactWithdrawn", NAMED, Template.NUMBER_WITHDRAWN, AT_ONCE, 1, 30));

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
