package id.pkh.verification.duty;

import id.pkh.platform.jobs.Job;
import id.pkh.verification.decision.DecisionEffects;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Delivered decisions take effect on their day. */
@ApplicationScoped
class TakeEffectWork implements DutyWork {

    private final DecisionEffects effects;

    TakeEffectWork(DecisionEffects effects) {
        this.effects = effects;
    }

    @Override
    public String kind() {
        return "decisions-take-effect";
    }

    @Override
    public List<UUID> due(UUID after, int limit) {
        return effects.due(after, limit);
    }

    @Override
    public void apply(Job job, List<UUID> decisions) {
        effects.takeEffect(decisions);
    }
}
