package id.pkh.testsupport.time;

import java.time.LocalDate;
import java.time.ZoneId;

/** Days by the calendar that the services go by. */
public final class Days {

    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    private Days() {}

    /**
     * Today in Jakarta. To be asked in each test and never kept: the day may change while tests are
     * running.
     */
    public static LocalDate today() {
        return LocalDate.now(JAKARTA);
    }
}
