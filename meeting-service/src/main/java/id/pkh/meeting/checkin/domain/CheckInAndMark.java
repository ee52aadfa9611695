package id.pkh.meeting.checkin.domain;

import id.pkh.meeting.meeting.domain.AttendanceMark;

/** What a check-in means beside the mark of the list. It never changes the mark. */
public final class CheckInAndMark {

    private CheckInAndMark() {}

    /**
     * Whether a mark says that a family did not come that checked in. A family without a check-in
     * is never asked about: an absent check-in says nothing.
     *
     * @param mark of a family that checked in; null when it is not on the list
     */
    public static boolean contradict(AttendanceMark mark) {
        return mark == AttendanceMark.ABSENT
                || mark == AttendanceMark.SICK
                || mark == AttendanceMark.PERMITTED;
    }
}
