package id.pkh.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MadePaymentsTest {

    private static final List<IntFunction<UUID>> KINDS =
            List.of(MadePayments::family, MadePayments::payment, MadePayments::instruction);

    @Test
    void identifiersAreOrderedByTimeAndNoTwoAreTheSame() {
        for (IntFunction<UUID> kind : KINDS) {
            List<String> ids =
                    IntStream.range(0, 1_000).mapToObj(i -> kind.apply(i).toString()).toList();
            assertThat(ids).isSorted().doesNotHaveDuplicates();
            assertThat(kind.apply(0).version()).isEqualTo(7);
            assertThat(kind.apply(0).variant()).isEqualTo(2);
        }
        assertThat(KINDS.stream().map(kind -> kind.apply(5))).doesNotHaveDuplicates();
    }

    @Test
    void anAccountHasTheDigitsOfItsBank() {
        assertThat(MadePayments.account(0)).hasSize(15);
        assertThat(MadePayments.account(999_999)).hasSize(15);
        assertThat(MadePayments.sumIdr(40)).isEqualTo(25_000L * 40 * 41 / 2);
    }
}
