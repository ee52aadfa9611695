package id.pkh.disbursement.withdrawal.rest;

import id.pkh.disbursement.withdrawal.AccompaniedLists.AccompaniedList;
import id.pkh.disbursement.withdrawal.AccompaniedLists.PresentFamily;
import id.pkh.disbursement.withdrawal.domain.WithdrawalChannel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Attendance lists as people read them. */
final class AccompaniedListViews {

    private AccompaniedListViews() {}

    @Schema(name = "AccompaniedList", description = "The heading of an attendance list.")
    record HeadingView(
            UUID listId,
            @Schema(description = "The first revision of the same list") UUID firstListId,
            int revision,
            @Schema(description = "Whether no later revision supersedes it") boolean latest,
            String cycleCode,
            String villageCode,
            LocalDate heldOn,
            String place,
            WithdrawalChannel channel,
            @Schema(enumeration = {"FACILITATOR", "OTHER"}) String accompaniedBy,
            @Schema(description = "Number of families") int families,
            long amountIdr,
            String recordedBy,
            Instant recordedAt) {

        static HeadingView of(AccompaniedList list) {
            return new HeadingView(
                    list.listId(),
                    list.firstListId(),
                    list.revision(),
                    list.isLatest(),
                    list.facts().cycleCode(),
                    list.facts().villageCode(),
                    list.facts().heldOn(),
                    list.facts().place(),
                    list.facts().channel(),
                    list.facts().accompaniedBy().name(),
                    list.families(),
                    list.amountIdr(),
                    list.recordedBy(),
                    list.recordedAt());
        }
    }

    @Schema(name = "AccompaniedListDetail", description = "An attendance list with its families.")
    record DetailView(HeadingView list, List<FamilyView> families) {

        static DetailView of(AccompaniedList list, List<PresentFamily> families) {
            return new DetailView(
                    HeadingView.of(list), families.stream().map(FamilyView::of).toList());
        }
    }

    @Schema(name = "AccompaniedFamily")
    record FamilyView(UUID paymentId, UUID kpmId, long amountIdr) {

        static FamilyView of(PresentFamily family) {
            return new FamilyView(family.paymentId(), family.kpmId(), family.amountIdr());
        }
    }
}
