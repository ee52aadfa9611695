package id.pkh.platform.clients;

import id.pkh.platform.web.RefusalStatuses;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Refusals of what systems of other authorities ask for. */
@ApplicationScoped
class ClientsRefusals implements RefusalStatuses {

    @Override
    public Map<Integer, List<String>> codes() {
        return Map.of(
                400,
                List.of("ACTIVITY_RANGE_INVALID"),
                403,
                List.of("CLIENT_SCOPE_MISSING"),
                422,
                List.of("PURPOSE_MISSING"),
                429,
                List.of("CLIENT_PAGES_USED_UP"));
    }

    @Override
    public String bundle() {
        return "refusals-clients";
    }
}
