/**
 * Delivery between the services: nothing lost, nothing doubled.
 *
 * <p>{@link id.pkh.platform.messaging.Outbox} out, {@link id.pkh.platform.messaging.EventIntake}
 * in, parking and {@link id.pkh.platform.messaging.Redrive} for what cannot be applied. Of the
 * programme it knows only what an {@link id.pkh.contracts.Event} and its type are.
 */
package id.pkh.platform.messaging;
