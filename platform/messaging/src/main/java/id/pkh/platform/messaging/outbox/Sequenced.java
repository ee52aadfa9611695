package id.pkh.platform.messaging.outbox;

import id.pkh.contracts.Event;

/**
 * An event with its place in the history of its aggregate.
 *
 * @param event what happened
 * @param sequence version of the aggregate after it, from 1, rising
 */
public record Sequenced(Event event, long sequence) {}
