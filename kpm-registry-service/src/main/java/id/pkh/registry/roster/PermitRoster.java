package id.pkh.registry.roster;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.platform.security.Caller;
import id.pkh.platform.web.Refused;
import id.pkh.registry.area.Areas;
import id.pkh.registry.intake.RequestErrors;
import id.pkh.registry.intake.UniqueViolations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Permits exactly one file for an area, and withdraws the permission as long as it is not used. An
 * area is brought in once: no second roster may overlap it.
 */
@ApplicationScoped
class PermitRoster {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final InitialRosters rosters;
    private final Areas areas;
    private final Caller caller;

    PermitRoster(InitialRosters rosters, Areas areas, Caller caller) {
        this.rosters = rosters;
        this.areas = areas;
        this.caller = caller;
    }

    @Transactional
    InitialRoster permit(String area, String sha256) {
        if (area == null || !caller.areas().covers(area) || !areas.isKnown(area)) {
            throw RequestErrors.refused("AREA_UNKNOWN", "area", "code of a known area of yours");
        }
        String digest = sha256 == null ? "" : sha256.strip().toLowerCase(Locale.ROOT);
        if (!SHA256.matcher(digest).matches()) {
            throw RequestErrors.refused("SHA256_INVALID", "sha256", "64 hexadecimal digits");
        }
        rosters.overlapping(area)
                .ifPresent(
                        other -> {
                            throw Refused.because("ROSTER_AREA_TAKEN")
                                    .with("area", other.areaCode());
                        });
        UUID id = UuidCreator.getTimeOrderedEpoch();
        UniqueViolations.refuseOn(() -> rosters.add(id, area, digest, caller.subject()));
        return rosters.lock(id).orElseThrow();
    }

    @Transactional
    InitialRoster withdraw(UUID rosterId) {
        InitialRoster roster =
                rosters.lock(rosterId).orElseThrow(() -> Refused.because("NOT_FOUND"));
        caller.areas().require(roster.areaCode());
        if (!roster.isPermitted()) {
            throw Refused.because("ROSTER_NOT_OPEN").with("status", roster.status());
        }
        rosters.withdraw(rosterId, caller.subject());
        return rosters.lock(rosterId).orElseThrow();
    }
}
