package id.pkh.registry.identity;

/** A number as it is stored: ciphertext to read back, token to find by. */
public record Sealed(byte[] cipher, String token) {}
