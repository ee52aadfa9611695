package id.pkh.disbursement.account;

import id.pkh.disbursement.account.AccountKeys.AccountKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.regex.Pattern;

/** Tokens by which accounts of a bank are compared without their numbers. */
@ApplicationScoped
public class AccountTokens {

    private static final Pattern ZEROS = Pattern.compile("^0+(?=.)");
    private static final String PURPOSE = "disbursement.account ";

    private final AccountKeys keys;

    AccountTokens(AccountKeys keys) {
        this.keys = keys;
    }

    /** The id of the key of {@link #present}; null for the key that all services share. */
    public Integer keyId() {
        return keys.present().id();
    }

    public byte[] present(String bank, String account) {
        return token(keys.present(), bank, account);
    }

    /** The token under the former key; null when there is none. */
    public byte[] former(String bank, String account) {
        return keys.former().map(key -> token(key, bank, account)).orElse(null);
    }

    public boolean hasFormer() {
        return keys.former().isPresent();
    }

    /** Under each key, the present one first: what a look-up has to look for. */
    public List<byte[]> wanted(String bank, String account) {
        return keys.all().stream().map(key -> token(key, bank, account)).toList();
    }

    /** Zeros in front of a number do not make it another account. */
    private static byte[] token(AccountKey key, String bank, String account) {
        return key.hash().of(ZEROS.matcher(account).replaceFirst(""), PURPOSE + bank);
    }
}
