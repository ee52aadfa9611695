package id.pkh.meeting.family;

import id.pkh.meeting.family.domain.FamilyStatus;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A version of a family as the registry published it.
 *
 * @param groupCode null when the family has no group
 * @param services schools and health services of its members
 */
public record FamilyState(
        UUID kpmId,
        long version,
        LocalDate occurredOn,
        String villageCode,
        String groupCode,
        String caretakerNikToken,
        FamilyStatus status,
        FamilyServices services) {}
