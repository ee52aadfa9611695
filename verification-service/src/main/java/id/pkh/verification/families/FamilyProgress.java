package id.pkh.verification.families;

import id.pkh.platform.jobs.Job;
import java.time.Instant;

/**
 * How far work on families has come.
 *
 * @param state RUNNING, STOPPED (by an operator, who can resume it), FAILED or DONE
 * @param familiesSkipped families that failed by themselves and wait for an operator
 */
public record FamilyProgress(
        String state,
        long familiesTotal,
        long familiesDone,
        long familiesSkipped,
        Instant finishedAt) {

    public static FamilyProgress of(Job job) {
        return new FamilyProgress(
                job.status() == Job.Status.WAITING
                        ? Job.Status.RUNNING.name()
                        : job.status().name(),
                job.itemsTotal(),
                job.itemsDone(),
                job.itemsSetAside(),
                job.finishedAt());
    }
}
