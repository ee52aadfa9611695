package id.pkh.meeting.family;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A family is now in another group than before.
 *
 * @param from group code before; null when it was in none
 * @param to group code now; null when it is in none
 * @param version version of the family that says so
 */
public record GroupChange(UUID kpmId, String from, String to, LocalDate occurredOn, long version) {}
