package id.pkh.meeting.checkin;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.meeting.checkin.domain.CheckInPolicy;
import id.pkh.meeting.group.GroupEntity;
import id.pkh.meeting.group.Groups;
import id.pkh.meeting.meeting.domain.MeetingKind;
import id.pkh.platform.persistence.AdvisoryLocks;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Opens the check-in of a session that is held today. It cannot be opened for another day. */
@ApplicationScoped
class OpenCheckIn {

    private static final int SECRET_BYTES = 32;

    private final Groups groups;
    private final CheckInSessions sessions;
    private final CheckInPolicies policies;
    private final AdvisoryLocks locks;
    private final Clock clock;

    OpenCheckIn(
            Groups groups,
            CheckInSessions sessions,
            CheckInPolicies policies,
            AdvisoryLocks locks,
            Clock clock) {
        this.groups = groups;
        this.sessions = sessions;
        this.policies = policies;
        this.locks = locks;
        this.clock = clock;
    }

    /** The session, and whether it was opened by this request. */
    record Opened(CheckInSession session, boolean isNew) {}

    /** Again while it is open gives the same. */
    @Transactional
    Opened handle(CheckInSessionRequest request, AreaScope areas, String by) {
        GroupEntity group = groups.require(request.groupCode(), areas);
        MeetingKind kind =
                MeetingKind.ofCode(request.kind())
                        .orElseThrow(
                                () ->
                                        Refused.because("MEETING_KIND_UNKNOWN")
                                                .with("kind", request.kind()));
        locks.take("check-in:" + group.id() + kind);
        Instant now = clock.instant();
        LocalDate today = BusinessDates.on(now);
        Optional<CheckInSession> open = sessions.openOf(group.id(), kind, today, now);
        if (open.isPresent()) {
            return new Opened(open.get(), false);
        }
        CheckInPolicy policy = policies.on(today);
        CheckInSession session =
                new CheckInSession(
                        UuidCreator.getTimeOrderedEpoch(),
                        group.id(),
                        group.code(),
                        group.villageCode(),
                        kind,
                        today,
                        CodeText.random(CodeText.HALF_CHARS),
                        CodeText.randomSecret(SECRET_BYTES),
                        policy.steps().stepSeconds(),
                        policy.steps().stepsBack(),
                        now,
                        by,
                        now.plus(policy.open()));
        sessions.add(session);
        return new Opened(session, true);
    }
}
