package id.pkh.disbursement.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PaymentListHashTest {

    /** printf '\0\0\0\2\0\0\0\1a\0\0\0\2bc' | sha256sum */
    @Test
    void hashesTheLengthBeforeEachField() {
        assertThat(new PaymentListHash().line("a", "bc").hex())
                .isEqualTo("0e161aa9baccea99ec3fd09974a583e60ba9e9b842cecd9d952203f94ce1c891");
    }

    @Test
    void differentListsHaveDifferentBytes() {
        List<String> hashes =
                List.of(
                        new PaymentListHash().hex(),
                        new PaymentListHash().line().hex(),
                        new PaymentListHash().line("").hex(),
                        new PaymentListHash().line((String) null).hex(),
                        new PaymentListHash().line("ab").hex(),
                        new PaymentListHash().line("a", "b").hex(),
                        new PaymentListHash().line("a").line("b").hex(),
                        new PaymentListHash().line("b").line("a").hex());

        assertThat(hashes).doesNotHaveDuplicates();
    }
}
