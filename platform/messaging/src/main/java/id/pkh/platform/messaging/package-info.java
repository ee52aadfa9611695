/**
 * Delivery between the services: no event is lost, and none has its effect twice.
 *
 * <p>A service appends events to the {@link id.pkh.platform.messaging.outbox.Outbox} in the
 * transaction of the change; the {@code relay} publishes them. An {@link
 * id.pkh.platform.messaging.intake.EventIntake} applies what other services published, once, by way
 * of the {@code inbox} and the service's {@code subscription}s. Events that cannot be applied wait
 * in {@code parking} until an operator starts a {@code redrive} or discards them. The {@code
 * envelope} is CloudEvents; {@code trace} keeps the chain from an effect back to its cause.
 *
 * <p>Of the programme this module knows only {@link id.pkh.contracts.Event} and the catalogue of
 * types. It needs neither REST nor security: what operators see and do over HTTP is in {@code
 * platform/operations}.
 */
package id.pkh.platform.messaging;
