package id.pkh.district.bank;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/**
 * A file as the bank or the post office receives it.
 *
 * @param fundingAccount null on a list of the post office
 */
record ReceivedFile(String messageId, String fundingAccount, List<Instructed> orders) {

    private static final int REFERENCE = 1;
    private static final int AMOUNT_FROM_THE_END = 1;

    static ReceivedFile pain001(byte[] file) {
        List<Instructed> orders = new ArrayList<>();
        InstructionFile.Head[] head = new InstructionFile.Head[1];
        try {
            InstructionFile.read(
                    new ByteArrayInputStream(file),
                    new InstructionFile.Reader() {
                        @Override
                        public void head(InstructionFile.Head read) {
                            head[0] = read;
                        }

                        @Override
                        public void transaction(Instructed instructed) {
                            orders.add(instructed);
                        }
                    });
        } catch (XMLStreamException broken) {
            throw new IllegalArgumentException("not a pain.001", broken);
        }
        return new ReceivedFile(head[0].messageId(), head[0].fundingAccount(), orders);
    }

    /** A list by which families are paid in cash: a heading, a line each, and totals. */
    static ReceivedFile payOutList(byte[] file) {
        List<String> lines = new String(file, StandardCharsets.UTF_8).lines().toList();
        List<Instructed> orders = new ArrayList<>();
        for (String line : lines.subList(1, lines.size() - 1)) {
            String[] cells = line.split(";");
            orders.add(
                    new Instructed(
                            cells[REFERENCE],
                            null,
                            cells[cells.length - AMOUNT_FROM_THE_END],
                            "IDR",
                            null));
        }
        String[] totals = lines.get(lines.size() - 1).split(";");
        return new ReceivedFile(totals[REFERENCE], null, List.copyOf(orders));
    }
}
