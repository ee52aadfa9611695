package id.pkh.contracts.meeting;

import java.util.UUID;

/**
 * A group that did not get a meeting that was due.
 *
 * @param groupId group of families
 * @param monthsRunning number of months in a row, including this one, in which the same facilitator
 *     held no meeting
 */
public record LapsedGroup(UUID groupId, int monthsRunning) {}
