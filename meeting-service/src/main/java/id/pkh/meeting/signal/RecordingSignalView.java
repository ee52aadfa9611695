package id.pkh.meeting.signal;

import id.pkh.meeting.meeting.domain.MeetingKind;
import id.pkh.meeting.signal.domain.RecordingSignal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A list whose recording is worth a look.
 *
 * @param families on the list
 * @param listsAtOnce lists that the same person recorded within the seconds up to it
 */
@Schema(name = "ListWithSignals")
public record RecordingSignalView(
        UUID meetingId,
        String groupCode,
        String villageCode,
        MeetingKind kind,
        YearMonth month,
        LocalDate heldOn,
        Instant recordedAt,
        String recordedBy,
        List<RecordingSignal> signals,
        int families,
        int present,
        int listsAtOnce) {}
