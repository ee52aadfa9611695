package id.pkh.platform.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BulkReadTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "500, 1", "501, 2", "5000, 10"})
    void each_started_five_hundred_families_are_a_page(int families, int pages) {
        assertEquals(pages, BulkRead.pagesOf(families));
    }
}
