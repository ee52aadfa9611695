package id.pkh.registry.duplicate;

import id.pkh.platform.security.Caller;
import id.pkh.platform.web.Refused;
import id.pkh.registry.area.CallerAreas;
import id.pkh.registry.duplicate.DuplicatePairs.Decision;
import id.pkh.registry.duplicate.DuplicatePairs.PairRow;
import id.pkh.registry.duplicate.domain.DistinctionReason;
import id.pkh.registry.duplicate.domain.PairState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** What a person says about two families. It changes neither of them. */
@ApplicationScoped
class DecideDuplicate {

    private final DuplicatePairs pairs;
    private final CallerAreas areas;
    private final Caller caller;
    private final Clock clock;

    DecideDuplicate(DuplicatePairs pairs, CallerAreas areas, Caller caller, Clock clock) {
        this.pairs = pairs;
        this.areas = areas;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    void distinguish(UUID id, int version, DistinctionReason reason) {
        PairRow row = read(id, version, PairState.OPEN);
        Instant now = clock.instant();
        pairs.decide(
                row,
                new Decision(PairState.NOT_THE_SAME, reason, caller.subject(), now),
                caller.subject(),
                now);
    }

    @Transactional
    void reopen(UUID id, int version) {
        PairRow row = read(id, version, PairState.NOT_THE_SAME);
        pairs.decide(row, Decision.none(PairState.OPEN), caller.subject(), clock.instant());
    }

    /** An administrator of one of the two areas is enough: nothing changes for the families. */
    private PairRow read(UUID id, int version, PairState expected) {
        PairRow row = pairs.lock(id).orElseThrow(() -> Refused.because("NOT_FOUND"));
        if (!areas.cover(row.secondVillage())) {
            areas.require(row.firstVillage());
        }
        if (row.version() != version) {
            throw Refused.because("DUPLICATE_VERSION_DIFFERS").with("version", row.version());
        }
        if (row.state() != expected) {
            throw Refused.because("DUPLICATE_NOT_IN_STATE")
                    .with("state", row.state().name())
                    .with("expected", expected.name());
        }
        return row;
    }
}
