package id.pkh.district.recount;

import id.pkh.district.recount.TableFile.Line;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rows of the families' list, to be sent again with a change. */
public final class FamilyRows {

    private FamilyRows() {}

    /**
     * Returns the list with only the family of this caretaker, and with the first digit of its
     * account changed, so that no other family has it; empty when the family has no account at a
     * bank.
     */
    public static Optional<String> withOtherAccount(Path folder, String caretakerNik) {
        try {
            List<Line> lines = TableFile.read(folder.resolve("families.csv"));
            Line head = lines.get(0);
            int account = head.column("no_rekening");
            return lines.stream()
                    .skip(1)
                    .filter(line -> line.cell(head.column("nik_pengurus")).equals(caretakerNik))
                    .filter(line -> !line.cell(account).isEmpty())
                    .filter(line -> !line.cell(head.column("bank")).equals(AtBank.POST))
                    .findFirst()
                    .map(line -> row(head.cells()) + row(changed(line.cells(), account)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> changed(List<String> cells, int account) {
        List<String> other = new ArrayList<>(cells);
        String number = cells.get(account);
        other.set(account, (number.charAt(0) == '9' ? '8' : '9') + number.substring(1));
        return other;
    }

    private static String row(List<String> cells) {
        return "\"" + String.join("\";\"", cells) + "\"\n";
    }
}
