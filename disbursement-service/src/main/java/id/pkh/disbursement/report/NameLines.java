package id.pkh.disbursement.report;

import id.pkh.disbursement.batch.domain.MessageId;
import id.pkh.disbursement.money.domain.InstructionPage;
import id.pkh.disbursement.report.Answers.Named;
import id.pkh.disbursement.report.Reports.Line;
import id.pkh.disbursement.report.Reports.NamedLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * Finds the instruction that each line of a report names. A bank mostly answers in the order in
 * which it was asked, so the next lines are looked for among the next instructions; what is not
 * there is looked up.
 */
final class NameLines {

    /** How far an instruction may lie from where it is expected; further off it is looked up. */
    private static final int AROUND = 2;

    /** Pages of names that are read together. */
    private static final int PAGES_AT_ONCE = 20;

    private final Answers answers;
    private final UUID batchId;
    private final Ahead ahead = new Ahead();

    NameLines(Answers answers, UUID batchId) {
        this.answers = answers;
        this.batchId = batchId;
    }

    List<NamedLine> name(List<Line> lines) {
        NamedLine[] named = new NamedLine[lines.size()];
        List<Integer> others = new ArrayList<>();
        for (int i = 0; i < named.length; i++) {
            named[i] = ahead.find(lines.get(i));
            if (named[i] == null) {
                others.add(i);
            }
        }
        if (!others.isEmpty()) {
            lookUp(others.stream().map(lines::get).toList(), others, named);
        }
        return List.of(named);
    }

    private void lookUp(List<Line> lines, List<Integer> places, NamedLine[] named) {
        Map<UUID, Named> byInstruction = new HashMap<>();
        Map<UUID, Named> byPayment = new HashMap<>();
        answers.named(batchId, idsOf(lines, Line::instructionRef), idsOf(lines, Line::endToEndRef))
                .forEach(
                        one -> {
                            byInstruction.put(one.instructionId(), one);
                            byPayment.put(one.paymentId(), one);
                        });
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            Named first =
                    MessageId.idOf(line.instructionRef()).map(byInstruction::get).orElse(null);
            Named second = MessageId.idOf(line.endToEndRef()).map(byPayment::get).orElse(null);
            named[places.get(i)] = named(line, first, second);
        }
    }

    private static Set<UUID> idsOf(List<Line> lines, Function<Line, String> reference) {
        Set<UUID> ids = new LinkedHashSet<>();
        lines.forEach(line -> MessageId.idOf(reference.apply(line)).ifPresent(ids::add));
        return ids;
    }

    /** A reference that is given has to lead where the other one leads. */
    private static NamedLine named(Line line, Named first, Named second) {
        if (first == null && second == null) {
            return new NamedLine(line, NamedLine.NOTHING, false);
        }
        boolean disagree =
                line.instructionRef() != null
                        && line.endToEndRef() != null
                        && !Objects.equals(first, second);
        return new NamedLine(
                line, disagree ? NamedLine.TWO : (first == null ? second : first).lineNo(), false);
    }

    /** The instruction that is expected next, and those around it. */
    private final class Ahead {

        private final Map<Integer, PageNames> pages = new HashMap<>();
        private int next = 1;

        NamedLine find(Line line) {
            for (int off = 0; off <= AROUND; off++) {
                if (isOn(next + off, line)) {
                    return take(next + off, line);
                }
                if (off > 0 && isOn(next - off, line)) {
                    return take(next - off, line);
                }
            }
            return null;
        }

        private boolean isOn(int lineNo, Line line) {
            PageNames page = page(InstructionPage.pageOf(lineNo));
            return lineNo > 0
                    && page != null
                    && page.isNamed(lineNo, line.instructionRef(), line.endToEndRef());
        }

        private NamedLine take(int lineNo, Line line) {
            next = lineNo + 1;
            long amountIdr = page(InstructionPage.pageOf(lineNo)).amountIdr(lineNo);
            return new NamedLine(line, lineNo, line.amount().is(amountIdr));
        }

        /** Null where there is none; some that follow are read with it, those far behind let go. */
        private PageNames page(int pageNo) {
            if (!pages.containsKey(pageNo)) {
                pages.keySet().removeIf(other -> other < pageNo - 1);
                pages.put(pageNo, null);
                answers.names(batchId, pageNo, PAGES_AT_ONCE)
                        .forEach(page -> pages.put(page.pageNo(), page));
            }
            return pages.get(pageNo);
        }
    }
}
