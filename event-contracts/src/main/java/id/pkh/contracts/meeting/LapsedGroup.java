package id.pkh.contracts.meeting;

import java.util.UUID;

/**
 * A group without the meeting it was due.
 *
 * @param groupId group of families
 * @param monthsRunning months in a row, this one included, that the same facilitator held none
 */
public record LapsedGroup(UUID groupId, int monthsRunning) {}
