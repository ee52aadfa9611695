/**
 * What operators see and do in one service over HTTP: the journal of published events, parked
 * events, redrives, jobs, and the backlog of the outbox.
 *
 * <p>The tables belong to {@code platform/messaging} and {@code platform/jobs}. This module reads
 * the former for lists; it changes them only through {@link
 * id.pkh.platform.messaging.redrive.Redrives}, {@link id.pkh.platform.messaging.redrive.Discard}
 * and {@link id.pkh.platform.jobs.Jobs}.
 */
package id.pkh.platform.operations;
