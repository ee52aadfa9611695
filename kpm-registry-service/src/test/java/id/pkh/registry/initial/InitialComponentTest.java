package id.pkh.registry.initial;

import static id.pkh.testsupport.time.Days.today;
import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.registry.RegistryComponentTest;
import id.pkh.registry.support.Workplace;
import id.pkh.testsupport.rest.Caller;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** A sub-district with candidates, and its facilitator. */
abstract class InitialComponentTest extends RegistryComponentTest {

    protected Workplace place;
    protected Caller facilitator;
    protected InitialApi api;

    @BeforeEach
    void someoneWorksThere() {
        place = Workplace.another();
        facilitator = place.signedIn(place.facilitator(1, 2));
        api = new InitialApi(place, facilitator);
    }

    protected String status(String family) {
        return tables.text("SELECT status FROM kpm WHERE id = ?", UUID.fromString(family));
    }

    /** A meeting of today to which these families have their letters. */
    protected String invited(String... families) {
        String meeting = api.planned(today(), families);
        for (String family : families) {
            assertThat(api.deliver(meeting, family, today().minusDays(2))).isEqualTo("DELIVERED");
        }
        return meeting;
    }

    protected List<String> work() {
        return facilitator.read("/my-work?limit=100").getList("items.kind");
    }
}
