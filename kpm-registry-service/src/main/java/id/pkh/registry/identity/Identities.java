package id.pkh.registry.identity;

import id.pkh.platform.security.FieldCipher;
import id.pkh.platform.security.NikTokens;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Seals what identifies a person before it is stored and opens it again. A NIK's token is the one
 * of all services; a family card's and an account's are the registry's own.
 */
@ApplicationScoped
public class Identities {

    private final FieldCipher cipher;
    private final NikTokens tokens;

    Identities(FieldCipher cipher, NikTokens tokens) {
        this.cipher = cipher;
        this.tokens = tokens;
    }

    /** Null stays null. */
    public Sealed seal(PersonalField field, String digits) {
        return digits == null
                ? new Sealed(null, null)
                : new Sealed(sealText(field, digits), tokenOf(field, digits));
    }

    public byte[] sealText(PersonalField field, String text) {
        return cipher.encrypt(text, field.purpose());
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
