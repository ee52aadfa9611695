package id.pkh.disbursement.correction;

import id.pkh.disbursement.exceptions.BankExceptions;
import id.pkh.disbursement.finding.BatchFindings;
import id.pkh.disbursement.payment.PaymentFamilies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Two people have changed accounts in the registry. What banks had refused because of the account
 * is corrected, and the next preparation may take the payment.
 */
@ApplicationScoped
public class RecordConfirmedAccounts {

    private final PaymentFamilies families;
    private final ConfirmedAccounts accounts;
    private final BankExceptions exceptions;
    private final BatchFindings findings;
    private final Clock clock;

    RecordConfirmedAccounts(
            PaymentFamilies families,
            ConfirmedAccounts accounts,
            BankExceptions exceptions,
            BatchFindings findings,
            Clock clock) {
        this.families = families;
        this.accounts = accounts;
        this.exceptions = exceptions;
        this.findings = findings;
        this.clock = clock;
    }

    /**
     * The lock of the families keeps a report from refusing a payment at the same moment: one of
     * the two sees what the other has written.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void handle(List<ConfirmedAccount> confirmed) {
        Set<UUID> kpmIds =
                confirmed.stream().map(ConfirmedAccount::kpmId).collect(Collectors.toSet());
        families.lock(kpmIds);
        accounts.add(confirmed);
        exceptions.settleCorrected(kpmIds, clock.instant());
        findings.forgetOf(kpmIds);
    }
}
