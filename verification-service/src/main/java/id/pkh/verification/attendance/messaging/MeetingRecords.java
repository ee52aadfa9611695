package id.pkh.verification.attendance.messaging;

import id.pkh.contracts.Event;
import id.pkh.contracts.meeting.Attendance;
import id.pkh.contracts.meeting.AttendanceCorrected;
import id.pkh.contracts.meeting.MeetingHeld;
import id.pkh.contracts.meeting.MeetingNotHeld;
import id.pkh.contracts.meeting.P2k2SessionHeld;
import id.pkh.platform.messaging.envelope.ReceivedEvent;
import id.pkh.platform.messaging.failure.PermanentFailure;
import id.pkh.platform.messaging.trace.Causation;
import id.pkh.verification.attendance.MeetingRecord;
import id.pkh.verification.attendance.MeetingRecord.MeetingKey;
import id.pkh.verification.attendance.domain.AttendanceMark;
import id.pkh.verification.attendance.domain.MeetingKind;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Translates the events about meetings into this service's own command. */
final class MeetingRecords {

    private MeetingRecords() {}

    static MeetingRecord ofMeeting(ReceivedEvent<MeetingHeld> event) {
        MeetingHeld held = event.payload();
        return record(
                event,
                new Subject(
                        held.groupId(),
                        held.month(),
                        MeetingKind.GROUP_MEETING,
                        held.meetingId(),
                        held.makesUpMeetingId(),
                        held.makesUpMonth(),
                        false),
                held.villageCode(),
                held.attendance());
    }

    static MeetingRecord ofSession(ReceivedEvent<P2k2SessionHeld> event) {
        P2k2SessionHeld held = event.payload();
        return record(
                event,
                new Subject(
                        held.groupId(),
                        held.month(),
                        MeetingKind.P2K2,
                        held.meetingId(),
                        held.makesUpMeetingId(),
                        held.makesUpMonth(),
                        false),
                held.villageCode(),
                held.attendance());
    }

    static MeetingRecord ofCorrection(ReceivedEvent<AttendanceCorrected> event) {
        AttendanceCorrected corrected = event.payload();
        return record(
                event,
                new Subject(
                        corrected.groupId(),
                        corrected.month(),
                        kind(corrected.kind()),
                        corrected.meetingId(),
                        corrected.makesUpMeetingId(),
                        corrected.makesUpMonth(),
                        true),
                corrected.villageCode(),
                corrected.attendance());
    }

    /** What an event is about. */
    private record Subject(
            UUID groupId,
            YearMonth month,
            MeetingKind kind,
            UUID meetingId,
            UUID makesUp,
            YearMonth makesUpMonth,
            boolean isCorrection) {

        /** What makes up for a meeting is a fact about the month of that meeting. */
        MeetingKey key() {
            return new MeetingKey(
                    required(groupId, "group_id"),
                    makesUp == null
                            ? required(month, "month")
                            : required(makesUpMonth, "makes_up_month"),
                    kind,
                    required(meetingId, "meeting_id"));
        }

        /** It clears those who came, and states nothing about the others. */
        boolean says(String mark) {
            return makesUp == null || mark.equals(AttendanceMark.PRESENT.name());
        }
    }

    static MeetingRecord ofNotHeld(ReceivedEvent<MeetingNotHeld> event) {
        MeetingNotHeld notHeld = event.payload();
        Map<UUID, String> marks = new LinkedHashMap<>();
        required(notHeld.kpmIds(), "families")
                .forEach(kpmId -> marks.put(kpmId, AttendanceMark.NOT_HELD.name()));
        return new MeetingRecord(
                event.meta().id(),
                new MeetingKey(
                        required(notHeld.groupId(), "group_id"),
                        required(notHeld.month(), "month"),
                        MeetingKind.GROUP_MEETING,
                        MeetingKey.NO_MEETING),
                event.meta().sequence(),
                notHeld.villageCode(),
                false,
                false,
                null,
                notHeld.reason(),
                notHeld.attribution(),
                marks,
                required(notHeld.occurredOn(), "occurred_on"),
                required(notHeld.recordedAt(), "recorded_at"),
                Causation.by(event.meta()));
    }

    private static MeetingRecord record(
            ReceivedEvent<? extends Event> event,
            Subject subject,
            String villageCode,
            List<Attendance> attendance) {
        Map<UUID, String> marks = new LinkedHashMap<>();
        for (Attendance each : required(attendance, "attendance")) {
            String mark = required(each.mark(), "mark");
            if (subject.says(mark)) {
                marks.put(required(each.kpmId(), "kpm_id"), mark);
            }
        }
        return new MeetingRecord(
                event.meta().id(),
                subject.key(),
                event.meta().sequence(),
                villageCode,
                true,
                subject.isCorrection(),
                subject.makesUp(),
                null,
                null,
                marks,
                required(event.payload().occurredOn(), "occurred_on"),
                required(event.payload().recordedAt(), "recorded_at"),
                Causation.by(event.meta()));
    }

    private static MeetingKind kind(String text) {
        return Arrays.stream(MeetingKind.values())
                .filter(kind -> kind.name().equals(text))
                .findFirst()
                .orElseThrow(
                        () ->
                                new PermanentFailure(
                                        "MEETING_KIND_UNKNOWN", "a meeting of an unknown kind"));
    }

    private static <T> T required(T value, String name) {
        if (value == null) {
            throw new PermanentFailure("PAYLOAD_INCOMPLETE", "a meeting without " + name);
        }
        return value;
    }
}
