package id.pkh.registry.webhook;

import id.pkh.registry.webhook.domain.AttemptOutcome;
import java.time.Duration;

/**
 * What one request came to.
 *
 * @param status of the answer, or null without one
 * @param millis until the head of the answer
 * @param askedFor the wait of {@code Retry-After}, or null
 */
public record Attempt(AttemptOutcome outcome, Integer status, long millis, Duration askedFor) {}
