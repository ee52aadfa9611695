package id.pkh.registry.transfer;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refused;
import id.pkh.registry.area.CallerAreas;
import id.pkh.registry.transfer.ChildTransfers.TransferRow;
import id.pkh.registry.transfer.TransferView.TransferFamilyView;
import id.pkh.registry.transfer.domain.TransferCodes.TransferState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Transfers of which one family lies in the caller's areas. */
@ApplicationScoped
class TransferQueries {

    private static final String AREA = "k.village_code";

    private final ChildTransfers transfers;
    private final CallerAreas areas;

    TransferQueries(ChildTransfers transfers, CallerAreas areas) {
        this.transfers = transfers;
        this.areas = areas;
    }

    @Transactional
    Page<TransferView> list(UUID kpmId, String village, TransferState state, PageParams page) {
        Conditions which =
                areas.visible(AREA)
                        .andArea(AREA, AreaScope.requested(village))
                        .andIfGiven("k.id = ?", kpmId)
                        .andIfGiven("t.state = ?", state)
                        .andIfGiven(
                                "t.transfer_id > ?",
                                page.cursor().map(c -> c.uuid(0)).orElse(null));
        return Page.of(
                transfers.list(which, page.limit() + 1),
                page.limit(),
                row -> new Object[] {row.transferId()},
                TransferQueries::view);
    }

    @Transactional
    TransferView one(UUID id) {
        return transfers.list(areas.visible(AREA).and("t.transfer_id = ?", id), 1).stream()
                .findFirst()
                .map(TransferQueries::view)
                .orElseThrow(() -> Refused.because("NOT_FOUND"));
    }

    private static TransferView view(TransferRow row) {
        return new TransferView(
                row.transferId(),
                row.memberId(),
                new TransferFamilyView(row.fromKpm(), row.fromVillage()),
                new TransferFamilyView(row.toKpm(), row.toVillage()),
                row.joinedMemberId(),
                row.reason(),
                row.releasingEvidence(),
                row.receivingEvidence(),
                row.evidenceReference(),
                row.effectiveOn(),
                row.state(),
                row.rejection(),
                row.proposedBy(),
                row.proposedAt(),
                row.decidedBy(),
                row.decidedAt());
    }
}
