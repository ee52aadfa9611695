package id.pkh.registry.identity;

import id.pkh.platform.security.FieldCipher;
import id.pkh.platform.security.NikTokens;
import id.pkh.registry.identity.domain.Sealed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;

/**
 * Seals what identifies a person before it is stored and opens it again. A NIK's token is the same
 * in all services; a family card's and an account's are the registry's own. Null stays null.
 */
@ApplicationScoped
public class Identities {

    private final FieldCipher cipher;
    private final NikTokens tokens;

    Identities(FieldCipher cipher, NikTokens tokens) {
        this.cipher = cipher;
        this.tokens = tokens;
    }

    public Sealed seal(PersonalField field, String digits) {
        return number(field, digits, Optional.empty());
    }

    /** A number as it is on record if that is the same; otherwise sealed. */
    public Sealed number(PersonalField field, String digits, Optional<Sealed> onRecord) {
        String token = tokenOf(field, digits);
        return onRecord.filter(stored -> Objects.equals(stored.token(), token))
                .orElseGet(() -> new Sealed(cipher.encrypt(digits, field.purpose()), token));
    }

    /** A text as it is on record if that is the same; otherwise sealed. */
    public Sealed text(PersonalField field, String text, Optional<Sealed> onRecord) {
        return onRecord.filter(stored -> Objects.equals(open(field, stored.cipher()), text))
                .orElseGet(() -> new Sealed(cipher.encrypt(text, field.purpose()), null));
    }

    public String open(PersonalField field, byte[] ciphertext) {
        return cipher.decrypt(ciphertext, field.purpose());
    }

    public String tokenOf(PersonalField field, String digits) {
        if (digits == null) {
            return null;
        }
        return field == PersonalField.NIK
                ? tokens.tokenOf(digits)
                : tokens.tokenOf(digits, field.purpose());
    }
}
