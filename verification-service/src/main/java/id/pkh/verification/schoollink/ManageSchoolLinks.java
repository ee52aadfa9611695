package id.pkh.verification.schoollink;

import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Ends a link, and notes that a person looked at what came by it. */
@ApplicationScoped
public class ManageSchoolLinks {

    private final SchoolLinks links;
    private final Clock clock;

    ManageSchoolLinks(SchoolLinks links, Clock clock) {
        this.links = links;
        this.clock = clock;
    }

    /** Again changes nothing. What came by the link stays. */
    @Transactional
    public void withdraw(UUID linkId, String subject, AreaScope areas) {
        require(linkId, areas);
        links.withdraw(linkId, subject, clock.instant());
    }

    @Transactional
    public void review(UUID linkId, int upTo, String subject, AreaScope areas) {
        require(linkId, areas);
        links.review(linkId, upTo, subject, clock.instant());
    }

    private void require(UUID linkId, AreaScope areas) {
        links.find(linkId, areas).orElseThrow(() -> Refused.because("NOT_FOUND"));
    }
}
