package id.pkh.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

@ApplicationScoped
class TryRefusals implements RefusalStatuses {

    @Override
    public Map<String, Integer> statuses() {
        return Map.of("TEST_REFUSED", 409);
    }
}
