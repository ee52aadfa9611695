package id.pkh.disbursement.bankkey.signature;

import id.pkh.disbursement.bankkey.domain.BankKey;
import id.pkh.disbursement.bankkey.signature.ReadKey.Unusable;
import id.pkh.platform.web.BusinessDates;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPContentVerifierBuilderProvider;

/**
 * Detached signatures of OpenPGP, binary or armoured. Only the primary key counts, because the
 * fingerprint that two people compare is that of the primary key alone.
 */
final class PgpSignatures {

    private static final int FIRST_VERSION_WITHOUT_MD5 = 4;
    private static final int MIN_RSA_BITS = 2048;
    private static final int MIN_EC_BITS = 255;

    private static final Set<Integer> STRONG_HASHES =
            Set.of(HashAlgorithmTags.SHA256, HashAlgorithmTags.SHA384, HashAlgorithmTags.SHA512);

    private PgpSignatures() {}

    static ReadKey read(byte[] content) throws Unusable {
        try {
            PGPPublicKey key = primary(content);
            if (!isFit(key)) {
                throw Unusable.unfit();
            }
            Instant made = key.getCreationTime().toInstant();
            long seconds = key.getValidSeconds();
            Iterator<String> users = key.getUserIDs();
            return new ReadKey(
                    HexFormat.of().formatHex(key.getFingerprint()),
                    users.hasNext() ? users.next() : null,
                    BusinessDates.on(made),
                    seconds == 0 ? null : BusinessDates.on(made.plusSeconds(seconds)));
        } catch (IOException | RuntimeException unreadable) {
            throw Unusable.unreadable(unreadable);
        }
    }

    private static PGPPublicKey primary(byte[] content) throws IOException {
        return new PGPPublicKeyRing(
                        PGPUtil.getDecoderStream(new ByteArrayInputStream(content)),
                        new BcKeyFingerprintCalculator())
                .getPublicKey();
    }

    private static boolean isFit(PGPPublicKey key) {
        return key.getVersion() >= FIRST_VERSION_WITHOUT_MD5
                && !key.hasRevocation()
                && isStrong(key);
    }

    private static boolean isStrong(PGPPublicKey key) {
        return switch (key.getAlgorithm()) {
            case PublicKeyAlgorithmTags.RSA_GENERAL, PublicKeyAlgorithmTags.RSA_SIGN ->
                    key.getBitStrength() >= MIN_RSA_BITS;
            case PublicKeyAlgorithmTags.ECDSA,
                    PublicKeyAlgorithmTags.EDDSA_LEGACY,
                    PublicKeyAlgorithmTags.Ed25519,
                    PublicKeyAlgorithmTags.Ed448 ->
                    key.getBitStrength() >= MIN_EC_BITS;
            default -> false;
        };
    }

    static Proof prove(SignedBytes file, byte[] signature, List<BankKey> keys) throws IOException {
        PGPSignature found;
        try {
            Object first =
                    new BcPGPObjectFactory(
                                    PGPUtil.getDecoderStream(new ByteArrayInputStream(signature)))
                            .nextObject();
            if (!(first instanceof PGPSignatureList list)
                    || list.size() != 1
                    || list.get(0).getSignatureType() != PGPSignature.BINARY_DOCUMENT) {
                return Proof.NOT_PROVED;
            }
            found = list.get(0);
        } catch (IOException | RuntimeException unreadable) {
            // the library also fails in unchecked ways on damaged bytes
            return Proof.NOT_PROVED;
        }
        if (!STRONG_HASHES.contains(found.getHashAlgorithm())) {
            return Proof.WEAK;
        }
        for (BankKey key : keys) {
            if (isBy(primary(key.content()), found, file)) {
                return Proof.by(key);
            }
        }
        return Proof.NOT_PROVED;
    }

    private static boolean isBy(PGPPublicKey key, PGPSignature signature, SignedBytes file)
            throws IOException {
        if (key.getKeyID() != signature.getKeyID()) {
            return false;
        }
        try {
            // hashes with the platform, which is several times as fast as the library
            signature.init(new JcaPGPContentVerifierBuilderProvider(), key);
            file.pass((buffer, length) -> signature.update(buffer, 0, length));
            return signature.verify();
        } catch (PGPException | RuntimeException unreadable) {
            return false;
        }
    }
}
