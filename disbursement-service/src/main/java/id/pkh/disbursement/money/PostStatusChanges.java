package id.pkh.disbursement.money;

import id.pkh.disbursement.exceptions.BankExceptions;
import id.pkh.disbursement.exceptions.MissingResponses;
import id.pkh.disbursement.instruction.domain.InstructionStatus;
import id.pkh.disbursement.payment.PaymentFamilies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Posts changes of status: the status, its history, the version of the family and the event. All of
 * it happens in the transaction of the caller, which has locked the batch.
 */
@ApplicationScoped
public class PostStatusChanges {

    private static final Set<InstructionStatus> FAILED =
            Set.of(InstructionStatus.REJECTED, InstructionStatus.RETURNED);

    private final InstructionStatuses statuses;
    private final PaymentFamilies families;
    private final StatusAnnouncements announcements;
    private final AnnounceCreditedVillages announceVillages;
    private final PublishLeftChanges publishLeftChanges;
    private final BankExceptions exceptions;
    private final MissingResponses missingResponses;

    PostStatusChanges(
            InstructionStatuses statuses,
            PaymentFamilies families,
            StatusAnnouncements announcements,
            AnnounceCreditedVillages announceVillages,
            PublishLeftChanges publishLeftChanges,
            BankExceptions exceptions,
            MissingResponses missingResponses) {
        this.statuses = statuses;
        this.families = families;
        this.announcements = announcements;
        this.announceVillages = announceVillages;
        this.publishLeftChanges = publishLeftChanges;
        this.exceptions = exceptions;
        this.missingResponses = missingResponses;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void handle(
            BatchReference batch, List<StatusChange> changes, StatusChangeSource source) {
        if (changes.isEmpty()) {
            return;
        }
        publishLeftChanges.beforeAnyOther();
        statuses.change(changes, source);
        List<StatusChange> published = changes.stream().filter(announcements::isPublished).toList();
        announcements.announce(
                batch,
                published,
                families.raiseVersions(eventsOfFamilies(published.stream())),
                source.at());
        announceVillages.handle(batch, changes, source.at());
        keepExceptions(batch, changes, source.at());
    }

    /**
     * What was refused because of the family's account has to be corrected, and a response that was
     * missing has come. The families are locked by now.
     */
    private void keepExceptions(BatchReference batch, List<StatusChange> changes, Instant at) {
        List<Instruction> failed =
                changes.stream()
                        .filter(change -> FAILED.contains(change.newStatus()))
                        .map(StatusChange::instruction)
                        .toList();
        if (!failed.isEmpty()) {
            exceptions.openCorrections(
                    failed.stream().map(Instruction::instructionId).toList(), at);
            exceptions.settleCorrected(failed.stream().map(Instruction::kpmId).toList(), at);
        }
        if (changes.stream().anyMatch(PostStatusChanges::isLateAnswer)) {
            missingResponses.settleAnswered(batch.batchId(), at);
        }
    }

    private static boolean isLateAnswer(StatusChange change) {
        return change.instruction().status() == InstructionStatus.UNKNOWN;
    }

    /** The number of events of each family. */
    static Map<UUID, Integer> eventsOfFamilies(Stream<StatusChange> published) {
        Map<UUID, Integer> events = new HashMap<>();
        published.forEach(change -> events.merge(change.instruction().kpmId(), 1, Integer::sum));
        return events;
    }
}
