package id.pkh.registry.initial.domain;

import id.pkh.registry.dataupdate.domain.ChangeKind;
import id.pkh.registry.dataupdate.domain.EvidenceKind;
import id.pkh.registry.initial.domain.InitialCodes.Verdict;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One item, as it compares with its evidence.
 *
 * @param evidence null when it is missing
 */
public record Comparison(Item item, Verdict verdict, EvidenceKind evidence) {

    public static final String TWICE = "INITIAL_ITEM_TWICE";
    public static final String EVIDENCE_DISAGREES = "INITIAL_EVIDENCE_DISAGREES";
    public static final String CHANGES_DISAGREE = "INITIAL_CHANGES_DISAGREE";

    /** What is wrong, and with which item; none when a change belongs to no item. */
    public record Fault(String code, Optional<Item> item) {}

    /** Each item once, with evidence of its own; each difference with a change, and no others. */
    public static Optional<Fault> faultOf(
            List<Comparison> compared, Collection<ChangeKind> changes) {
        Set<Item> seen = EnumSet.noneOf(Item.class);
        Set<ChangeKind> possible = EnumSet.noneOf(ChangeKind.class);
        for (Comparison comparison : compared) {
            Item item = comparison.item();
            if (!seen.add(item)) {
                return fault(TWICE, item);
            }
            if (!comparison.hasItsEvidence()) {
                return fault(EVIDENCE_DISAGREES, item);
            }
            if (comparison.differs()) {
                possible.addAll(item.changes());
                if (changes.stream().noneMatch(item.changes()::contains)) {
                    return fault(CHANGES_DISAGREE, item);
                }
            }
        }
        return possible.containsAll(changes)
                ? Optional.empty()
                : Optional.of(new Fault(CHANGES_DISAGREE, Optional.empty()));
    }

    private static Optional<Fault> fault(String code, Item item) {
        return Optional.of(new Fault(code, Optional.of(item)));
    }

    public boolean differs() {
        return verdict == Verdict.DIFFERS;
    }

    private boolean hasItsEvidence() {
        return evidence == null
                ? verdict == Verdict.MISSING
                : verdict != Verdict.MISSING && item.evidence().contains(evidence);
    }
}
