package id.pkh.platform.figures;

import id.pkh.platform.web.RefusalStatuses;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Refusals about figures. */
@ApplicationScoped
class FiguresRefusals implements RefusalStatuses {

    @Override
    public Map<Integer, List<String>> codes() {
        return Map.of(400, List.of("FIGURES_LEVEL_UNKNOWN", "FIGURES_TOO_FINE"));
    }

    @Override
    public String bundle() {
        return "refusals-figures";
    }
}
