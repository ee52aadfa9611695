package id.pkh.disbursement.report;

import id.pkh.disbursement.money.InstructionPages.Word;
import id.pkh.disbursement.money.domain.InstructionPage;
import id.pkh.disbursement.money.domain.InstructionPage.Move;
import id.pkh.disbursement.money.domain.MoneyState;
import id.pkh.disbursement.report.Reports.Line;
import id.pkh.disbursement.report.Reports.NamedLine;
import id.pkh.disbursement.report.domain.Judgement;
import id.pkh.disbursement.report.domain.LineOutcome;
import id.pkh.disbursement.report.domain.ReportRule;
import id.pkh.disbursement.report.domain.ReportRule.Known;
import id.pkh.disbursement.report.domain.ReportRule.Said;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Some lines of a report in their order, each judged by what the one before has made of it. */
final class ReportedLines {

    /** A line that people have to look at. */
    record Strange(NamedLine line, Judgement judgement) {}

    private final UUID reportId;
    private final Map<Integer, InstructionPage> pages = new HashMap<>();
    private final Map<Integer, Long> amounts;
    private final Map<Integer, Word> words;
    private final List<LineOutcome> outcomes = new ArrayList<>();
    private final List<Strange> strange = new ArrayList<>();

    /**
     * @param pages those of all instructions that the lines name
     * @param amounts in rupiah, by instruction, where a line may not have its amount
     * @param words the bank's last words, by instruction, as far as it has given any
     */
    ReportedLines(
            UUID reportId,
            List<InstructionPage> pages,
            Map<Integer, Long> amounts,
            Map<Integer, Word> words) {
        this.reportId = reportId;
        this.amounts = amounts;
        this.words = new HashMap<>(words);
        pages.forEach(page -> this.pages.put(page.pageNo(), page));
    }

    void judge(NamedLine named) {
        if (!named.namesOne()) {
            String reason =
                    named.instruction() == NamedLine.TWO
                            ? ReportRule.REFERENCES_DISAGREE
                            : ReportRule.NO_SUCH_REFERENCE;
            keep(named, ReportRule.unmatched(reason));
            return;
        }
        InstructionPage page = pages.get(InstructionPage.pageOf(named.instruction()));
        MoneyState before = page.state(named.instruction());
        Line line = named.line();
        Judgement judgement =
                ReportRule.judge(
                        new Said(
                                line.statusCode(),
                                line.reasonCode(),
                                line.amount(),
                                line.bankRef()),
                        known(named, before));
        if (judgement.becomes() != null) {
            page.move(
                    new Move(
                            named.instruction(),
                            before,
                            judgement.becomes(),
                            line.lineNo(),
                            line.bankRef(),
                            judgement.reason()));
            words.merge(named.instruction(), new Word(reportId, line.bankRef()), Word::followedBy);
        }
        keep(named, judgement);
    }

    /** Of an exact line the amount is that of its instruction, and is not said again. */
    private Known known(NamedLine named, MoneyState state) {
        Word word = words.get(named.instruction());
        return new Known(
                state,
                named.exact() ? 0 : amounts.get(named.instruction()),
                word == null ? null : word.bankRef(),
                word != null && word.reportId().equals(reportId));
    }

    private void keep(NamedLine named, Judgement judgement) {
        outcomes.add(judgement.outcome());
        if (judgement.exception() != null) {
            strange.add(new Strange(named, judgement));
        }
    }

    /** An outcome for each line, in their order. */
    List<LineOutcome> outcomes() {
        return outcomes;
    }

    List<Strange> strange() {
        return strange;
    }
}
