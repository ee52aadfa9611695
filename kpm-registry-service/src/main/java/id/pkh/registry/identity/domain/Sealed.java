package id.pkh.registry.identity.domain;

import java.util.Arrays;

/**
 * A value as it is stored: the ciphertext and, for a number, the token by which it is found.
 * Encrypting the same number twice gives different ciphertexts, so numbers are compared by their
 * tokens.
 *
 * @param token null for a text, and for an unknown number
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
