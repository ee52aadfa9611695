package id.pkh.meeting.meeting;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.contracts.meeting.MeetingNotHeld;
import id.pkh.meeting.duty.ClosedMonths;
import id.pkh.meeting.duty.ReviewReason;
import id.pkh.meeting.family.GroupFamilies;
import id.pkh.meeting.group.GroupEntity;
import id.pkh.meeting.meeting.TakeBackMeeting.Locked;
import id.pkh.meeting.meeting.domain.MeetingKind;
import id.pkh.platform.messaging.outbox.Outbox;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Takes back a meeting of a closed month by two people. Then the month says what it would have said
 * without the meeting: a group that did not meet has a record of that, and the duty of the
 * facilitator is reviewed.
 */
@ApplicationScoped
class SettleTakingBack {

    private final TakingBackRows rows;
    private final TakeBackMeeting takeBackMeeting;
    private final ClosedMonths closedMonths;
    private final GroupFamilies families;
    private final ExplainMonth explainMonth;
    private final LateFacts lateFacts;
    private final Outbox outbox;
    private final Clock clock;

    SettleTakingBack(
            TakingBackRows rows,
            TakeBackMeeting takeBackMeeting,
            ClosedMonths closedMonths,
            GroupFamilies families,
            ExplainMonth explainMonth,
            LateFacts lateFacts,
            Outbox outbox,
            Clock clock) {
        this.rows = rows;
        this.takeBackMeeting = takeBackMeeting;
        this.closedMonths = closedMonths;
        this.families = families;
        this.explainMonth = explainMonth;
        this.lateFacts = lateFacts;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The proposal, and whether it is new. */
    record Proposed(UUID proposalId, boolean isNew) {}

    @Transactional
    Proposed propose(UUID meetingId, String reason, AreaScope areas, String by) {
        String plain = CorrectAttendance.checkedReason(reason);
        Locked locked = takeBackMeeting.lock(meetingId, areas);
        refuseTakenBack(locked);
        if (takeBackMeeting.closedMonth(locked).isEmpty()) {
            throw Refused.because("MEETING_OF_OPEN_MONTH");
        }
        TakingBackView open = rows.open(meetingId).orElse(null);
        if (open != null) {
            return new Proposed(open.proposalId(), false);
        }
        UUID id = UuidCreator.getTimeOrderedEpoch();
        rows.add(id, locked.meeting(), plain, clock.instant(), by);
        return new Proposed(id, true);
    }

    /** Again by the same person changes nothing. */
    @Transactional
    void confirm(UUID meetingId, UUID proposalId, int revision, AreaScope areas, String by) {
        Locked locked = takeBackMeeting.lock(meetingId, areas);
        TakingBackView proposal = require(meetingId, proposalId);
        if (proposal.outcome() == TakingBackOutcome.CONFIRMED) {
            return;
        }
        refuseSettled(proposal);
        if (proposal.proposedBy().equals(by)) {
            throw Refused.because("TAKING_BACK_SAME_PERSON");
        }
        int current = locked.meeting().revision;
        if (current != revision || current != proposal.revision()) {
            throw Refused.because("TAKING_BACK_OF_OTHER_LIST").with("revision", current);
        }
        takeBackMeeting.takeBack(locked, proposal.reason(), by);
        rows.settle(proposalId, TakingBackOutcome.CONFIRMED, clock.instant(), by);
        if (locked.makesUp() == null) {
            correctMonth(locked);
        }
    }

    @Transactional
    void withdraw(UUID meetingId, UUID proposalId, AreaScope areas, String by) {
        takeBackMeeting.lock(meetingId, areas);
        TakingBackView proposal = require(meetingId, proposalId);
        if (proposal.outcome() != TakingBackOutcome.WITHDRAWN) {
            refuseSettled(proposal);
            rows.settle(proposalId, TakingBackOutcome.WITHDRAWN, clock.instant(), by);
        }
    }

    private TakingBackView require(UUID meetingId, UUID proposalId) {
        return rows.one(meetingId, proposalId).orElseThrow(() -> Refused.because("NOT_FOUND"));
    }

    private static void refuseTakenBack(Locked locked) {
        if (locked.meeting().isTakenBack()) {
            throw Refused.because("MEETING_TAKEN_BACK");
        }
    }

    private static void refuseSettled(TakingBackView proposal) {
        if (proposal.outcome() != null) {
            throw Refused.because("TAKING_BACK_SETTLED").with("outcome", proposal.outcome());
        }
    }

    private void correctMonth(Locked locked) {
        GroupEntity group = locked.group();
        YearMonth month = locked.meeting().yearMonth();
        if (locked.meeting().kind == MeetingKind.GROUP_MEETING
                && MeetingEntity.in(group.id(), MeetingKind.GROUP_MEETING, month).isEmpty()) {
            explainMonth
                    .handle(
                            List.of(group),
                            month,
                            responsible(group, month),
                            families.owedMeetings(List.of(group.code()), month.atEndOfMonth()),
                            clock.instant())
                    .values()
                    .forEach(event -> publish(event, group));
        }
        lateFacts.review(group.id(), month, ReviewReason.REASON_CORRECTED);
    }

    private void publish(MeetingNotHeld event, GroupEntity group) {
        outbox.append(event, group.nextVersion());
    }

    /** As the month was closed. */
    private Map<String, UUID> responsible(GroupEntity group, YearMonth month) {
        Map<String, UUID> facilitators = new HashMap<>();
        closedMonths
                .of(group.id(), month)
                .ifPresent(closed -> facilitators.put(group.villageCode(), closed.facilitatorId()));
        return facilitators;
    }
}
