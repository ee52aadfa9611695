package id.pkh.registry.enrolment;

import id.pkh.registry.family.domain.Family;
import id.pkh.registry.intake.PersonDraft;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Adds a person with a component to a family. */
@ApplicationScoped
public class AddMember {

    private final KpmRecords records;

    AddMember(KpmRecords records) {
        this.records = records;
    }

    @Transactional
    void handle(UUID kpmId, AsRead read, PersonDraft person) {
        Family family = records.lockForChange(kpmId, read);
        records.save(applied(family, KpmRecords.newId(), person));
    }

    public Family applied(Family family, UUID memberId, PersonDraft person) {
        return records.join(family, memberId, person, person.component().since());
    }
}
