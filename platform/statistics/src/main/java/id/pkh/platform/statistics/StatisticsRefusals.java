package id.pkh.platform.statistics;

import id.pkh.platform.web.RefusalStatuses;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Refusals about published statistics. */
@ApplicationScoped
class StatisticsRefusals implements RefusalStatuses {

    @Override
    public Map<Integer, List<String>> codes() {
        return Map.of(404, List.of("STATISTICS_NOT_MADE"));
    }

    @Override
    public String bundle() {
        return "refusals-statistics";
    }
}
