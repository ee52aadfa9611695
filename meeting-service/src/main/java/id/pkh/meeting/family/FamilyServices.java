package id.pkh.meeting.family;

import java.util.Set;

/**
 * Where the members of a family are to be seen.
 *
 * @param schoolIds NPSN of the schools of its members
 * @param needsClinic whether health services are to see one of them: a pregnancy or a small child
 */
public record FamilyServices(Set<String> schoolIds, boolean needsClinic) {

    public FamilyServices {
        schoolIds = Set.copyOf(schoolIds);
    }
}
