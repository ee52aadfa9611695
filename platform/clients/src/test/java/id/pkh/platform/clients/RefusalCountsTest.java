package id.pkh.platform.clients;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.platform.clients.RefusalCounts.Counted;
import id.pkh.platform.clients.RefusalCounts.Refusal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusalCountsTest {

    private static final Instant FIRST = Instant.parse("2026-12-01T00:00:00Z");

    private final RefusalCounts counts = new RefusalCounts();

    private static Refusal refusal(String operation) {
        return new Refusal("system-1", operation, "FORBIDDEN", 403);
    }

    @Test
    void what_is_refused_alike_is_counted_together_since_the_first() {
        counts.add(refusal("listReads"), FIRST);
        counts.add(refusal("listReads"), FIRST.plusSeconds(5));
        counts.add(refusal("other"), FIRST);
        assertThat(counts.take())
                .containsExactlyInAnyOrder(
                        new Counted(refusal("listReads"), 2, FIRST),
                        new Counted(refusal("other"), 1, FIRST));
        assertThat(counts.take()).isEmpty();
    }

    @Test
    void what_could_not_be_written_is_counted_again() {
        counts.add(refusal("listReads"), FIRST);
        List<Counted> taken = counts.take();
        counts.add(refusal("listReads"), FIRST.plusSeconds(60));
        taken.forEach(counts::add);
        assertThat(counts.take()).containsExactly(new Counted(refusal("listReads"), 2, FIRST));
    }

    @Test
    void there_are_only_so_many_kinds_and_no_request_is_lost() {
        for (int i = 0; i < 3 * RefusalCounts.KINDS; i++) {
            counts.add(refusal("operation" + i), FIRST);
        }
        List<Counted> taken = counts.take();
        assertThat(taken).hasSize(RefusalCounts.KINDS + 1);
        assertThat(taken.stream().mapToInt(Counted::requests).sum())
                .isEqualTo(3 * RefusalCounts.KINDS);
    }
}
