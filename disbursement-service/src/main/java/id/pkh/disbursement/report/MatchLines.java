package id.pkh.disbursement.report;

import id.pkh.disbursement.batch.domain.MessageId;
import id.pkh.disbursement.money.Instruction;
import id.pkh.disbursement.money.InstructionStatuses;
import id.pkh.disbursement.report.ReportLines.ReportLine;
import id.pkh.disbursement.report.domain.ReportRule;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * Finds the instruction that each line of a report names. Most lines name both the instruction and
 * its payment. The instruction is looked up first, and the payment only if the instruction is not
 * found.
 */
@ApplicationScoped
class MatchLines {

    /**
     * A line with its instruction, or with the reason why it has none.
     *
     * @param instruction as it was before the report; null where the line matches none
     * @param mismatch reason code; null where the line matches one
     */
    record MatchedLine(ReportLine line, Instruction instruction, String mismatch) {

        boolean isMatched() {
            return instruction != null;
        }
    }

    private final InstructionStatuses statuses;

    MatchLines(InstructionStatuses statuses) {
        this.statuses = statuses;
    }

    List<MatchedLine> handle(UUID batchId, List<ReportLine> lines) {
        return match(
                lines,
                ids -> statuses.byIds(batchId, ids),
                payments -> statuses.byPayments(batchId, payments));
    }

    static List<MatchedLine> match(
            List<ReportLine> lines,
            Function<Set<UUID>, List<Instruction>> instructions,
            Function<Set<UUID>, List<Instruction>> ofPayments) {
        Map<UUID, Instruction> byId = new HashMap<>();
        instructions.apply(idsOf(lines)).forEach(one -> byId.put(one.instructionId(), one));
        List<ReportLine> others =
                lines.stream().filter(line -> byInstruction(line, byId) == null).toList();
        Map<UUID, Instruction> byPayment = new HashMap<>();
        ofPayments.apply(paymentsOf(others)).forEach(one -> byPayment.put(one.paymentId(), one));
        List<MatchedLine> matched = new ArrayList<>(lines.size());
        for (ReportLine line : lines) {
            matched.add(match(line, byInstruction(line, byId), byPayment));
        }
        return matched;
    }

    private static Instruction byInstruction(ReportLine line, Map<UUID, Instruction> byId) {
        return MessageId.idOf(line.instructionRef()).map(byId::get).orElse(null);
    }

    /** If both references are given, both must name the same instruction. */
    private static MatchedLine match(
            ReportLine line, Instruction byInstruction, Map<UUID, Instruction> byPayment) {
        Optional<UUID> payment = MessageId.idOf(line.endToEndRef());
        if (byInstruction != null) {
            boolean agrees =
                    line.endToEndRef() == null
                            || payment.equals(Optional.of(byInstruction.paymentId()));
            return agrees
                    ? new MatchedLine(line, byInstruction, null)
                    : new MatchedLine(line, null, ReportRule.REFERENCES_DISAGREE);
        }
        Instruction found = payment.map(byPayment::get).orElse(null);
        if (found == null) {
            return new MatchedLine(line, null, ReportRule.NO_SUCH_REFERENCE);
        }
        return line.instructionRef() == null
                ? new MatchedLine(line, found, null)
                : new MatchedLine(line, null, ReportRule.REFERENCES_DISAGREE);
    }

    private static Set<UUID> idsOf(Collection<ReportLine> lines) {
        Set<UUID> ids = new LinkedHashSet<>();
        lines.forEach(line -> MessageId.idOf(line.instructionRef()).ifPresent(ids::add));
        return ids;
    }

    private static Set<UUID> paymentsOf(Collection<ReportLine> lines) {
        Set<UUID> ids = new LinkedHashSet<>();
        lines.forEach(line -> MessageId.idOf(line.endToEndRef()).ifPresent(ids::add));
        return ids;
    }
}
