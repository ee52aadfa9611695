package id.pkh.disbursement.difference.rest;

import id.pkh.disbursement.difference.CompareCycles.KindSum;
import id.pkh.disbursement.difference.CompareCycles.Pair;
import id.pkh.disbursement.difference.domain.DifferenceKind;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "DifferenceSummary",
        description = "What families are paid, compared with the cycle before, by kind.")
record DifferenceSummaryView(String cycleCode, String formerCycleCode, List<KindSumView> kinds) {

    static DifferenceSummaryView of(Pair pair, List<KindSum> sums) {
        return new DifferenceSummaryView(
                pair.present().cycleCode(),
                pair.former().cycleCode(),
                sums.stream().map(KindSumView::of).toList());
    }

    @Schema(name = "DifferenceKindSum")
    record KindSumView(
            @Schema(implementation = DifferenceKind.class) String kind,
            long families,
            long formerIdr,
            long presentIdr) {

        static KindSumView of(KindSum sum) {
            return new KindSumView(
                    sum.kind().name(), sum.families(), sum.formerIdr(), sum.presentIdr());
        }
    }
}
