package id.pkh.disbursement.money;

import id.pkh.disbursement.instruction.domain.InstructionStatus;
import id.pkh.platform.web.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Publishes that a bank credited the first payment of a cycle in a village, once. What the post
 * office pays in cash is withdrawn with the credit, so nobody has to be told where to go.
 */
@ApplicationScoped
class AnnounceCreditedVillages {

    private static final String POST_OFFICE = "POS";

    private final CreditedVillages villages;
    private final VillageAnnouncements announcements;

    AnnounceCreditedVillages(CreditedVillages villages, VillageAnnouncements announcements) {
        this.villages = villages;
        this.announcements = announcements;
    }

    void handle(BatchReference batch, List<StatusChange> changes, Instant at) {
        if (batch.bank().equals(POST_OFFICE)) {
            return;
        }
        Set<String> credited =
                changes.stream()
                        .filter(change -> change.newStatus() == InstructionStatus.CREDITED)
                        .map(change -> change.instruction().villageCode())
                        .collect(Collectors.toCollection(TreeSet::new));
        if (credited.isEmpty()) {
            return;
        }
        announcements.announce(
                batch, villages.add(batch.batchId(), credited, BusinessDates.on(at)), at);
    }
}
