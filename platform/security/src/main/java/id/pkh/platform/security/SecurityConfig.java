package id.pkh.platform.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithName;
import java.util.Optional;

/** Key material; it has no defaults, and {@link SecurityKeys} checks it when a service starts. */
@ConfigMapping(prefix = "pkh.security")
public interface SecurityConfig {

    /** A Tink AEAD keyset, JSON or binary, in base64. */
    @WithName("field-cipher.keyset.base64")
    Optional<String> fieldCipherKeyset();

    /** At least 32 random bytes, in base64. */
    @WithName("nik-token.key.base64")
    Optional<String> nikTokenKey();
}
