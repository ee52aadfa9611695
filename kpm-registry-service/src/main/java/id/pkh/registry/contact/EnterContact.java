package id.pkh.registry.contact;

import id.pkh.platform.security.Caller;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.registry.contact.EnterContacts.Entry;
import id.pkh.registry.contact.EnterContacts.Result;
import id.pkh.registry.contact.EnterContacts.Sender;
import id.pkh.registry.contact.domain.ContactRoute;
import id.pkh.registry.contact.domain.Telephone;
import id.pkh.registry.intake.FieldReader;
import id.pkh.registry.intake.RequestErrors;
import id.pkh.registry.notification.domain.Receiver;
import id.pkh.registry.notification.domain.ReceiverRole;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Enters one number that a request states. */
@ApplicationScoped
class EnterContact {

    private final EnterContacts enterContacts;
    private final ContactQueries queries;
    private final Caller caller;

    EnterContact(EnterContacts enterContacts, ContactQueries queries, Caller caller) {
        this.enterContacts = enterContacts;
        this.queries = queries;
        this.caller = caller;
    }

    @Transactional
    ContactView handle(ContactRequest request) {
        FieldReader reader = new FieldReader();
        ReceiverRole role = reader.receiverRole("holder_role", request.holderRole());
        Telephone number = reader.telephone("telephone", request.telephone());
        ContactRoute route = reader.contactRoute("route", request.route(), number);
        RequestErrors.refuseIfAny(reader);
        Receiver holder =
                new Receiver(role, request.holderRef() == null ? "" : request.holderRef());
        Result result =
                enterContacts
                        .handle(
                                List.of(new Entry(holder, number, route, null)),
                                new Sender(caller.subject(), caller.areas(), null))
                        .get(0);
        Page<ContactView> found = queries.list(role, holder.ref(), null, PageParams.of(1, null));
        if (result == Result.UNKNOWN || found.items().isEmpty()) {
            throw RequestErrors.refused(
                    EnterContacts.HOLDER_UNKNOWN, "holder_ref", "a holder on record in your areas");
        }
        return found.items().get(0);
    }
}
