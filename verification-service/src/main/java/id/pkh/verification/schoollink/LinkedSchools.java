package id.pkh.verification.schoollink;

import id.pkh.platform.security.AreaScope;
import id.pkh.verification.compliance.CommitmentRules;
import id.pkh.verification.compliance.domain.EvidenceKind;
import id.pkh.verification.schoollink.SchoolLinks.Pupil;
import id.pkh.verification.signal.domain.VerificationPeriod;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** The pupils whom a link shows: those of the school in the areas of whoever made the link. */
@ApplicationScoped
class LinkedSchools {

    private final SchoolLinks links;
    private final CommitmentRules rules;

    LinkedSchools(SchoolLinks links, CommitmentRules rules) {
        this.links = links;
        this.rules = rules;
    }

    /** Nobody while no policy is in force for the quarter. */
    List<Pupil> pupils(String schoolId, VerificationPeriod quarter, AreaScope areas) {
        Set<String> components =
                rules.all()
                        .inForceFor(quarter)
                        .map(policy -> policy.componentsShownBy(EvidenceKind.SCHOOL))
                        .orElse(Set.of());
        return links.pupils(schoolId, quarter, components, areas);
    }

    /** Under whose name the lines of a link stand, whoever made it: the school is one sender. */
    static String sender(String schoolId) {
        return "school:" + schoolId;
    }
}
