package id.pkh.registry.identity;

import id.pkh.platform.security.FieldCipher;
import id.pkh.platform.security.NikTokens;
import id.pkh.platform.security.Nisn;
import id.pkh.registry.identity.domain.Sealed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;

/**
 * Encrypts identifying values before they are stored, and decrypts them. The token of a NIK is the
 * same in all services; the tokens of family cards and accounts are used only in the registry. Null
 * stays null.
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

    /** Returns the stored ciphertext if the number is unchanged; otherwise encrypts the number. */
    public Sealed number(PersonalField field, String digits, Optional<Sealed> onRecord) {
        String token = tokenOf(field, digits);
        return onRecord.filter(stored -> Objects.equals(stored.token(), token))
                .orElseGet(() -> new Sealed(cipher.encrypt(digits, field.purpose()), token));
    }

    /** Returns the stored ciphertext if the text is unchanged; otherwise encrypts the text. */
    public Sealed text(PersonalField field, String text, Optional<Sealed> onRecord) {
        return onRecord.filter(stored -> Objects.equals(open(field, stored.cipher()), text))
                .orElseGet(() -> new Sealed(cipher.encrypt(text, field.purpose()), null));
    }

    public String open(PersonalField field, byte[] ciphertext) {
        return cipher.decrypt(ciphertext, field.purpose());
    }

    /** Under this token other services recognise a pupil on a school form. */
    public String pupilTokenOf(String nisn) {
        return Nisn.tokenOf(nisn, tokens);
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
