package id.pkh.platform.figures;

import java.time.YearMonth;
import java.util.List;

/** The regencies of which a service counts something; one bean in each service. */
public interface Regencies {

    /**
     * In the order of their codes, at most {@code limit}.
     *
     * @param after the last one that is known; empty at the beginning
     */
    List<String> of(YearMonth month, String after, int limit);
}
