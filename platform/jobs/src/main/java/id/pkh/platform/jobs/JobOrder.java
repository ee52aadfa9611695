package id.pkh.platform.jobs;

/**
 * What is asked of a job.
 *
 * @param kind of the work, see {@link JobWork#kind}
 * @param subject what it is about, as people name it: a cycle, a month and an area
 * @param parameters what the work needs to know, in a form of its own
 * @param itemsTotal how many items it will have; null when that is not known
 * @param requestedBy who asked for it
 */
public record JobOrder(
        String kind, String subject, String parameters, Long itemsTotal, String requestedBy) {}
