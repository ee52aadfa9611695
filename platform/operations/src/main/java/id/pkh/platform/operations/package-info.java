/**
 * What operators see and do in one service over HTTP: the journal of published events, parked
 * events, redrives, and the backlog of the outbox.
 *
 * <p>The tables belong to {@code platform/messaging}. This module reads them for lists; it changes
 * them only through {@link id.pkh.platform.messaging.redrive.Redrives} and {@link
 * id.pkh.platform.messaging.redrive.Discard}.
 */
package id.pkh.platform.operations;
