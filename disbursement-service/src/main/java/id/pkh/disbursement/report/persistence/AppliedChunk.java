package id.pkh.disbursement.report.persistence;

import id.pkh.disbursement.batch.domain.MessageId;
import id.pkh.disbursement.report.Answers;
import id.pkh.disbursement.report.Answers.Instructed;
import id.pkh.disbursement.report.Reports.Chunk;
import id.pkh.disbursement.report.Reports.JudgedLine;
import id.pkh.disbursement.report.Reports.Line;
import id.pkh.disbursement.report.Reports.NamedLine;
import id.pkh.disbursement.report.domain.LineOutcome;
import id.pkh.disbursement.report.domain.ReportedAmount;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** A chunk with the outcomes of its lines. */
record AppliedChunk(Chunk chunk, byte[] outcomes, UUID batchId, Answers answers) {

    /** Lines behind this one with this outcome, or with any, as the bank wrote them. */
    List<JudgedLine> lines(LineOutcome outcome, int lineNo, int limit) {
        List<Integer> places =
                IntStream.range(0, outcomes.length)
                        .filter(place -> chunk.lines().get(place).line().lineNo() > lineNo)
                        .filter(place -> outcome == null || outcomeOf(place) == outcome)
                        .limit(limit)
                        .boxed()
                        .toList();
        Map<Integer, Instructed> instructed = new HashMap<>();
        answers.on(
                        batchId,
                        places.stream()
                                .map(place -> chunk.lines().get(place))
                                .filter(NamedLine::namesOne)
                                .map(NamedLine::instruction)
                                .distinct()
                                .toList())
                .forEach(one -> instructed.put(one.lineNo(), one));
        return places.stream()
                .map(
                        place -> {
                            NamedLine named = chunk.lines().get(place);
                            Instructed one = instructed.get(named.instruction());
                            return new JudgedLine(
                                    asWritten(named, one),
                                    outcomeOf(place),
                                    one == null ? null : one.instructionId());
                        })
                .toList();
    }

    private LineOutcome outcomeOf(int place) {
        return LineOutcome.of((char) outcomes[place]);
    }

    private static Line asWritten(NamedLine named, Instructed one) {
        Line line = named.line();
        return named.exact()
                ? new Line(
                        line.lineNo(),
                        MessageId.reference(one.instructionId()),
                        MessageId.reference(one.paymentId()),
                        line.statusCode(),
                        line.reasonCode(),
                        new ReportedAmount(one.amountIdr(), null),
                        line.bankRef())
                : line;
    }
}
