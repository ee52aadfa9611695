package id.pkh.disbursement.bankkey;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.disbursement.bank.Banks;
import id.pkh.disbursement.bankkey.domain.BankKey;
import id.pkh.disbursement.bankkey.domain.BankKey.KeyKind;
import id.pkh.disbursement.bankkey.domain.BankKey.KeyStatus;
import id.pkh.disbursement.bankkey.domain.BankKey.Statement;
import id.pkh.disbursement.bankkey.signature.ReadKey;
import id.pkh.disbursement.bankkey.signature.ReadKey.Unusable;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.FreeTextRule;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;

/** An officer records the key of a bank; it counts when another person has approved it. */
@ApplicationScoped
public class RecordBankKey {

    private static final int MAX_OWNER_CHARS = 140;

    /** The key as the bank has sent it, and the days on which it is to count. */
    public record NewKey(
            String bank, KeyKind kind, byte[] content, LocalDate validFrom, LocalDate validUntil) {}

    private final BankKeys keys;
    private final Banks banks;
    private final Clock clock;

    RecordBankKey(BankKeys keys, Banks banks, Clock clock) {
        this.keys = keys;
        this.banks = banks;
        this.clock = clock;
    }

    @Transactional
    public BankKey handle(NewKey added, String officer) {
        if (!banks.on(BusinessDates.today(clock)).containsKey(added.bank())) {
            throw Refused.because("BANK_CODE_UNKNOWN").with("bank", added.bank());
        }
        ReadKey read = read(added);
        requireDays(added, read);
        BankKey key =
                new BankKey(
                        UuidCreator.getTimeOrderedEpoch(),
                        new Statement(
                                added.bank(),
                                added.kind(),
                                read.fingerprint(),
                                shown(read.owner()),
                                added.validFrom(),
                                added.validUntil()),
                        added.content(),
                        KeyStatus.RECORDED,
                        officer,
                        clock.instant(),
                        null,
                        null);
        if (!keys.add(key)) {
            throw Refused.because("BANK_KEY_ALREADY_RECORDED")
                    .with("fingerprint", read.fingerprint());
        }
        return key;
    }

    private static ReadKey read(NewKey added) {
        try {
            return ReadKey.of(added.kind(), added.content());
        } catch (Unusable unusable) {
            throw Refused.because(unusable.isReadable() ? "BANK_KEY_UNFIT" : "BANK_KEY_UNREADABLE")
                    .with("kind", added.kind().name());
        }
    }

    /** Within the days that the key states about itself, and not over before it is approved. */
    private void requireDays(NewKey added, ReadKey read) {
        boolean within =
                !added.validFrom().isBefore(read.from())
                        && (read.until() == null || !added.validUntil().isAfter(read.until()));
        if (!within
                || added.validUntil().isBefore(added.validFrom())
                || added.validUntil().isBefore(BusinessDates.today(clock))) {
            throw Refused.because("BANK_KEY_DAYS_INVALID")
                    .with("from", read.from())
                    .with("until", read.until() == null ? "-" : read.until().toString());
        }
    }

    /**
     * What a key says about its owner is a free text, and is shown only if it keeps to the rule.
     */
    private static String shown(String owner) {
        return owner == null || FreeTextRule.faultOf(owner).isPresent()
                ? null
                : owner.substring(0, Math.min(owner.length(), MAX_OWNER_CHARS));
    }
}
