package id.pkh.meeting.meeting;

import id.pkh.meeting.duty.ReviewReason;
import id.pkh.meeting.group.GroupEntity;
import id.pkh.meeting.group.Groups;
import id.pkh.meeting.meeting.domain.Attribution;
import id.pkh.platform.messaging.outbox.Outbox;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Records that a group did not meet in a month, before or after the month is closed. The reason
 * determines the attribution, and facilitators cannot excuse themselves.
 */
@ApplicationScoped
class ReportNotHeld {

    private static final String NO_FACILITATOR_ASSIGNED = "NO_FACILITATOR_ASSIGNED";

    private final Groups groups;
    private final NotHeldReasons reasons;
    private final NotHeldRecords records;
    private final NotHeldCircumstances circumstances;
    private final LateFacts lateFacts;
    private final Outbox outbox;

    ReportNotHeld(
            Groups groups,
            NotHeldReasons reasons,
            NotHeldRecords records,
            NotHeldCircumstances circumstances,
            LateFacts lateFacts,
            Outbox outbox) {
        this.groups = groups;
        this.reasons = reasons;
        this.records = records;
        this.circumstances = circumstances;
        this.lateFacts = lateFacts;
        this.outbox = outbox;
    }

    /**
     * The user who reports.
     *
     * @param mayExcuse whether their role may name a reason that excuses the facilitator
     */
    record Reporter(String subject, boolean mayExcuse, AreaScope areas) {}

    /** The record in effect now, and whether it is new. */
    record Reported(UUID notHeldId, boolean isNew) {}

    @Transactional
    Reported handle(String groupCode, YearMonth month, String reasonCode, Reporter reporter) {
        GroupEntity group = groups.requireLocked(groupCode, reporter.areas());
        circumstances.refuseUnlessDue(group, month);
        NotHeldReasons.Reason reason = reasons.require(reasonCode, month);
        NotHeldCircumstances.Found found = circumstances.of(group, month);
        refuseUnfit(reason, found, reporter);
        NotHeldEntity report =
                new NotHeldEntity(
                        group.id(),
                        month,
                        found.facilitatorId(),
                        reason.code(),
                        reason.attribution(),
                        found.kpmIds(),
                        found.now(),
                        reporter.subject());
        Map<UUID, NotHeldEntity> inEffect = records.inEffect(List.of(group.id()), month);
        NotHeldEntity before = inEffect.get(group.id());
        if (before != null && before.statesTheSameAs(report)) {
            return new Reported(before.id, false);
        }
        records.add(List.of(report), inEffect);
        outbox.append(report.event(group, found.day()), group.nextVersion());
        lateFacts.review(group.id(), month, ReviewReason.REASON_CORRECTED);
        return new Reported(report.id, true);
    }

    private void refuseUnfit(
            NotHeldReasons.Reason reason, NotHeldCircumstances.Found found, Reporter reporter) {
        if (reason.attribution() == Attribution.NOBODY
                && (!reporter.mayExcuse()
                        || circumstances.isResponsible(found, reporter.subject()))) {
            throw Refused.because("EXCUSE_NEEDS_COORDINATOR").with("reason", reason.code());
        }
        if (reason.code().equals(NO_FACILITATOR_ASSIGNED) && found.facilitatorId() != null) {
            throw Refused.because("FACILITATOR_IS_ASSIGNED").with("month", found.month());
        }
    }
}
