package id.pkh.verification.duty;

import id.pkh.platform.jobs.Job;
import id.pkh.verification.schoollink.SchoolLinks;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** The names under a school's link are deleted when it is over: nobody needs them any more. */
@ApplicationScoped
class ForgetLinkNamesWork implements DutyWork {

    private final SchoolLinks links;
    private final Clock clock;

    ForgetLinkNamesWork(SchoolLinks links, Clock clock) {
        this.links = links;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "school-links-forget";
    }

    @Override
    public List<UUID> due(UUID after, int limit) {
        return links.overWithLabels(clock.instant(), after, limit);
    }

    @Override
    public void apply(Job job, List<UUID> linkIds) {
        links.deleteLabels(linkIds);
    }
}
