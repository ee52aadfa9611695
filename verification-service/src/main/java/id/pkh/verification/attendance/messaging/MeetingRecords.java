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
        MeetingKey key = key(held.groupId(), held.month(), MeetingKind.GROUP_MEETING);
        return held(event, key, held.villageCode(), held.attendance());
    }

    static MeetingRecord ofSession(ReceivedEvent<P2k2SessionHeld> event) {
        P2k2SessionHeld held = event.payload();
        MeetingKey key = key(held.groupId(), held.month(), MeetingKind.P2K2);
        return held(event, key, held.villageCode(), held.attendance());
    }

    static MeetingRecord ofCorrection(ReceivedEvent<AttendanceCorrected> event) {
        AttendanceCorrected corrected = event.payload();
        MeetingKey key = key(corrected.groupId(), corrected.month(), kind(corrected.kind()));
        return held(event, key, corrected.villageCode(), corrected.attendance());
    }

    static MeetingRecord ofNotHeld(ReceivedEvent<MeetingNotHeld> event) {
        MeetingNotHeld notHeld = event.payload();
        Map<UUID, String> marks = new LinkedHashMap<>();
        required(notHeld.kpmIds(), "families")
                .forEach(kpmId -> marks.put(kpmId, AttendanceMark.NOT_HELD.name()));
        return new MeetingRecord(
                event.meta().id(),
                key(notHeld.groupId(), notHeld.month(), MeetingKind.GROUP_MEETING),
                event.meta().sequence(),
                notHeld.villageCode(),
                false,
                notHeld.reason(),
                notHeld.attribution(),
                marks,
                required(notHeld.occurredOn(), "occurred_on"),
                required(notHeld.recordedAt(), "recorded_at"),
                Causation.by(event.meta()));
    }

    private static MeetingRecord held(
            ReceivedEvent<? extends Event> event,
            MeetingKey key,
            String villageCode,
            List<Attendance> attendance) {
        Map<UUID, String> marks = new LinkedHashMap<>();
        required(attendance, "attendance")
                .forEach(
                        mark ->
                                marks.put(
                                        required(mark.kpmId(), "kpm_id"),
                                        required(mark.mark(), "mark")));
        return new MeetingRecord(
                event.meta().id(),
                key,
                event.meta().sequence(),
                villageCode,
                true,
                null,
                null,
                marks,
                required(event.payload().occurredOn(), "occurred_on"),
                required(event.payload().recordedAt(), "recorded_at"),
                Causation.by(event.meta()));
    }

    private static MeetingKey key(UUID groupId, YearMonth month, MeetingKind kind) {
        return new MeetingKey(required(groupId, "group_id"), required(month, "month"), kind);
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
