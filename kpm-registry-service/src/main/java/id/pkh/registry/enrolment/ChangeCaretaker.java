package id.pkh.registry.enrolment;

import id.pkh.platform.security.Caller;
import id.pkh.platform.web.Refused;
import id.pkh.registry.enrolment.domain.KpmFacts;
import id.pkh.registry.intake.PersonDraft;
import id.pkh.registry.intake.Reading;
import id.pkh.registry.intake.RequestDefects;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Another adult holds card and account: a member, or a person who joins the family for it. */
@ApplicationScoped
class ChangeCaretaker {

    private static final String REASON = "CARETAKER_CHANGED";

    private final KpmRecords records;
    private final Caller caller;

    ChangeCaretaker(KpmRecords records, Caller caller) {
        this.records = records;
        this.caller = caller;
    }

    @Transactional
    void handle(UUID kpmId, ChangeCaretakerRequest request) {
        KpmEntity kpm = records.lockForChange(kpmId, request.version());
        if ((request.memberId() == null) == (request.person() == null)) {
            throw Refused.because("CARETAKER_AMBIGUOUS");
        }
        KpmFacts before = records.facts(kpm);
        kpm.caretakerMemberId =
                request.memberId() == null
                        ? records.add(kpm.id, read(request.person())).id
                        : records.memberOf(kpm, request.memberId()).id;
        records.changed(
                kpm,
                before,
                new KpmRecords.Change(request.effectiveOn(), REASON, null, caller.subject()));
    }

    private static PersonDraft read(PersonRequest person) {
        Reading reading = new Reading();
        PersonDraft draft = person.read(reading.in("person"), false);
        RequestDefects.refuseIfAny(reading);
        return draft;
    }
}
