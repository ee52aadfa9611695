package id.pkh.verification.duty;

import id.pkh.platform.jobs.Job;
import id.pkh.platform.jobs.JobWork;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What is due on a day, one thing after the other by its id. One that fails by itself is set aside,
 * so that it does not hold up the others.
 */
public interface DutyWork extends JobWork<UUID> {

    /** What is due now. */
    List<UUID> due(UUID after, int limit);

    @Override
    default List<UUID> next(Job job, Optional<UUID> after, int limit) {
        return due(after.orElse(null), limit);
    }

    @Override
    default String textOf(UUID id) {
        return id.toString();
    }

    @Override
    default UUID itemOf(String text) {
        return UUID.fromString(text);
    }

    /** What a stopped job leaves is due again at the next run. */
    @Override
    default boolean endsWhenStopped() {
        return true;
    }
}
