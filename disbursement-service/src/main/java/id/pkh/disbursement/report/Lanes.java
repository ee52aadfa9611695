package id.pkh.disbursement.report;

import id.pkh.disbursement.batch.domain.MessageId;
import id.pkh.disbursement.report.Answers.Named;
import id.pkh.disbursement.report.Reports.Line;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Lines of a report put into lanes that can be applied at the same time. Lines that name the same
 * instruction stay in one lane and in their order, because each is judged by what the one before
 * has made of it; a line whose references disagree moves nothing, and may be anywhere.
 */
final class Lanes {

    /**
     * @param lines in the order of the report
     * @param named every instruction that one of them names
     */
    record Lane(List<Line> lines, Set<Named> named) {}

    private final Map<UUID, Named> byInstruction = new HashMap<>();
    private final Map<UUID, Named> byPayment = new HashMap<>();
    private final Map<UUID, Lane> laneOf = new HashMap<>();
    private final List<Lane> lanes = new ArrayList<>();

    private Lanes(List<Named> named) {
        for (Named instruction : named) {
            byInstruction.put(instruction.instructionId(), instruction);
            byPayment.put(instruction.paymentId(), instruction);
        }
    }

    /**
     * @param linesOfLane how many lines go into a lane before the next is begun
     */
    static List<Lane> of(List<Line> lines, List<Named> named, int linesOfLane) {
        Lanes lanes = new Lanes(named);
        for (int i = 0; i < lines.size(); i++) {
            if (i % linesOfLane == 0) {
                lanes.lanes.add(new Lane(new ArrayList<>(), new LinkedHashSet<>()));
            }
            lanes.add(lines.get(i));
        }
        lanes.lanes.removeIf(lane -> lane.lines().isEmpty());
        return lanes.lanes;
    }

    private void add(Line line) {
        Optional<Named> ofPayment = MessageId.idOf(line.endToEndRef()).map(byPayment::get);
        Optional<Named> ofInstruction =
                MessageId.idOf(line.instructionRef()).map(byInstruction::get);
        Lane newest = lanes.get(lanes.size() - 1);
        Lane lane =
                ofPayment
                        .or(() -> ofInstruction)
                        .map(one -> laneOf.computeIfAbsent(one.instructionId(), id -> newest))
                        .orElse(newest);
        lane.lines().add(line);
        ofPayment.ifPresent(lane.named()::add);
        ofInstruction.ifPresent(lane.named()::add);
    }
}
