package id.pkh.registry.contact;

import id.pkh.platform.persistence.Conditions;
import id.pkh.registry.contact.Contacts.ContactRow;
import id.pkh.registry.contact.domain.ContactRoute;
import id.pkh.registry.contact.domain.Telephone;
import id.pkh.registry.identity.Identities;
import id.pkh.registry.identity.PersonalField;
import id.pkh.registry.notification.domain.ReceiverRole;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** The current numbers of families, for what compares them with what they become. */
@ApplicationScoped
public class FamilyNumbers {

    private final Contacts contacts;
    private final Identities identities;

    FamilyNumbers(Contacts contacts, Identities identities) {
        this.contacts = contacts;
        this.identities = identities;
    }

    /**
     * A current number.
     *
     * @param telephone as it is written in Indonesia; null when it was withdrawn
     */
    public record Number(String telephone, ContactRoute route) {}

    public Optional<Number> of(UUID kpmId) {
        Conditions which =
                new Conditions()
                        .and("c.holder_role = ?", ReceiverRole.FAMILY.name())
                        .and("c.holder_ref = ?", kpmId.toString());
        return contacts.list(which, 1).stream().map(this::number).findFirst();
    }

    private Number number(ContactRow row) {
        String digits = identities.open(PersonalField.TELEPHONE, row.telephoneCipher());
        return new Number(digits == null ? null : Telephone.ofDigits(digits), row.route());
    }
}
