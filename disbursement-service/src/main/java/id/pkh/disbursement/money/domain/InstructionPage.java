package id.pkh.disbursement.money.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A thousand instructions of a batch that is with the bank, each in exactly one state. It begins
 * when the batch is sent, with all of them sent; then the bank's words, and its silence, move them
 * on, some at a time. Whoever holds the page locked moves them; what has moved is remembered with
 * the page and told to others afterwards.
 */
public final class InstructionPage {

    /** Instructions of a page; the last page of a batch has fewer. */
    public static final int INSTRUCTIONS = 1_000;

    private static final Map<MoneyState, Character> LETTERS =
            Map.of(
                    MoneyState.SENT, 'S',
                    MoneyState.ACCEPTED, 'A',
                    MoneyState.REJECTED, 'R',
                    MoneyState.UNKNOWN, 'U',
                    MoneyState.CREDITED, 'C',
                    MoneyState.RETURNED, 'T');

    private static final MoneyState[] STATES = new MoneyState['Z'];

    static {
        LETTERS.forEach((state, letter) -> STATES[letter] = state);
    }

    /**
     * A step of an instruction.
     *
     * @param lineNo the instruction's line in the batch, from 1
     * @param reportLine the line of the bank's report that made it; null where there is none
     * @param bankRef the bank's own reference, null where it gave none
     * @param reason reason code; null when the state needs none
     */
    public record Move(
            int lineNo,
            MoneyState before,
            MoneyState after,
            Integer reportLine,
            String bankRef,
            String reason) {}

    private final int pageNo;
    private final int lastMove;
    private final byte[] states;
    private final List<Move> moves = new ArrayList<>();

    /**
     * @param lastMove number of the last moves that are remembered with it
     * @param states a letter for each instruction, in the order of their lines
     */
    public InstructionPage(int pageNo, int lastMove, byte[] states) {
        this.pageNo = pageNo;
        this.lastMove = lastMove;
        this.states = states.clone();
    }

    /** The page of an instruction, by its line in the batch. */
    public static int pageOf(int lineNo) {
        return (lineNo - 1) / INSTRUCTIONS;
    }

    /** Of the states that a page can hold. */
    public static char letterOf(MoneyState state) {
        return LETTERS.get(state);
    }

    public static MoneyState stateOf(char letter) {
        MoneyState state = letter < STATES.length ? STATES[letter] : null;
        if (state == null) {
            throw new IllegalArgumentException("no state has the letter " + (int) letter);
        }
        return state;
    }

    public MoneyState state(int lineNo) {
        return stateOf((char) states[placeOf(lineNo)]);
    }

    /** Fails where no trigger leads from its state to this one: who asks has to have judged. */
    public void move(Move move) {
        int place = placeOf(move.lineNo());
        if (stateOf((char) states[place]) != move.before()
                || !move.before().leadsTo(move.after())) {
            throw new IllegalStateException(
                    "an instruction does not go from %s to %s"
                            .formatted(stateOf((char) states[place]), move.after()));
        }
        states[place] = (byte) letterOf(move.after());
        moves.add(move);
    }

    private int placeOf(int lineNo) {
        int place = lineNo - 1 - pageNo * INSTRUCTIONS;
        if (place < 0 || place >= states.length) {
            throw new IllegalArgumentException("line " + lineNo + " is not of page " + pageNo);
        }
        return place;
    }

    /** Lines of the instructions that are in this state. */
    public List<Integer> in(MoneyState state) {
        byte letter = (byte) letterOf(state);
        List<Integer> lines = new ArrayList<>();
        for (int place = 0; place < states.length; place++) {
            if (states[place] == letter) {
                lines.add(pageNo * INSTRUCTIONS + place + 1);
            }
        }
        return lines;
    }

    public int pageNo() {
        return pageNo;
    }

    public int lastMove() {
        return lastMove;
    }

    public byte[] states() {
        return states.clone();
    }

    /** What has moved since it was read, in its order. */
    public List<Move> moves() {
        return List.copyOf(moves);
    }
}
