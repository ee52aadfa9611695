package id.pkh.meeting.family.domain;

import java.util.List;
import java.util.Set;

/**
 * A family's status, by the code of the published language. An unknown code is kept: a family with
 * it is in the programme, but no meeting is due to it.
 */
public record FamilyStatus(String code) {

    /** A meeting is due to a family with one of these codes. */
    public static final List<String> OWED_MEETINGS = List.of("ACTIVE", "SUSPENDED");

    /** A family with one of these codes is in no group, even if it has a group code. */
    private static final Set<String> LEFT =
            Set.of("INELIGIBLE", "GRADUATED", "MOVED", "DECEASED", "TERMINATED");

    public boolean isInProgramme() {
        return !LEFT.contains(code);
    }
}
