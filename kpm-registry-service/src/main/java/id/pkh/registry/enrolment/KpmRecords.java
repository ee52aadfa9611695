package id.pkh.registry.enrolment;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.platform.security.Caller;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import id.pkh.registry.family.Families;
import id.pkh.registry.family.Provenance;
import id.pkh.registry.family.domain.Family;
import id.pkh.registry.family.domain.Member;
import id.pkh.registry.family.domain.Person;
import id.pkh.registry.history.FamilyHistory;
import id.pkh.registry.intake.DraftSealing;
import id.pkh.registry.intake.PersonDraft;
import id.pkh.registry.intake.UniqueViolations;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Loads and locks one family for a use case, and saves it with its events. */
@ApplicationScoped
public class KpmRecords {

    private static final int CHANGES_SHOWN = 20;

    private final Families families;
    private final FamilyHistory history;
    private final DraftSealing sealing;
    private final Caller caller;
    private final Clock clock;

    KpmRecords(
            Families families,
            FamilyHistory history,
            DraftSealing sealing,
            Caller caller,
            Clock clock) {
        this.families = families;
        this.history = history;
        this.sealing = sealing;
        this.caller = caller;
        this.clock = clock;
    }

    /** Locks and returns the family if the caller may change it. */
    public Family lockForChange(UUID id) {
        Family family = lock(id);
        requireOpen(family);
        return family;
    }

    /** The same, if the family still is as the caller has read it. */
    Family lockForChange(UUID id, AsRead read) {
        Family family = lock(id);
        if (read.version() != null && read.version() != family.version()) {
            throw Refused.because("VERSION_CONFLICT").with("version", family.version());
        }
        if (read.isTagged() && !read.tags().contains(family.version())) {
            throw Refused.because("FAMILY_CHANGED")
                    .with("your_version", read.latestTag())
                    .with("version", family.version())
                    .with("changes", history.since(id, read.latestTag(), CHANGES_SHOWN));
        }
        requireOpen(family);
        return family;
    }

    /** The record of a family that has left does not change until it comes back. */
    public void requireOpen(Family family) {
        if (family.status().isFinal()) {
            throw Refused.because("KPM_CLOSED").with("status", family.status().name());
        }
    }

    /** Locks and returns the family, which may have left, if the caller may see it. */
    public Family lock(UUID id) {
        Family family = families.lock(id).orElseThrow(() -> Refused.because("NOT_FOUND"));
        caller.areas().require(family.details().villageCode());
        return family;
    }

    /** Two people bring a family into the programme: one registers it, another activates it. */
    boolean isRegisteredByCaller(UUID id) {
        return families.registeredBy(id).filter(caller.subject()::equals).isPresent();
    }

    public Member memberOf(Family family, UUID memberId) {
        return family.member(memberId).orElseThrow(() -> Refused.because("NOT_A_MEMBER"));
    }

    /** Returns the family with one more person, who is not on record yet. */
    Family join(Family family, UUID memberId, PersonDraft draft, LocalDate on) {
        Person person = newPerson(draft);
        if (family.memberByNik(person.nik().token()).isPresent()) {
            throw Refused.because("NIK_DUPLICATE");
        }
        return family.joinedBy(memberId, person, on);
    }

    /** The person with this NIK, who may join another family if the own family has left. */
    Optional<Families.Holder> holderOf(String nikToken) {
        return Optional.ofNullable(families.holdersOf(List.of(nikToken)).get(nikToken));
    }

    Person newPerson(PersonDraft draft) {
        Person person = sealing.person(draft, Optional.empty());
        if (holderOf(person.nik().token()).filter(holder -> !holder.hasLeft()).isPresent()) {
            throw Refused.because("NIK_DUPLICATE");
        }
        return person;
    }

    void save(Family family) {
        save(family, null, null);
    }

    /** What one person submitted in a data update and another accepted, as one version. */
    public void save(Family family, UUID updateId) {
        save(family, Provenance.ofUpdate(caller.subject(), updateId, clock.instant()));
    }

    /** A change of status, with its reason code and the decision behind it, if any. */
    void save(Family family, String reason, UUID decisionId) {
        save(family, new Provenance(caller.subject(), reason, decisionId, clock.instant()));
    }

    private void save(Family family, Provenance provenance) {
        List<Family> changed =
                new ArrayList<>(families.releasedTo(family, BusinessDates.on(provenance.at())));
        changed.add(family);
        UniqueViolations.refuseOn(() -> families.save(changed, provenance));
    }

    public static UUID newId() {
        return UuidCreator.getTimeOrderedEpoch();
    }
}
