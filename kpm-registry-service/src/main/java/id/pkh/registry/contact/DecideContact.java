package id.pkh.registry.contact;

import id.pkh.platform.security.Caller;
import id.pkh.platform.web.Refused;
import id.pkh.registry.contact.Contacts.ChangeRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** A person who did not enter a number confirms it; anybody who may do so refuses it. */
@ApplicationScoped
class DecideContact {

    private final Contacts contacts;
    private final ContactQueries queries;
    private final Caller caller;
    private final Clock clock;

    DecideContact(Contacts contacts, ContactQueries queries, Caller caller, Clock clock) {
        this.contacts = contacts;
        this.queries = queries;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    ContactChangeView confirm(UUID changeId) {
        ChangeRow change = waiting(changeId);
        if (contacts.isChanger(changeId, caller.subject())) {
            throw Refused.because("CONTACT_CHANGE_SAME_PERSON");
        }
        contacts.decided(change, true, caller.subject(), clock.instant());
        return queries.change(changeId);
    }

    @Transactional
    ContactChangeView refuse(UUID changeId) {
        contacts.decided(waiting(changeId), false, caller.subject(), clock.instant());
        return queries.change(changeId);
    }

    private ChangeRow waiting(UUID changeId) {
        contacts.lock(List.of(queries.row(changeId).holder()));
        ChangeRow change = queries.row(changeId);
        if (!change.isWaiting()) {
            throw Refused.because("CONTACT_CHANGE_NOT_WAITING")
                    .with("status", ContactChangeView.statusOf(change));
        }
        return change;
    }
}
