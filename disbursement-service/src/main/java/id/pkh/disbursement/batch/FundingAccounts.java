package id.pkh.disbursement.batch;

import id.pkh.disbursement.config.DisbursementConfig;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** The funding accounts, one per bank. */
@ApplicationScoped
class FundingAccounts {

    private static final String DIGITS = "[0-9]{1,34}";

    private final Map<String, String> accounts;

    FundingAccounts(DisbursementConfig config) {
        this.accounts =
                config.bank().fundingAccounts().map(FundingAccounts::parse).orElse(Map.of());
    }

    String of(String bank) {
        String account = accounts.get(bank);
        if (account == null) {
            throw Refused.because("FUNDING_ACCOUNT_MISSING").with("bank", bank);
        }
        return account;
    }

    private static Map<String, String> parse(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .map(entry -> entry.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0].strip(), FundingAccounts::account));
    }

    private static String account(String[] pair) {
        if (pair.length < 2 || !pair[1].strip().matches(DIGITS)) {
            throw new IllegalStateException(
                    "pkh.disbursement.bank.funding.accounts: the account is not a number, for "
                            + pair[0]);
        }
        return pair[1].strip();
    }
}
