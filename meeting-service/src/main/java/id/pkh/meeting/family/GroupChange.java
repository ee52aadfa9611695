package id.pkh.meeting.family;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A family changed its group.
 *
 * @param from previous group code; null when it was in none
 * @param to current group code; null when it is in none
 * @param version the version of the family that contains the change
 */
public record GroupChange(UUID kpmId, String from, String to, LocalDate occurredOn, long version) {}
