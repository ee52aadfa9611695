package id.pkh.disbursement.difference;

import id.pkh.disbursement.cycle.Cycles;
import id.pkh.disbursement.cycle.domain.PaymentCycle;
import id.pkh.disbursement.difference.TwoCycles.FamilyInBoth;
import id.pkh.disbursement.difference.TwoCycles.Position;
import id.pkh.disbursement.difference.TwoCycles.Selection;
import id.pkh.disbursement.difference.TwoCycles.StatusSum;
import id.pkh.disbursement.difference.domain.Difference;
import id.pkh.disbursement.difference.domain.DifferenceKind;
import id.pkh.disbursement.difference.domain.DifferenceRule;
import id.pkh.disbursement.payment.domain.PaymentStatus;
import id.pkh.disbursement.walk.BoundedWalk;
import id.pkh.disbursement.walk.BoundedWalk.Walked;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Compares what families are paid in a cycle with the cycle before, and explains it. */
@ApplicationScoped
public class CompareCycles {

    /** A cycle and the one before it of the same channel. */
    public record Pair(PaymentCycle present, PaymentCycle former) {

        private boolean coversSameMonths() {
            return present.range().fullMonths() == former.range().fullMonths();
        }
    }

    /** A family with its difference. */
    public record FamilyDifference(FamilyInBoth family, Difference difference) {}

    /** Families whose difference is of one kind. */
    public record KindSum(DifferenceKind kind, long families, long formerIdr, long presentIdr) {

        private KindSum plus(KindSum other) {
            return new KindSum(
                    kind,
                    families + other.families,
                    Math.addExact(formerIdr, other.formerIdr),
                    Math.addExact(presentIdr, other.presentIdr));
        }
    }

    private final Cycles cycles;
    private final TwoCycles twoCycles;

    CompareCycles(Cycles cycles, TwoCycles twoCycles) {
        this.cycles = cycles;
        this.twoCycles = twoCycles;
    }

    public Pair pair(String cycleCode) {
        PaymentCycle present =
                cycles.byCode(cycleCode).orElseThrow(() -> Refused.because("NOT_FOUND"));
        UUID former =
                twoCycles
                        .before(present.cycleId())
                        .orElseThrow(
                                () ->
                                        Refused.because("CYCLE_IS_FIRST")
                                                .with("cycle_code", cycleCode));
        return new Pair(present, cycles.byIds(List.of(former)).get(former));
    }

    /**
     * @param kind null for every kind but SAME
     * @param from null for the beginning
     */
    public Walked<FamilyDifference, Position> page(
            Pair pair,
            AreaScope area,
            AreaScope scope,
            DifferenceKind kind,
            Position from,
            int limit) {
        Selection selection = selection(pair, area, scope);
        return new BoundedWalk<FamilyInBoth, Position>(
                        (position, window) -> twoCycles.after(selection, position, window),
                        FamilyInBoth::position)
                .page(from, limit, family -> selected(family, pair, kind));
    }

    /** By kind, in the order of the kinds. */
    public List<KindSum> sums(Pair pair, AreaScope area, AreaScope scope) {
        Map<DifferenceKind, KindSum> sums = new EnumMap<>(DifferenceKind.class);
        for (StatusSum sum : twoCycles.sums(selection(pair, area, scope))) {
            DifferenceKind kind =
                    DifferenceKind.of(
                            PaymentStatus.valueOf(sum.formerStatus()),
                            sum.wasPaid(),
                            PaymentStatus.valueOf(sum.status()),
                            sum.isPaid(),
                            sum.comparison());
            sums.merge(
                    kind,
                    new KindSum(kind, sum.families(), sum.formerIdr(), sum.presentIdr()),
                    KindSum::plus);
        }
        return List.copyOf(sums.values());
    }

    private static Selection selection(Pair pair, AreaScope area, AreaScope scope) {
        return new Selection(
                pair.present().cycleId(),
                pair.former().cycleId(),
                pair.present().isSealed(),
                area,
                scope);
    }

    private static Optional<FamilyDifference> selected(
            FamilyInBoth family, Pair pair, DifferenceKind kind) {
        Difference difference =
                DifferenceRule.between(family.former(), family.present(), pair.coversSameMonths());
        boolean isSelected =
                kind == null ? difference.kind() != DifferenceKind.SAME : difference.kind() == kind;
        return isSelected
                ? Optional.of(new FamilyDifference(family, difference))
                : Optional.empty();
    }
}
