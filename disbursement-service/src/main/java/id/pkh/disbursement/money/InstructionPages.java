package id.pkh.disbursement.money;

import id.pkh.disbursement.money.domain.InstructionPage;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Where the instructions of the batches at the banks stand. */
public interface InstructionPages {

    /**
     * The last word that a bank has given on an instruction.
     *
     * @param bankRef the last reference that it gave; null where it gave none
     */
    record Word(UUID reportId, String bankRef) {

        /** The later word; a reference stays known where the later one gives none. */
        public Word followedBy(Word later) {
            return later.bankRef == null ? new Word(later.reportId, bankRef) : later;
        }
    }

    /** Pages for a batch that is being sent: so many instructions, all sent. */
    void begin(UUID batchId, long instructions, Cause cause);

    /** The pages, in their order, for this transaction alone. */
    List<InstructionPage> lock(UUID batchId, Collection<Integer> pageNos);

    /** A page in which some were sent and never answered. */
    Optional<Integer> silent(UUID batchId);

    /** Writes what has moved in the pages, and that it is to be told. */
    void save(UUID batchId, Collection<InstructionPage> pages, Cause cause);

    /** By line, those of the instructions on which the bank has said something. */
    Map<Integer, Word> lastWords(UUID batchId, Collection<Integer> lineNos);
}
