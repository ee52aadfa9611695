package id.pkh.disbursement.bankkey;

import id.pkh.disbursement.bankkey.domain.BankKey;
import id.pkh.disbursement.bankkey.domain.SignatureResult;
import id.pkh.disbursement.bankkey.domain.SignatureRule;
import id.pkh.disbursement.bankkey.signature.Proof;
import id.pkh.disbursement.bankkey.signature.SignedBytes;
import id.pkh.platform.web.BusinessDates;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Checks the signature of a bank's file before anything of the file is read. It keeps no
 * transaction open meanwhile, because a file may be large.
 */
@ApplicationScoped
public class CheckSignature {

    /**
     * @param keyId the key that made the signature; null unless that is proved
     */
    public record Checked(SignatureResult result, UUID keyId) {

        /** The key that vouches for the file; null where none does. */
        public UUID signedWith() {
            return result == SignatureResult.VALID ? keyId : null;
        }
    }

    private final BankKeys keys;
    private final Clock clock;

    CheckSignature(BankKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * @param signature null where there is none
     */
    public Checked handle(SignedBytes file, byte[] signature, String bank) {
        LocalDate today = BusinessDates.today(clock);
        List<BankKey> approved = QuarkusTransaction.requiringNew().call(keys::approved);
        if (!SignatureRule.isNeeded(bank, approved, today)) {
            return new Checked(SignatureResult.NOT_NEEDED, null);
        }
        try {
            Proof proof = Proof.of(file, signature, approved);
            return new Checked(
                    SignatureRule.judge(proof.finding(), proof.key(), bank, today),
                    proof.key() == null ? null : proof.key().keyId());
        } catch (IOException unread) {
            throw new UncheckedIOException("a file of a bank could not be read", unread);
        }
    }
}
