package id.pkh.platform.operations;

import id.pkh.platform.jobs.Job;
import id.pkh.platform.jobs.Jobs;
import id.pkh.platform.messaging.redrive.OperatorActions;
import id.pkh.platform.web.Refused;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;

/** Stops and resumes jobs for operators, retries what is set aside, and records who did it. */
@ApplicationScoped
class JobControl {

    private final Jobs jobs;
    private final OperatorActions actions;

    JobControl(Jobs jobs, OperatorActions actions) {
        this.jobs = jobs;
        this.actions = actions;
    }

    @Transactional
    void stop(UUID jobId, String by) {
        Job before = found(jobId);
        if (!jobs.stop(jobId, by)) {
            throw refused("JOB_NOT_TO_BE_STOPPED", jobId);
        }
        record(by, "STOP_JOB", before, Map.of("items_done", found(jobId).itemsDone()));
    }

    @Transactional
    void resume(UUID jobId, String by) {
        Job before = found(jobId);
        if (!jobs.resume(jobId)) {
            throw refused("JOB_NOT_TO_BE_RESUMED", jobId);
        }
        record(by, "RESUME_JOB", before, Map.of("state_before", before.status()));
    }

    /** Not in one transaction: each item has its own. */
    void retrySetAside(UUID jobId, String by) {
        Job before = found(jobId);
        if (before.itemsSetAside() == 0) {
            throw Refused.because("JOB_HAS_NOTHING_SET_ASIDE").with("id", jobId);
        }
        long dealtWith = jobs.retrySetAside(jobId);
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                record(
                                        by,
                                        "RETRY_SET_ASIDE",
                                        before,
                                        Map.of(
                                                "tried",
                                                before.itemsSetAside(),
                                                "dealt_with",
                                                dealtWith)));
    }

    Job found(UUID jobId) {
        return jobs.find(jobId).orElseThrow(() -> Refused.because("NOT_FOUND").with("id", jobId));
    }

    private Refused refused(String code, UUID jobId) {
        return Refused.because(code).with("id", jobId).with("state", found(jobId).status());
    }

    private void record(String by, String action, Job job, Map<String, ?> outcome) {
        actions.record(
                by,
                action,
                Map.of("job_id", job.jobId(), "kind", job.kind(), "subject", job.subject()),
                outcome);
    }
}
