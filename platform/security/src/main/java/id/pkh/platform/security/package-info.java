/**
 * Who may see what, and how identifying numbers are kept.
 *
 * <ul>
 *   <li>{@link id.pkh.platform.security.Caller}: subject, {@link id.pkh.platform.security.Roles}
 *       and {@link id.pkh.platform.security.AreaScope} of the token. A record outside the scope
 *       does not exist for the caller (404, not 403).
 *   <li>{@link id.pkh.platform.security.FieldCipher} encrypts columns, {@link
 *       id.pkh.platform.security.NikTokens} makes keyed tokens to match by, {@link
 *       id.pkh.platform.security.ReadLog} records every read of what was encrypted.
 *   <li>{@link id.pkh.platform.security.Nik} checks the form of a NIK, {@link
 *       id.pkh.platform.security.Mask} masks a number so that it can be shown.
 * </ul>
 *
 * Key material comes from {@code pkh.security.field-cipher.keyset.base64} (a Tink AEAD keyset, JSON
 * or binary) and {@code pkh.security.nik-token.key.base64} (at least 32 bytes, the same in all
 * services).
 */
package id.pkh.platform.security;
