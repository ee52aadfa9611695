package id.pkh.registry.family.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MembershipDecisionsTest {

    @ParameterizedTest(name = "{0} with {1} open, terminated {2}: {3}")
    @CsvSource({
        "ACTIVE,     0, false, ACTIVE",
        "ACTIVE,     1, false, SUSPENDED",
        "ACTIVE,     2, false, SUSPENDED",
        "SUSPENDED,  2, false, SUSPENDED",
        "SUSPENDED,  1, false, SUSPENDED",
        "SUSPENDED,  0, false, ACTIVE",
        "ACTIVE,     0, true,  TERMINATED",
        "ACTIVE,     1, true,  TERMINATED",
        "SUSPENDED,  1, true,  TERMINATED",
        "SUSPENDED,  0, true,  TERMINATED",
        "TERMINATED, 0, false, TERMINATED",
        "TERMINATED, 1, true,  TERMINATED",
        "GRADUATED,  1, true,  GRADUATED",
        "MOVED,      1, false, MOVED",
        "DECEASED,   1, true,  DECEASED",
        "ELIGIBLE,   1, false, ELIGIBLE",
        "CANDIDATE,  0, true,  CANDIDATE"
    })
    void theStatusFollowsFromTheDecisionsOnRecord(
            KpmStatus current, int open, boolean terminated, KpmStatus verdict) {
        assertThat(new MembershipDecisions(open, terminated).applyTo(current)).isEqualTo(verdict);
    }
}
