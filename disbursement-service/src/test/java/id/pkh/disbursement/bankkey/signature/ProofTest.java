package id.pkh.disbursement.bankkey.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pkh.disbursement.bankkey.domain.BankKey;
import id.pkh.disbursement.bankkey.domain.BankKey.Act;
import id.pkh.disbursement.bankkey.domain.BankKey.KeyKind;
import id.pkh.disbursement.bankkey.domain.BankKey.KeyStatus;
import id.pkh.disbursement.bankkey.domain.BankKey.Statement;
import id.pkh.disbursement.bankkey.domain.SignatureRule.Finding;
import id.pkh.disbursement.bankkey.signature.ReadKey.Unusable;
import id.pkh.disbursement.support.BankSigner;
import id.pkh.disbursement.support.Pain002;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.openpgp.PGPSignature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A signature is proved for exactly its bytes and with exactly its key, or not at all. */
class ProofTest {

    private static final BankSigner BANK =
            BankSigner.withRsa("Bank Contoh", 2048, KeyUsage.digitalSignature);
    private static final BankSigner STRANGER = BankSigner.called("Bank Contoh");
    private static final BankKey CERTIFICATE = key(KeyKind.X509, BANK.certificate());
    private static final BankKey PGP = key(KeyKind.OPENPGP, BANK.pgpKey());
    private static final List<BankKey> KEYS = List.of(PGP, CERTIFICATE);
    private static final byte[] FILE =
            Pain002.answering("PKH-2026T2-BRI-001").group("ACCC", null).bytes();

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"SHA256", "SHA384", "SHA512"})
    void aDetachedCmsIsProved(String hash) throws IOException {
        assertThat(prove(FILE, BANK.cms(FILE, hash, false, true)))
                .isEqualTo(new Proof(Finding.PROVED, CERTIFICATE));
    }

    @Test
    void aCmsMayBeWrittenAsText() throws IOException {
        String text =
                "-----BEGIN PKCS7-----\n"
                        + Base64.getMimeEncoder().encodeToString(BANK.cms(FILE))
                        + "\n-----END PKCS7-----\n";
        assertThat(prove(FILE, text.getBytes(StandardCharsets.US_ASCII)).finding())
                .isEqualTo(Finding.PROVED);
    }

    @Test
    void aDetachedSignatureOfOpenPgpIsProved() throws IOException {
        assertThat(prove(FILE, pgp(BANK, HashAlgorithmTags.SHA512)))
                .isEqualTo(new Proof(Finding.PROVED, PGP));
    }

    @Test
    void aKeyOnAnEllipticCurveSignsAsWell() throws IOException {
        BankKey certificate = key(KeyKind.X509, STRANGER.certificate());
        BankKey pgp = key(KeyKind.OPENPGP, STRANGER.pgpKey());
        assertThat(Proof.of(signed(FILE), STRANGER.cms(FILE), List.of(certificate, pgp)))
                .isEqualTo(new Proof(Finding.PROVED, certificate));
        byte[] signature = pgp(STRANGER, HashAlgorithmTags.SHA256);
        assertThat(Proof.of(signed(FILE), signature, List.of(certificate, pgp)))
                .isEqualTo(new Proof(Finding.PROVED, pgp));
    }

    @Test
    void aKeyThatTodaysOpenPgpProgramsMakeSigns() throws Exception {
        BankSigner today = BankSigner.withEdwards("Bank Contoh");
        BankKey key = key(KeyKind.OPENPGP, today.pgpKey());
        assertThat(ReadKey.of(KeyKind.OPENPGP, today.pgpKey()).fingerprint()).hasSize(40);
        byte[] signature = pgp(today, HashAlgorithmTags.SHA512);
        assertThat(Proof.of(signed(FILE), signature, List.of(key)))
                .isEqualTo(new Proof(Finding.PROVED, key));
        byte[] other = FILE.clone();
        other[7] ^= 1;
        assertThat(Proof.of(signed(other), signature, List.of(key))).isEqualTo(Proof.NOT_PROVED);
    }

    @Test
    void aWeakHashIsNamed() throws IOException {
        assertThat(prove(FILE, BANK.cms(FILE, "SHA1", false, true)).finding())
                .isEqualTo(Finding.WEAK);
        assertThat(prove(FILE, pgp(BANK, HashAlgorithmTags.SHA1)).finding())
                .isEqualTo(Finding.WEAK);
    }

    @Test
    void noOtherSignatureIsProved() throws IOException {
        for (byte[] signature :
                List.of(
                        STRANGER.cms(FILE),
                        pgp(STRANGER, HashAlgorithmTags.SHA256),
                        BANK.cms(FILE, "SHA256", true, true),
                        BANK.cms(FILE, "SHA256", false, false),
                        BANK.pgp(
                                FILE,
                                HashAlgorithmTags.SHA256,
                                PGPSignature.CANONICAL_TEXT_DOCUMENT),
                        BANK.certificate(),
                        BANK.pgpKey(),
                        FILE,
                        new byte[0],
                        new byte[Proof.MAX_BYTES + 1],
                        nested((byte) 0x30, (byte) 0x80),
                        nested((byte) 0x30, (byte) 0x82),
                        "-----BEGIN PKCS7-----".getBytes(StandardCharsets.US_ASCII),
                        "-----BEGIN PGP SIGNED MESSAGE-----\n\nx\n"
                                .getBytes(StandardCharsets.US_ASCII))) {
            assertThat(prove(FILE, signature))
                    .as(Base64.getEncoder().encodeToString(signature))
                    .isEqualTo(Proof.NOT_PROVED);
        }
        assertThat(prove(FILE, null).finding()).isEqualTo(Finding.NONE);
        assertThat(Proof.of(signed(FILE), BANK.cms(FILE), List.of(PGP)))
                .isEqualTo(Proof.NOT_PROVED);
        assertThat(
                        Proof.of(
                                signed(FILE),
                                pgp(BANK, HashAlgorithmTags.SHA256),
                                List.of(CERTIFICATE)))
                .isEqualTo(Proof.NOT_PROVED);
    }

    @Test
    void aFileOfWhichAnyByteIsFlippedCutOrAddedIsNotProved() throws IOException {
        byte[] cms = BANK.cms(FILE);
        byte[] pgp = pgp(BANK, HashAlgorithmTags.SHA256);
        for (int at = 0; at < FILE.length; at++) {
            byte[] flipped = FILE.clone();
            flipped[at] ^= 1;
            for (byte[] other : List.of(flipped, Arrays.copyOf(FILE, at))) {
                assertThat(prove(other, cms)).as("byte %d", at).isEqualTo(Proof.NOT_PROVED);
                assertThat(prove(other, pgp)).as("byte %d", at).isEqualTo(Proof.NOT_PROVED);
            }
        }
        assertThat(prove(Arrays.copyOf(FILE, FILE.length + 1), cms)).isEqualTo(Proof.NOT_PROVED);
        assertThat(prove(Arrays.copyOf(FILE, FILE.length + 1), pgp)).isEqualTo(Proof.NOT_PROVED);
    }

    /**
     * A flipped byte may lie in what is not signed, such as the certificates; then nothing changes.
     */
    @Test
    void aDamagedSignatureNeverFailsAndNeverProvesOtherBytes() throws IOException {
        byte[] other = FILE.clone();
        other[other.length - 3] ^= 1;
        for (byte[] signature : List.of(BANK.cms(FILE), pgp(BANK, HashAlgorithmTags.SHA256))) {
            for (int at = 0; at < signature.length; at++) {
                for (int bit = 1; bit < 256; bit <<= 3) {
                    byte[] damaged = signature.clone();
                    damaged[at] ^= (byte) bit;
                    assertThat(prove(other, damaged).finding()).isNotEqualTo(Finding.PROVED);
                }
                assertThat(prove(other, Arrays.copyOf(signature, at)).finding())
                        .isNotEqualTo(Finding.PROVED);
            }
        }
    }

    @Test
    void aKeyStatesItsFingerprintItsOwnerAndItsDays() throws Exception {
        ReadKey certificate = ReadKey.of(KeyKind.X509, BANK.certificate());
        assertThat(certificate.fingerprint()).hasSize(64);
        assertThat(certificate.owner()).isEqualTo("Bank Contoh");
        assertThat(certificate.from()).isBefore(certificate.until());
        String pem =
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder().encodeToString(BANK.certificate())
                        + "\n-----END CERTIFICATE-----\n";
        assertThat(ReadKey.of(KeyKind.X509, pem.getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(certificate);

        ReadKey pgp = ReadKey.of(KeyKind.OPENPGP, BANK.pgpKey());
        assertThat(pgp.fingerprint()).hasSize(40);
        assertThat(pgp.until()).isNull();
    }

    @Test
    void aKeyWithWhichNobodyMaySignIsUnfitAndNoKeyIsUnreadable() {
        BankSigner weak = BankSigner.withRsa("Lemah", 1024, KeyUsage.digitalSignature);
        BankSigner server = BankSigner.withRsa("Server", 2048, KeyUsage.keyEncipherment);
        for (byte[] unfit : List.of(weak.certificate(), server.certificate())) {
            assertThatThrownBy(() -> ReadKey.of(KeyKind.X509, unfit))
                    .isInstanceOfSatisfying(
                            Unusable.class, one -> assertThat(one.isReadable()).isTrue());
        }
        assertThatThrownBy(() -> ReadKey.of(KeyKind.OPENPGP, weak.pgpKey()))
                .isInstanceOfSatisfying(
                        Unusable.class, one -> assertThat(one.isReadable()).isTrue());
        for (KeyKind kind : KeyKind.values()) {
            byte[] whole = kind == KeyKind.X509 ? BANK.certificate() : BANK.pgpKey();
            byte[] other = kind == KeyKind.X509 ? BANK.pgpKey() : BANK.certificate();
            for (byte[] unreadable :
                    List.of(other, FILE, new byte[] {1}, Arrays.copyOf(whole, 90))) {
                assertThatThrownBy(() -> ReadKey.of(kind, unreadable))
                        .isInstanceOfSatisfying(
                                Unusable.class, one -> assertThat(one.isReadable()).isFalse());
            }
        }
    }

    private Proof prove(byte[] file, byte[] signature) throws IOException {
        return Proof.of(signed(file), signature, KEYS);
    }

    private SignedBytes signed(byte[] file) throws IOException {
        Path path = folder.resolve("file");
        Files.write(path, file);
        try {
            return new SignedBytes(path, MessageDigest.getInstance("SHA-256").digest(file));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] pgp(BankSigner signer, int hash) {
        return signer.pgp(FILE, hash, PGPSignature.BINARY_DOCUMENT);
    }

    private static byte[] nested(byte tag, byte length) {
        byte[] deep = new byte[Proof.MAX_BYTES];
        for (int i = 0; i < deep.length; i += 2) {
            deep[i] = tag;
            deep[i + 1] = length;
        }
        return deep;
    }

    private static BankKey key(KeyKind kind, byte[] content) {
        return new BankKey(
                UUID.randomUUID(),
                new Statement("BRI", kind, "f", null, LocalDate.EPOCH, LocalDate.EPOCH),
                content,
                KeyStatus.APPROVED,
                "officer",
                Instant.EPOCH,
                new Act("approver", Instant.EPOCH, null),
                null);
    }
}
