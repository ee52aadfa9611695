package id.pkh.meeting.meeting.domain;

import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of meeting that a group holds. The names are the codes of the published language. */
public enum MeetingKind {
    GROUP_MEETING,
    P2K2;

    public static Optional<MeetingKind> ofCode(String code) {
        return Stream.of(values()).filter(kind -> kind.name().equals(code)).findFirst();
    }
}
