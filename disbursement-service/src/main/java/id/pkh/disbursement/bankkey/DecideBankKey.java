package id.pkh.disbursement.bankkey;

import id.pkh.disbursement.bankkey.domain.BankKey;
import id.pkh.disbursement.reason.Reason;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * Another person approves a key by its fingerprint, or refuses it. One person is enough to withdraw
 * a key: that only closes the door.
 */
@ApplicationScoped
public class DecideBankKey {

    private final BankKeys keys;
    private final Clock clock;

    DecideBankKey(BankKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    @Transactional
    public BankKey approve(UUID keyId, String fingerprint, String approver) {
        BankKey key = locked(keyId);
        refuseFor(key.approvalRefusal(approver, fingerprint), key);
        keys.approve(keyId, approver, clock.instant());
        return keys.byId(keyId).orElseThrow();
    }

    @Transactional
    public BankKey refuse(UUID keyId, Reason reason, String person) {
        BankKey key = locked(keyId);
        refuseFor(key.refusalRefusal(), key);
        keys.refuse(keyId, person, clock.instant(), reason.text());
        return keys.byId(keyId).orElseThrow();
    }

    @Transactional
    public BankKey withdraw(UUID keyId, Reason reason, String person) {
        BankKey key = locked(keyId);
        refuseFor(key.withdrawalRefusal(), key);
        keys.withdraw(keyId, person, clock.instant(), reason.text());
        return keys.byId(keyId).orElseThrow();
    }

    private BankKey locked(UUID keyId) {
        return keys.lock(keyId).orElseThrow(() -> Refused.because("NOT_FOUND"));
    }

    private static void refuseFor(Optional<String> refusal, BankKey key) {
        refusal.ifPresent(
                code -> {
                    throw Refused.because(code)
                            .with("fingerprint", key.statement().fingerprint())
                            .with("status", key.status().name());
                });
    }
}
