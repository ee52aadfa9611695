package id.pkh.platform.operations;

import id.pkh.platform.jobs.Job;
import id.pkh.platform.jobs.JobWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** A kind of job, so that the metrics of jobs have a kind to show. */
@ApplicationScoped
class NoWork implements JobWork<String> {

    @Override
    public String kind() {
        return "no-work";
    }

    @Override
    public List<String> next(Job job, Optional<String> after, int limit) {
        return List.of();
    }

    @Override
    public void apply(Job job, List<String> items) {
        // there are no items
    }

    @Override
    public String textOf(String item) {
        return item;
    }

    @Override
    public String itemOf(String text) {
        return text;
    }
}
