package id.pkh.registry.finding;

import id.pkh.platform.security.Caller;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.Refused;
import id.pkh.registry.RegistryConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How often one caller may look for families. A NIK has a known structure and can be guessed, so
 * look-ups in vain are limited. They are counted in the log, so all instances count together and a
 * restart forgets nothing; requests at the same moment may pass the limit by their number.
 */
@ApplicationScoped
class LookUpLimits {

    private final LookUps lookUps;
    private final RegistryConfig.Finding limits;

    LookUpLimits(LookUps lookUps, RegistryConfig config) {
        this.lookUps = lookUps;
        this.limits = config.finding();
    }

    void requireKeysLeft(Caller caller, Instant now) {
        boolean isSystem = caller.hasRole(Roles.EXTERNAL_SYSTEM);
        int most = isSystem ? limits.missesOfSystem() : limits.missesOfPerson();
        refuseAfter(lookUps.nthInVain(caller.subject(), most, since(now)), most, now);
    }

    void requireSearchesLeft(Caller caller, Instant now) {
        int most = limits.searches();
        refuseAfter(lookUps.nthByName(caller.subject(), most, since(now)), most, now);
    }

    private Instant since(Instant now) {
        return now.minus(limits.period());
    }

    private void refuseAfter(Optional<Instant> nth, int most, Instant now) {
        nth.ifPresent(
                at -> {
                    Duration wait = Duration.between(now, at.plus(limits.period()));
                    throw Refused.because("LOOK_UP_LIMIT_REACHED")
                            .with("limit", most)
                            .with("minutes", limits.period().toMinutes())
                            .with("retry_after_seconds", Math.max(1, wait.toSeconds() + 1));
                });
    }
}
