package id.pkh.platform.jobs;

import java.util.UUID;

/**
 * The request to plan a job.
 *
 * @param kind of the work, see {@link JobWork#kind}
 * @param subject what the job is about, as people name it: a cycle, a month and an area
 * @param parameters the input of the work, in a format that the work defines
 * @param itemsTotal the number of items; null when it is not known
 * @param requestedBy who requested the job
 * @param afterJob the job that has to be done before this one starts; null if there is none
 */
public record JobOrder(
        String kind,
        String subject,
        String parameters,
        Long itemsTotal,
        String requestedBy,
        UUID afterJob) {

    /** The request to plan a job that may start at once. */
    public JobOrder(
            String kind, String subject, String parameters, Long itemsTotal, String requestedBy) {
        this(kind, subject, parameters, itemsTotal, requestedBy, null);
    }
}
