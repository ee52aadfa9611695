package id.pkh.meeting.meeting;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.meeting.duty.ReviewDuty;
import id.pkh.meeting.group.GroupEntity;
import id.pkh.meeting.group.Groups;
import id.pkh.platform.messaging.outbox.Outbox;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.YearMonth;

/**
 * Records that a group did not meet in a month, before or after the month is closed. Whose failure
 * that is follows from the reason, and nobody excuses herself.
 */
@ApplicationScoped
class ReportNotHeld {

    private static final String NOBODY = "NOBODY";
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
     * Who reports.
     *
     * @param mayExcuse whether her role may name a reason that is nobody's failure
     */
    record Reporter(String subject, boolean mayExcuse, AreaScope areas) {}

    /** What stands now, and whether that is new. */
    record Reported(NotHeld notHeld, boolean isNew) {}

    @Transactional
    Reported handle(String groupCode, YearMonth month, String reasonCode, Reporter reporter) {
        GroupEntity group = groups.lock(groups.require(groupCode, reporter.areas()).id());
        circumstances.refuseUnlessDue(group, month);
        NotHeldReasons.Reason reason = reasons.require(reasonCode, month);
        NotHeldCircumstances.Found found = circumstances.of(group, month);
        refuseUnfit(reason, found, reporter);
        NotHeld said =
                new NotHeld(
                        UuidCreator.getTimeOrderedEpoch(),
                        group.id(),
                        month,
                        found.facilitatorId(),
                        reason.code(),
                        reason.attribution(),
                        found.kpmIds(),
                        found.now(),
                        reporter.subject());
        NotHeld standing = records.standing(group.id(), month).orElse(null);
        if (standing != null && standing.saysTheSameAs(said)) {
            return new Reported(standing, false);
        }
        records.add(said);
        outbox.append(
                said.event(group.code(), group.villageCode(), found.day()), group.nextVersion());
        lateFacts.look(group.id(), month, ReviewDuty.REASON_CORRECTED);
        return new Reported(said, true);
    }

    private void refuseUnfit(
            NotHeldReasons.Reason reason, NotHeldCircumstances.Found found, Reporter reporter) {
        if (reason.attribution().equals(NOBODY)
                && (!reporter.mayExcuse()
                        || circumstances.isResponsible(found, reporter.subject()))) {
            throw Refused.because("EXCUSE_NEEDS_COORDINATOR").with("reason", reason.code());
        }
        if (reason.code().equals(NO_FACILITATOR_ASSIGNED) && found.facilitatorId() != null) {
            throw Refused.because("FACILITATOR_IS_ASSIGNED").with("month", found.month());
        }
    }
}
