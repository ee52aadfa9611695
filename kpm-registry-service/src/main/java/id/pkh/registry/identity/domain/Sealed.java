package id.pkh.registry.identity.domain;

import java.util.Arrays;

/**
 * A value as it is stored: ciphertext to read it back and, for a number, the token to find it by.
 * Sealing the same number twice gives another ciphertext, so numbers are equal by their tokens.
 *
 * @param token null for a text, and for a number that is not known
 */
public record Sealed(byte[] cipher, String token) {

    @Override
    public boolean equals(Object other) {
        return other instanceof Sealed that
                && (token == null
                        ? that.token == null && Arrays.equals(cipher, that.cipher)
                        : token.equals(that.token));
    }

    @Override
    public int hashCode() {
        return token == null ? Arrays.hashCode(cipher) : token.hashCode();
    }
}
