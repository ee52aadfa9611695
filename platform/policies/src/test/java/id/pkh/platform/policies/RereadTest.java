package id.pkh.platform.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RereadTest {

    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final Reread<Integer> reread = new Reread<>(reads::incrementAndGet, nanos::get);

    @Test
    void isReadAgainAfterAFewSecondsAndNotBefore() {
        assertThat(reread.get()).isEqualTo(1);
        nanos.addAndGet(Reread.KEPT.toNanos() - 1);
        assertThat(reread.get()).isEqualTo(1);
        nanos.addAndGet(1);
        assertThat(reread.get()).isEqualTo(2);
        assertThat(reread.get()).isEqualTo(2);
    }
}
