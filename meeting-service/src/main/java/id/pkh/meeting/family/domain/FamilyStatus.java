package id.pkh.meeting.family.domain;

import java.util.List;
import java.util.Set;

/**
 * A family's status, by the code of the published language. A code that is unknown here is kept: a
 * family with it is in the programme, but no meeting is owed to it.
 */
public record FamilyStatus(String code) {

    /** A family with one of these codes is owed its meetings. */
    public static final List<String> OWED_MEETINGS = List.of("ACTIVE", "SUSPENDED");

    /** A family with one of these codes is in no group, whatever its group code says. */
    private static final Set<String> LEFT =
            Set.of("INELIGIBLE", "GRADUATED", "MOVED", "DECEASED", "TERMINATED");

    public boolean isInProgramme() {
        return !LEFT.contains(code);
    }
}
