package id.pkh.disbursement.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccountTokensTest {

    private static final String BANK = "BRI";
    private static final String NUMBER = "001234567890123";

    static String key(char of) {
        return Base64.getEncoder().encodeToString(String.valueOf(of).repeat(32).getBytes());
    }

    private static AccountTokens tokens(String key, String former) {
        return new AccountTokens(
                new AccountKeys(Optional.ofNullable(key), Optional.ofNullable(former), null));
    }

    @Test
    void whileTheKeyIsChangedAnAccountIsLookedUpUnderBothKeys() {
        AccountTokens before = tokens(key('a'), null);
        AccountTokens during = tokens(key('b'), key('a'));
        AccountTokens after = tokens(key('b'), null);

        assertThat(during.keyId()).isEqualTo(after.keyId()).isNotEqualTo(before.keyId());
        assertThat(during.former(BANK, NUMBER)).isEqualTo(before.present(BANK, NUMBER));
        assertThat(during.present(BANK, NUMBER)).isEqualTo(after.present(BANK, NUMBER));
        assertThat(during.wanted(BANK, NUMBER))
                .containsExactly(during.present(BANK, NUMBER), before.present(BANK, NUMBER));
        assertThat(after.wanted(BANK, NUMBER)).hasSize(1);
        assertThat(after.former(BANK, NUMBER)).isNull();
    }

    @Test
    void zerosInFrontDoNotCountAndTheBankDoes() {
        AccountTokens tokens = tokens(key('a'), null);

        assertThat(tokens.present(BANK, NUMBER))
                .hasSize(32)
                .isEqualTo(tokens.present(BANK, "1234567890123"))
                .isNotEqualTo(tokens.present("BNI", NUMBER));
    }

    @Test
    void theSameKeyTwiceIsOneKey() {
        assertThat(tokens(key('a'), key('a')).hasFormer()).isFalse();
    }

    @Test
    void aKeyThatCannotBeOneIsRefusedWithoutShowingIt() {
        assertThatThrownBy(() -> tokens("c2hvcnQ=", null))
                .hasMessage(
                        "pkh.disbursement.account.key.base64 has 5 bytes, it needs at least 32");
        assertThatThrownBy(() -> tokens("not base64!", null))
                .hasMessage("pkh.disbursement.account.key.base64 is not base64");
    }
}
