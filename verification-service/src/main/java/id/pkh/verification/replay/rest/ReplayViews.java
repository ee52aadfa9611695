package id.pkh.verification.replay.rest;

import id.pkh.platform.jobs.Jobs;
import id.pkh.verification.families.FamilyProgress;
import id.pkh.verification.replay.PolicyReplay;
import jakarta.enterprise.context.ApplicationScoped;

/** Shows replays with the progress of their jobs. */
@ApplicationScoped
class ReplayViews {

    private final Jobs jobs;

    ReplayViews(Jobs jobs) {
        this.jobs = jobs;
    }

    ReplayView of(PolicyReplay replay) {
        return ReplayView.of(replay, FamilyProgress.of(jobs.find(replay.replayId()).orElseThrow()));
    }
}
