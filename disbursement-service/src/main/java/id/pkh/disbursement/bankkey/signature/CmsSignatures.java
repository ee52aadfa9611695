package id.pkh.disbursement.bankkey.signature;

import id.pkh.disbursement.bankkey.domain.BankKey;
import id.pkh.disbursement.bankkey.signature.ReadKey.Unusable;
import id.pkh.platform.web.BusinessDates;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;

/** Detached CMS (PKCS#7), as DER or PEM, with RSA (PKCS#1) or ECDSA and SHA-2. */
final class CmsSignatures {

    private static final int MIN_RSA_BITS = 2048;
    private static final int MIN_EC_BITS = 256;
    private static final int DER_SEQUENCE = 0x30;
    private static final String PEM_BEGIN = "-----BEGIN ";
    private static final String PGP_BEGIN = "-----BEGIN PGP";

    private static final String SHA_256 = NISTObjectIdentifiers.id_sha256.getId();

    private static final Map<String, String> STRONG_DIGESTS =
            Map.of(
                    SHA_256,
                    "SHA-256",
                    NISTObjectIdentifiers.id_sha384.getId(),
                    "SHA-384",
                    NISTObjectIdentifiers.id_sha512.getId(),
                    "SHA-512");

    private static final Set<String> STRONG_ALGORITHMS =
            Set.of(
                    PKCSObjectIdentifiers.rsaEncryption.getId(),
                    PKCSObjectIdentifiers.sha256WithRSAEncryption.getId(),
                    PKCSObjectIdentifiers.sha384WithRSAEncryption.getId(),
                    PKCSObjectIdentifiers.sha512WithRSAEncryption.getId(),
                    X9ObjectIdentifiers.ecdsa_with_SHA256.getId(),
                    X9ObjectIdentifiers.ecdsa_with_SHA384.getId(),
                    X9ObjectIdentifiers.ecdsa_with_SHA512.getId());

    private CmsSignatures() {}

    static boolean isCms(byte[] signature) {
        String begin =
                new String(
                        signature, 0, Math.min(signature.length, 32), StandardCharsets.ISO_8859_1);
        return signature[0] == DER_SEQUENCE
                || begin.startsWith(PEM_BEGIN) && !begin.startsWith(PGP_BEGIN);
    }

    static ReadKey read(byte[] content) throws Unusable {
        X509Certificate certificate;
        try {
            certificate = certificate(content);
            if (!isFit(certificate)) {
                throw Unusable.unfit();
            }
            return new ReadKey(
                    HexFormat.of().formatHex(digest("SHA-256").digest(certificate.getEncoded())),
                    ownerOf(certificate),
                    BusinessDates.on(certificate.getNotBefore().toInstant()),
                    BusinessDates.on(certificate.getNotAfter().toInstant()));
        } catch (CertificateException | RuntimeException unreadable) {
            throw Unusable.unreadable(unreadable);
        }
    }

    private static String ownerOf(X509Certificate certificate) throws CertificateException {
        RDN[] names = new JcaX509CertificateHolder(certificate).getSubject().getRDNs(BCStyle.CN);
        return names.length == 0 ? null : IETFUtils.valueToString(names[0].getFirst().getValue());
    }

    private static boolean isFit(X509Certificate certificate) {
        boolean[] usage = certificate.getKeyUsage();
        return isStrong(certificate.getPublicKey()) && (usage == null || usage[0] || usage[1]);
    }

    private static boolean isStrong(PublicKey key) {
        if (key instanceof RSAPublicKey rsa) {
            return rsa.getModulus().bitLength() >= MIN_RSA_BITS;
        }
        return key instanceof ECPublicKey ec
                && ec.getParams().getCurve().getField().getFieldSize() >= MIN_EC_BITS;
    }

    /** A certificate of which one byte more follows is not what another program reads. */
    private static X509Certificate certificate(byte[] content) throws CertificateException {
        Collection<?> found =
                CertificateFactory.getInstance("X.509")
                        .generateCertificates(new ByteArrayInputStream(content));
        if (found.size() != 1) {
            throw new CertificateException(found.size() + " certificates");
        }
        return (X509Certificate) found.iterator().next();
    }

    static Proof prove(SignedBytes file, byte[] signature, List<BankKey> keys) throws IOException {
        try {
            byte[] der = der(signature);
            SignerInformation signer = onlySigner(new CMSSignedData(der));
            String digest = signer.getDigestAlgOID();
            if (!STRONG_DIGESTS.containsKey(digest)
                    || !STRONG_ALGORITHMS.contains(signer.getEncryptionAlgOID())) {
                return Proof.WEAK;
            }
            return prove(
                    onlySigner(new CMSSignedData(Map.of(digest, hashOf(file, digest)), der)), keys);
        } catch (CMSException
                | OperatorException
                | GeneralSecurityException
                | RuntimeException unreadable) {
            // the library also fails in unchecked ways on damaged bytes
            return Proof.NOT_PROVED;
        }
    }

    private static Proof prove(SignerInformation signer, List<BankKey> keys)
            throws CertificateException, OperatorException, CMSException {
        for (BankKey key : keys) {
            X509Certificate certificate = certificate(key.content());
            X509CertificateHolder holder = new JcaX509CertificateHolder(certificate);
            if (signer.getSID().match(holder)
                    && signer.verify(
                            new JcaSimpleSignerInfoVerifierBuilder()
                                    .build(certificate.getPublicKey()))) {
                return Proof.by(key);
            }
        }
        return Proof.NOT_PROVED;
    }

    /** Only a detached signature of one signer, of attributes that name the hash of the file. */
    private static SignerInformation onlySigner(CMSSignedData signed) throws CMSException {
        Collection<SignerInformation> signers = signed.getSignerInfos().getSigners();
        if (signers.size() != 1 || signed.getSignedContent() != null) {
            throw new CMSException("not a detached signature of one signer");
        }
        SignerInformation signer = signers.iterator().next();
        if (signer.getSignedAttributes() == null) {
            throw new CMSException("no signed attributes");
        }
        return signer;
    }

    private static byte[] der(byte[] signature) throws CMSException {
        if (signature[0] == DER_SEQUENCE) {
            return signature;
        }
        String text = new String(signature, StandardCharsets.ISO_8859_1);
        try (PemReader pem = new PemReader(new StringReader(text))) {
            PemObject found = pem.readPemObject();
            if (found != null) {
                return found.getContent();
            }
        } catch (IOException cut) {
            throw new CMSException("no whole PEM", cut);
        }
        throw new CMSException("no PEM");
    }

    private static byte[] hashOf(SignedBytes file, String digest) throws IOException {
        if (digest.equals(SHA_256)) {
            return file.sha256();
        }
        MessageDigest hash = digest(STRONG_DIGESTS.get(digest));
        file.pass((buffer, length) -> hash.update(buffer, 0, length));
        return hash.digest();
    }

    private static MessageDigest digest(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
