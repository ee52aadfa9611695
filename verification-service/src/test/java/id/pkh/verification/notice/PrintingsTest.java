package id.pkh.verification.notice;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pkh.testsupport.time.MovableClock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PrintingsTest {

    private final MovableClock clock = new MovableClock();
    private final Printings printings = new Printings(2, clock);

    @Test
    void a_person_prints_one_file_at_a_time() {
        Printings.Place place = printings.take("siti");
        assertThatThrownBy(() -> printings.take("siti")).hasMessage("PRINTING_UNDER_WAY");
        place.giveBack();
        assertThatCode(() -> printings.take("siti")).doesNotThrowAnyException();
    }

    @Test
    void only_a_few_people_print_together() {
        printings.take("siti");
        printings.take("wati");
        assertThatThrownBy(() -> printings.take("ani")).hasMessage("PRINTERS_BUSY");
    }

    @Test
    void a_place_that_was_not_given_back_is_free_after_ten_minutes() {
        Instant start = Instant.parse("2026-07-10T03:00:00Z");
        clock.setTo(start);
        Printings.Place left = printings.take("siti");
        clock.setTo(start.plusSeconds(590));
        assertThatThrownBy(() -> printings.take("siti")).hasMessage("PRINTING_UNDER_WAY");
        clock.setTo(start.plusSeconds(610));
        printings.take("siti");
        // the file of before ends late, and the place is not its own any more
        left.giveBack();
        assertThatThrownBy(() -> printings.take("siti")).hasMessage("PRINTING_UNDER_WAY");
    }
}
