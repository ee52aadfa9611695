package id.pkh.verification.explanation;

import id.pkh.verification.attendance.domain.MeetingKind;
import id.pkh.verification.signal.domain.VerificationPeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

/** What groups reported about a family in some months. */
public interface MeetingEvidence {

    /**
     * The entry of the family on the list of a group and month that stands.
     *
     * @param eventId the event with which the meeting service published it
     * @param reason why the meeting was not held; null when it was
     */
    record MeetingLine(
            UUID groupId,
            UUID eventId,
            MeetingKind kind,
            YearMonth month,
            String mark,
            String reason,
            LocalDate occurredOn,
            Instant recordedAt) {}

    List<MeetingLine> of(
            UUID kpmId, MeetingKind kind, VerificationPeriod first, VerificationPeriod last);
}
