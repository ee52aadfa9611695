package id.pkh.contracts.meeting;

import java.util.UUID;

/**
 * One mark that a correction changed.
 *
 * @param kpmId beneficiary family
 * @param oldMark mark before
 * @param newMark mark after
 */
public record AttendanceChange(UUID kpmId, String oldMark, String newMark) {}
