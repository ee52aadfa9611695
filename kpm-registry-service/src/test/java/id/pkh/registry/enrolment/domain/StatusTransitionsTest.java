package id.pkh.registry.enrolment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StatusTransitionsTest {

    /** From the life-cycle of the programme: everything not listed is refused. */
    private static final Set<String> PERMITTED =
            Set.of(
                    "CANDIDATE>INVITED",
                    "INVITED>VISITED",
                    "INVITED>VALIDATED",
                    "VISITED>VALIDATED",
                    "VALIDATED>ELIGIBLE",
                    "VALIDATED>INELIGIBLE",
                    "ELIGIBLE>ACTIVE",
                    "ACTIVE>SUSPENDED",
                    "ACTIVE>GRADUATED",
                    "ACTIVE>MOVED",
                    "ACTIVE>DECEASED",
                    "ACTIVE>TERMINATED",
                    "SUSPENDED>ACTIVE",
                    "SUSPENDED>GRADUATED",
                    "SUSPENDED>MOVED",
                    "SUSPENDED>DECEASED",
                    "SUSPENDED>TERMINATED");

    @Test
    void everyPairIsAllowedOrRefusedAsTheLifeCycleSays() {
        for (KpmStatus from : KpmStatus.values()) {
            for (KpmStatus to : KpmStatus.values()) {
                assertThat(StatusTransitions.allow(from, to))
                        .as("%s to %s", from, to)
                        .isEqualTo(PERMITTED.contains(from + ">" + to));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(KpmStatus.class)
    void aFinalStatusIsOneThatNothingFollows(KpmStatus status) {
        assertThat(status.isFinal()).isEqualTo(StatusTransitions.from(status).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "CANDIDATE, true", "INVITED, true", "VISITED, true", "VALIDATED, true",
        "ELIGIBLE, true", "ACTIVE, true", "INELIGIBLE, false", "SUSPENDED, false",
        "GRADUATED, false", "MOVED, false", "DECEASED, false", "TERMINATED, false"
    })
    void aFamilyIsRegisteredOnlyInAStatusThatNeedsNoDecision(KpmStatus status, boolean verdict) {
        assertThat(status.canBeRegistered()).isEqualTo(verdict);
    }

    @Test
    void everyStatusHasItsCode() {
        assertThat(Stream.of(KpmStatus.values()))
                .allSatisfy(status -> assertThat(KpmStatus.of(status.name())).contains(status));
        assertThat(KpmStatus.of("AKTIF")).isEmpty();
    }
}
