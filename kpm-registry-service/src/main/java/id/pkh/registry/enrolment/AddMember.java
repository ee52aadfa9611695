package id.pkh.registry.enrolment;

import id.pkh.platform.security.Caller;
import id.pkh.registry.enrolment.domain.KpmFacts;
import id.pkh.registry.intake.PersonDraft;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** A person joins a family with the component she or he carries. */
@ApplicationScoped
class AddMember {

    private static final String REASON = "MEMBER_ADDED";

    private final KpmRecords records;
    private final Caller caller;

    AddMember(KpmRecords records, Caller caller) {
        this.records = records;
        this.caller = caller;
    }

    @Transactional
    UUID handle(UUID kpmId, Long readVersion, PersonDraft person) {
        KpmEntity kpm = records.lockForChange(kpmId, readVersion);
        KpmFacts before = records.facts(kpm);
        FamilyMemberEntity member = records.add(kpm.id, person);
        records.changed(
                kpm,
                before,
                new KpmRecords.Change(person.component().since(), REASON, null, caller.subject()));
        return member.id;
    }
}
