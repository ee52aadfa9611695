package id.pkh.disbursement.support;

import static id.pkh.testsupport.time.Days.today;

import id.pkh.testsupport.rest.Caller;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.EdECKey;
import java.security.interfaces.RSAKey;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPKeyPair;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** A bank that signs: its key, the signatures it makes, and the ministry's acts on the key. */
public final class BankSigner {

    public static final String CLERK = "key-clerk-1";
    public static final String APPROVER = "key-approver-1";

    private static final Date MADE = Date.from(Instant.now().minus(Duration.ofDays(400)));
    private static final Date ENDS = Date.from(Instant.now().plus(Duration.ofDays(800)));

    private final KeyPair pair;
    private final X509CertificateHolder certificate;

    private BankSigner(KeyPair pair, X509CertificateHolder certificate) {
        this.pair = pair;
        this.certificate = certificate;
    }

    /** With a key on an elliptic curve, which is made fast. */
    public static BankSigner called(String name) {
        return of(name, "EC", 256, KeyUsage.digitalSignature);
    }

    public static BankSigner withRsa(String name, int bits, int usage) {
        return of(name, "RSA", bits, usage);
    }

    /** With the key that today's OpenPGP programs make. */
    public static BankSigner withEdwards(String name) {
        return of(name, "Ed25519", 255, KeyUsage.digitalSignature);
    }

    private static BankSigner of(String name, String algorithm, int bits, int usage) {
        try {
            KeyPairGenerator keys = KeyPairGenerator.getInstance(algorithm);
            keys.initialize(bits);
            KeyPair pair = keys.generateKeyPair();
            X500Name subject = new X500Name("CN=" + name + ",O=Contoh,C=ID");
            return new BankSigner(
                    pair,
                    new JcaX509v3CertificateBuilder(
                                    subject,
                                    BigInteger.valueOf(System.nanoTime()),
                                    MADE,
                                    ENDS,
                                    subject,
                                    pair.getPublic())
                            .addExtension(Extension.keyUsage, true, new KeyUsage(usage))
                            .build(
                                    new JcaContentSignerBuilder(with("SHA256", pair))
                                            .build(pair.getPrivate())));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public byte[] certificate() {
        try {
            return certificate.getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public byte[] cms(byte[] file) {
        return cms(file, "SHA256", false, true);
    }

    private static String with(String hash, KeyPair pair) {
        if (pair.getPrivate() instanceof EdECKey) {
            return "Ed25519";
        }
        return hash + (pair.getPrivate() instanceof RSAKey ? "withRSA" : "withECDSA");
    }

    /**
     * @param encapsulated whether the signature contains the file
     * @param withAttributes whether attributes are signed that name the hash of the file
     */
    public byte[] cms(byte[] file, String hash, boolean encapsulated, boolean withAttributes) {
        try {
            CMSSignedDataGenerator signed = new CMSSignedDataGenerator();
            signed.addSignerInfoGenerator(
                    new JcaSignerInfoGeneratorBuilder(
                                    new JcaDigestCalculatorProviderBuilder().build())
                            .setDirectSignature(!withAttributes)
                            .build(
                                    new JcaContentSignerBuilder(with(hash, pair))
                                            .build(pair.getPrivate()),
                                    certificate));
            signed.addCertificate(certificate);
            return signed.generate(new CMSProcessableByteArray(file), encapsulated).getEncoded();
        } catch (CMSException | OperatorCreationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The public key of OpenPGP, armoured. */
    public byte[] pgpKey() {
        try {
            return armoured(pgp().getPublicKey().getEncoded());
        } catch (IOException | PGPException e) {
            throw new IllegalStateException(e);
        }
    }

    public byte[] pgp(byte[] file, int hash, int type) {
        try {
            JcaPGPKeyPair key = pgp();
            PGPSignatureGenerator signature =
                    new PGPSignatureGenerator(
                            new JcaPGPContentSignerBuilder(key.getPublicKey().getAlgorithm(), hash),
                            key.getPublicKey());
            signature.init(type, key.getPrivateKey());
            signature.update(file);
            PGPSignature made = signature.generate();
            return armoured(made.getEncoded());
        } catch (IOException | PGPException e) {
            throw new IllegalStateException(e);
        }
    }

    private JcaPGPKeyPair pgp() throws PGPException {
        return new JcaPGPKeyPair(4, pgpAlgorithm(), pair, MADE);
    }

    private int pgpAlgorithm() {
        if (pair.getPrivate() instanceof RSAKey) {
            return PublicKeyAlgorithmTags.RSA_GENERAL;
        }
        return pair.getPrivate() instanceof EdECKey
                ? PublicKeyAlgorithmTags.EDDSA_LEGACY
                : PublicKeyAlgorithmTags.ECDSA;
    }

    private static byte[] armoured(byte[] plain) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (ArmoredOutputStream armour = ArmoredOutputStream.builder().build(text)) {
            armour.write(plain);
        }
        return text.toByteArray();
    }

    /** The ministry records the certificate, and another person approves it; for a year. */
    public String trustedFor(String bank) {
        LocalDate today = today();
        return trustedFor(bank, today.minusDays(30), today.plusDays(330));
    }

    public String trustedFor(String bank, LocalDate from, LocalDate until) {
        String keyId =
                record(bank, "X509", certificate(), from, until)
                        .statusCode(201)
                        .extract()
                        .path("key_id");
        approve(APPROVER, keyId, fingerprintOf(keyId)).statusCode(200);
        return keyId;
    }

    public static ValidatableResponse record(
            String bank, String kind, byte[] key, LocalDate from, LocalDate until) {
        return record(
                Caller.officer(CLERK),
                bank,
                kind,
                Base64.getEncoder().encodeToString(key),
                from,
                until);
    }

    public static ValidatableResponse record(
            Caller officer,
            String bank,
            String kind,
            String base64,
            LocalDate from,
            LocalDate until) {
        return officer.withNewKey()
                .post(
                        "/bank-keys",
                        Map.of(
                                "bank", bank,
                                "kind", kind,
                                "key_base64", base64,
                                "valid_from", from.toString(),
                                "valid_until", until.toString()));
    }

    public static String fingerprintOf(String keyId) {
        List<String> found =
                Caller.auditor()
                        .read("/bank-keys?limit=500")
                        .getList("items.findAll { it.key_id == '" + keyId + "' }.fingerprint");
        return found.get(0);
    }

    public static ValidatableResponse approve(String person, String keyId, String fingerprint) {
        return Caller.approver(person)
                .withNewKey()
                .post("/bank-keys/" + keyId + "/approval", Map.of("fingerprint", fingerprint));
    }

    public static ValidatableResponse end(Caller person, String keyId, String act) {
        return person.withNewKey()
                .post("/bank-keys/" + keyId + "/" + act, Map.of("reason", "The bank asked for it"));
    }

    /** Sends a report with a signature; null for none. */
    public static ValidatableResponse report(
            Caller caller, String query, byte[] file, byte[] signature) {
        Caller sender =
                signature == null
                        ? caller
                        : caller.with(
                                "Report-Signature", Base64.getEncoder().encodeToString(signature));
        return sender.request()
                .contentType(ContentType.XML)
                .body(file)
                .post("/api/v1/bank-reports" + query)
                .then();
    }
}
