package id.pkh.registry.complaint;

import id.pkh.platform.security.Caller;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import id.pkh.registry.complaint.ComplaintRequests.Lodging;
import id.pkh.registry.complaint.Persons.Person;
import id.pkh.registry.complaint.domain.ComplaintType;
import id.pkh.registry.enrolment.KpmRecords;
import id.pkh.registry.family.domain.Family;
import id.pkh.registry.visit.VisitedFamilies;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Whether what a complaint names belongs to it: the family, the member, the person, the visit. */
@ApplicationScoped
class CheckLodging {

    private final KpmRecords records;
    private final VisitedFamilies visits;
    private final Persons persons;
    private final Caller caller;
    private final Clock clock;

    CheckLodging(
            KpmRecords records,
            VisitedFamilies visits,
            Persons persons,
            Caller caller,
            Clock clock) {
        this.records = records;
        this.visits = visits;
        this.persons = persons;
        this.caller = caller;
        this.clock = clock;
    }

    /** The family, locked, and whether a coordinator is the person whom it is about. */
    record Checked(Family family, boolean isAboutCoordinator) {

        String village() {
            return family.details().villageCode();
        }
    }

    Checked checked(Lodging request) {
        ComplaintType type = request.type();
        if (request.readPriority().compareTo(type.leastPriority()) < 0) {
            throw Refused.because("COMPLAINT_PRIORITY_TOO_LOW")
                    .with("least", type.leastPriority().name());
        }
        if (!type.member().permits(request.memberId() != null)) {
            throw Refused.because("COMPLAINT_MEMBER_DISAGREES").with("type", type.name());
        }
        if (!type.person().permits(request.aboutFacilitatorId() != null)) {
            throw Refused.because("COMPLAINT_PERSON_DISAGREES").with("type", type.name());
        }
        Family family = records.lockForChange(request.kpmId());
        if (request.memberId() != null) {
            records.memberOf(family, request.memberId());
        }
        if (request.visitId() != null && !visits.isOf(request.visitId(), family.id())) {
            throw Refused.because("COMPLAINT_VISIT_DISAGREES");
        }
        return new Checked(
                family, request.aboutFacilitatorId() != null && isCoordinator(request, family));
    }

    private boolean isCoordinator(Lodging request, Family family) {
        Person person =
                persons.find(
                                request.aboutFacilitatorId(),
                                family.details().villageCode(),
                                caller.subject(),
                                BusinessDates.today(clock))
                        .orElseThrow(() -> Refused.because("FACILITATOR_UNKNOWN"));
        if (person.isCaller()) {
            throw Refused.because("COMPLAINT_ABOUT_ONESELF");
        }
        return person.isCoordinator();
    }
}
