package id.pkh.registry.complaint;

import id.pkh.registry.identity.Identities;
import id.pkh.registry.identity.PersonalField;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** What people write about a complaint can name persons, so it is stored as ciphertext. */
@ApplicationScoped
class ComplaintTexts {

    private final Identities identities;

    ComplaintTexts(Identities identities) {
        this.identities = identities;
    }

    byte[] seal(String text) {
        return text == null
                ? null
                : identities.text(PersonalField.COMPLAINT, text, Optional.empty()).cipher();
    }

    String open(byte[] cipher) {
        return cipher == null ? null : identities.open(PersonalField.COMPLAINT, cipher);
    }
}
