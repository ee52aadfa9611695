package id.pkh.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

@ApplicationScoped
class TryRefusals implements RefusalStatuses {

    private static final Map<Integer, List<String>> CODES = Map.of(409, List.of("TEST_REFUSED"));

    @Override
    public Map<Integer, List<String>> codes() {
        return CODES;
    }
}
