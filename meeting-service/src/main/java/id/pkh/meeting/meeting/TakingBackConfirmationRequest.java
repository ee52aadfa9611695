package id.pkh.meeting.meeting;

import jakarta.validation.constraints.Min;

/**
 * Confirms that a meeting never took place.
 *
 * @param revision of the list that was read
 */
public record TakingBackConfirmationRequest(@Min(1) int revision) {}
