package id.pkh.disbursement.bankkey.signature;

import id.pkh.disbursement.bankkey.domain.BankKey;
import id.pkh.disbursement.bankkey.domain.BankKey.KeyKind;
import id.pkh.disbursement.bankkey.domain.SignatureRule.Finding;
import java.io.IOException;
import java.util.Collection;
import java.util.List;

/**
 * Whose signature it is. Nothing is fetched and nobody else is trusted: a signature is proved with
 * one of the given keys or not at all, and certificates inside it are ignored.
 *
 * @param key the key that made it; null unless it is proved
 */
public record Proof(Finding finding, BankKey key) {

    /** A signature with the certificates of its issuers fits. */
    public static final int MAX_BYTES = 12 * 1024;

    static final Proof NOT_PROVED = new Proof(Finding.NOT_PROVED, null);
    static final Proof WEAK = new Proof(Finding.WEAK, null);

    static Proof by(BankKey key) {
        return new Proof(Finding.PROVED, key);
    }

    /**
     * @param signature null where there is none
     * @param keys approved keys of all banks
     */
    public static Proof of(SignedBytes file, byte[] signature, Collection<BankKey> keys)
            throws IOException {
        if (signature == null) {
            return new Proof(Finding.NONE, null);
        }
        if (signature.length == 0 || signature.length > MAX_BYTES) {
            return NOT_PROVED;
        }
        return CmsSignatures.isCms(signature)
                ? CmsSignatures.prove(file, signature, ofKind(keys, KeyKind.X509))
                : PgpSignatures.prove(file, signature, ofKind(keys, KeyKind.OPENPGP));
    }

    private static List<BankKey> ofKind(Collection<BankKey> keys, KeyKind kind) {
        return keys.stream().filter(key -> key.statement().kind() == kind).toList();
    }
}
