package id.pkh.disbursement.report.persistence;

import id.pkh.platform.security.FieldCipher;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;

/**
 * Numbers of accounts as they are stored: encrypted, with the purpose of the accounts of payees.
 */
@ApplicationScoped
class HiddenAccounts {

    private static final String PURPOSE = "disbursement.account";

    private final FieldCipher cipher;

    HiddenAccounts(FieldCipher cipher) {
        this.cipher = cipher;
    }

    String hide(String account) {
        return Base64.getEncoder().encodeToString(cipher.encrypt(account, PURPOSE));
    }

    String show(String hidden) {
        return show(Base64.getDecoder().decode(hidden));
    }

    String show(byte[] hidden) {
        return cipher.decrypt(hidden, PURPOSE);
    }
}
