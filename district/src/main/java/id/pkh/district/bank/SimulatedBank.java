package id.pkh.district.bank;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import javax.xml.stream.XMLStreamException;

/**
 * A bank that reads a pain.001 and responds with a pain.002.001.10. It credits most transactions,
 * refuses some, repeats one line and invents one. The same seed and the same file give the same
 * bytes; whether a payment is refused depends on its reference only.
 */
public final class SimulatedBank {

    private static final int REJECTED_PERMILLE = 50;
    private static final String INVENTED_AMOUNT = "100000.00";
    private static final int PERMILLE = 1_000;
    private static final List<String> REASONS = List.of("AC01", "AC04", "AC06", "BE01", "MD07");

    private final long seed;
    private final boolean faulty;
    private final Function<Instructed, String> reasons;

    private SimulatedBank(long seed, boolean faulty, Function<Instructed, String> reasons) {
        this.seed = seed;
        this.faulty = faulty;
        this.reasons = reasons;
    }

    private static SimulatedBank withDice(long seed, boolean faulty) {
        return new SimulatedBank(seed, faulty, instructed -> thrown(seed, instructed));
    }

    /** A bank that repeats a line and invents one, as real banks do. */
    public static SimulatedBank of(long seed) {
        return withDice(seed, true);
    }

    /** A bank without mistakes. */
    public static SimulatedBank faultless(long seed) {
        return withDice(seed, false);
    }

    /** A bank without mistakes that refuses the transactions of this amount, and no others. */
    public static SimulatedBank refusing(long rupiah, String reason) {
        BigDecimal refused = BigDecimal.valueOf(rupiah);
        return new SimulatedBank(
                0,
                false,
                instructed ->
                        refused.compareTo(new BigDecimal(instructed.amount())) == 0
                                ? reason
                                : null);
    }

    /** Reads the file twice: once for its head and its totals, once for its transactions. */
    public BankAnswer answer(Path pain001, OutputStream pain002)
            throws IOException, XMLStreamException {
        Census census = new Census();
        read(pain001, census);
        AnswerWriter writer = new AnswerWriter(pain002, census.head(), census.transactions);
        Answering answering = new Answering(writer);
        writer.begin();
        read(pain001, answering);
        String invented = faulty ? inventedFor(census.head().messageId()) : null;
        if (invented != null) {
            writer.line(new Instructed(invented, invented, INVENTED_AMOUNT, "IDR", null), null);
        }
        writer.finish();
        return new BankAnswer(
                census.head().messageId(),
                census.transactions,
                census.transactions - answering.rejected.size(),
                answering.rejected,
                answering.repeated,
                invented);
    }

    /** The reason code, or null if the bank credits the transaction. */
    String reasonAgainst(Instructed instructed) {
        return reasons.apply(instructed);
    }

    private static String thrown(long seed, Instructed instructed) {
        String reference = instructed.endToEndId();
        if (BankDice.throwFor(seed, reference, PERMILLE) >= REJECTED_PERMILLE) {
            return null;
        }
        return REASONS.get(BankDice.throwFor(seed + 1, reference, REASONS.size()));
    }

    private String inventedFor(String messageId) {
        return "F"
                + String.format("%07d", BankDice.throwFor(seed, messageId, 10_000_000))
                + "0".repeat(24);
    }

    private static void read(Path pain001, InstructionFile.Reader reader)
            throws IOException, XMLStreamException {
        try (InputStream in = Files.newInputStream(pain001)) {
            InstructionFile.read(in, reader);
        }
    }

    /** Responds to each transaction, and twice to the first one that it credits. */
    private final class Answering implements InstructionFile.Reader {

        private final AnswerWriter writer;
        private final Map<String, String> rejected = new TreeMap<>();
        private String repeated;

        Answering(AnswerWriter writer) {
            this.writer = writer;
        }

        @Override
        public void transaction(Instructed instructed) throws XMLStreamException {
            String reason = reasonAgainst(instructed);
            writer.line(instructed, reason);
            if (reason != null) {
                rejected.put(instructed.endToEndId(), reason);
            } else if (faulty && repeated == null) {
                repeated = instructed.endToEndId();
                writer.line(instructed, null);
            }
        }
    }

    /** Counts the transactions before it responds to any of them. */
    private static final class Census implements InstructionFile.Reader {

        private InstructionFile.Head head;
        private long transactions;

        @Override
        public void head(InstructionFile.Head read) {
            head = read;
        }

        @Override
        public void transaction(Instructed instructed) {
            transactions++;
        }

        private InstructionFile.Head head() {
            if (head == null) {
                throw new IllegalArgumentException("not a pain.001.001.09");
            }
            return head;
        }
    }
}
