package id.pkh.verification.signal;

import id.pkh.verification.signal.domain.Cause;
import id.pkh.verification.signal.domain.PeriodState;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Facts of several families from several sources, by family and cause. */
public final class SignalCollector {

    private final Set<Cause> causes;
    private final Map<UUID, Map<Cause, List<PeriodState>>> facts = new HashMap<>();

    public SignalCollector(Set<Cause> causes) {
        this.causes = Set.copyOf(causes);
    }

    public void add(UUID kpmId, Cause cause, PeriodState state) {
        if (causes.contains(cause)) {
            facts.computeIfAbsent(kpmId, family -> new EnumMap<>(Cause.class))
                    .computeIfAbsent(cause, any -> new ArrayList<>())
                    .add(state);
        }
    }

    public List<PeriodState> of(UUID kpmId, Cause cause) {
        return facts.getOrDefault(kpmId, Map.of()).getOrDefault(cause, List.of());
    }
}
