package id.pkh.registry.history.domain;

import java.time.Instant;
import java.time.LocalDate;

/**
 * From a day on something was so, and since a moment it is known.
 *
 * @param version of the family that the change made
 * @param since first day; null if it was carried over, and was so before it was recorded
 * @param value null for none, such as no group
 */
public record Fact(long version, LocalDate since, Instant recordedAt, String value) {}
