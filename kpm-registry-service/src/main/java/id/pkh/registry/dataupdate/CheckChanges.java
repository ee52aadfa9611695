package id.pkh.registry.dataupdate;

import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import id.pkh.registry.area.Areas;
import id.pkh.registry.dataupdate.DataUpdates.Evidence;
import id.pkh.registry.dataupdate.domain.Change;
import id.pkh.registry.dataupdate.domain.ChangeField;
import id.pkh.registry.dataupdate.domain.ChangeForm;
import id.pkh.registry.dataupdate.domain.KindRule;
import id.pkh.registry.family.domain.Family;
import id.pkh.registry.intake.RequestErrors;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks submitted changes as an acceptance would, so that the field learns at once what cannot be
 * accepted. Nothing is saved.
 */
@ApplicationScoped
class CheckChanges {

    private final ReadFacts readFacts;
    private final ApplyChange applyChange;
    private final Areas areas;
    private final Clock clock;

    CheckChanges(ReadFacts readFacts, ApplyChange applyChange, Areas areas, Clock clock) {
        this.readFacts = readFacts;
        this.applyChange = applyChange;
        this.areas = areas;
        this.clock = clock;
    }

    /** The changes with what the registry has now. */
    List<Change> checked(Family family, List<Change> submitted, Evidence evidence) {
        LocalDate today = BusinessDates.today(clock);
        if (evidence.on().isAfter(today)) {
            throw Refused.because(ChangeForm.IN_FUTURE).with("field", "evidence.on");
        }
        ChangeForm.faultOf(submitted, today)
                .ifPresent(
                        fault -> {
                            throw refused(fault);
                        });
        List<Change> checked = new ArrayList<>();
        Family changed = family;
        for (int i = 0; i < submitted.size(); i++) {
            Change change = readFacts.withFacts(submitted.get(i), family);
            int no = i + 1;
            KindRule.faultOf(change)
                    .ifPresent(
                            code -> {
                                throw Refused.because(code)
                                        .with("change_no", no)
                                        .with("kind", change.kind().name());
                            });
            requireKnownVillage(change);
            changed = applyChange.applied(changed, change).family();
            checked.add(change);
        }
        return checked;
    }

    private static Refused refused(ChangeForm.Fault fault) {
        Refused refused = Refused.because(fault.code()).with("change_no", fault.no());
        return fault.field() == null ? refused : refused.with("field", fault.field().wireName());
    }

    /** A family may move to where the person who submits it does not work. */
    private void requireKnownVillage(Change change) {
        change.gets(ChangeField.VILLAGE_CODE)
                .filter(village -> !areas.isVillage(village))
                .ifPresent(
                        village -> {
                            throw RequestErrors.refused(
                                    "VILLAGE_UNKNOWN", "village_code", "code of a known village");
                        });
    }
}
