package id.pkh.systemtests;

import id.pkh.client.meeting.model.MeetingKind;
import java.time.LocalDate;
import java.util.Map;

/** A way on which a facilitator states what happened in a month. Families are named by letters. */
interface MonthWay {

    /**
     * @param session its code; null for a group meeting
     * @param marks by family
     */
    void meeting(MeetingKind kind, LocalDate day, String session, Map<String, String> marks);

    void withdrawn(String family, LocalDate day, long rupiah);

    void notWithdrawn(String family, LocalDate day, String reason);

    /** Nobody is at home. */
    void visitedInVain(String family, LocalDate day);

    /** A form of the house, and a finding. */
    void visited(String family, LocalDate day, String finding);

    /** The child is a pupil of this school of the next level now. */
    void schoolChanged(String family, LocalDate day, String school);

    /** The only child of a family was at school on so many days of the month, and was absent. */
    void attended(String family, LocalDate day, int present, int absent);

    void complains(String family, String type, String text);

    /** Everything is at the services when this returns. */
    void send();
}
