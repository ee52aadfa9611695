package id.pkh.platform.statistics;

import java.util.List;

/** What a service counts families by; one bean in each service that publishes statistics. */
public interface StatisticSource {

    /** Families of a village with a status. */
    record Count(String villageCode, String status, long families) {}

    /** The codes of all statuses, in their order. */
    List<String> statuses();

    /** Refuses what is no period or cycle of which something is counted. */
    void require(String period);

    /** The periods that are counted again every night, the oldest first. */
    List<String> ofTheNight();

    /** The regencies of a period in the order of their codes, at most {@code limit}. */
    List<String> regencies(String period, String after, int limit);

    /** The counts of one regency; a count of zero is left out. */
    List<Count> count(String period, String regency);
}
