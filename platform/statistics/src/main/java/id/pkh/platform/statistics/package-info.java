/**
 * Counts of families by area and status, for publication. A service has a {@link
 * id.pkh.platform.statistics.StatisticSource}. A job counts every regency, hides small numbers and
 * what they follow from in the whole country at once, and keeps what may be shown; so every reader
 * sees the same.
 */
package id.pkh.platform.statistics;
