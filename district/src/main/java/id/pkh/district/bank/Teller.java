package id.pkh.district.bank;

import id.pkh.district.bank.BankBooks.Entry;
import id.pkh.district.bank.BankBooks.Posting;
import id.pkh.district.bank.BankBooks.State;
import id.pkh.district.bank.StatusReport.Line;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts what a bank did into the documents of its kind. */
final class Teller {

    private static final String REFUSED = "RJCT";
    private static final String SETTLED = "ACSC";
    private static final Map<String, String> WORDS =
            Map.of(
                    "AC01",
                    "nomor rekening salah",
                    "AC04",
                    "rekening tutup",
                    "AC06",
                    "rekening diblokir",
                    "BE01",
                    "nama berbeda",
                    "MD07",
                    "meninggal",
                    Fates.NOT_COLLECTED,
                    "tidak diambil");

    private final BankKind kind;
    private final BankBooks books;
    private final Map<Entry, String> references = new HashMap<>();
    private List<BankTable.Row> former = List.of();
    private String fundingAccount;

    Teller(BankKind kind, BankBooks books) {
        this.kind = kind;
        this.books = books;
    }

    void fundingAccount(String account) {
        fundingAccount = account;
    }

    boolean hasFundingAccount() {
        return fundingAccount != null;
    }

    /** The bank has the file; not every kind says so. */
    Optional<Draft> accepted(List<Entry> file) {
        return switch (kind) {
            case EVERY_LINE -> Optional.of(report(file, "ACSP", lines(file, "ACSP")));
            case STATEMENTS -> Optional.of(group(file, "ACSP", null));
            case TABLE -> Optional.of(rows(file, "DITERIMA"));
            case POST_OFFICE -> Optional.of(rows(file, "BELUM DIAMBIL"));
            default -> Optional.empty();
        };
    }

    private Draft rows(List<Entry> file, String word) {
        List<BankTable.Row> rows = new ArrayList<>();
        file.forEach(one -> rows.add(row(one, word, "", referenceOf(one))));
        return list(rows);
    }

    /** The debits are settled, apart from what is refused. */
    Optional<Draft> settled(List<Entry> file) {
        List<Entry> refused = file.stream().filter(Teller::isRefused).toList();
        if (kind == BankKind.STATEMENTS) {
            return refused.isEmpty() ? Optional.empty() : Optional.of(refused(file, refused));
        }
        if (kind == BankKind.REFUSALS_ONLY) {
            return Optional.of(
                    refused.isEmpty() ? group(file, SETTLED, null) : refused(file, refused));
        }
        List<Line> lines = new ArrayList<>();
        for (Entry one : file) {
            lines.add(
                    isRefused(one)
                            ? new Line(one, REFUSED, one.reason())
                            : new Line(one, SETTLED, null));
        }
        return Optional.of(report(file, refused.isEmpty() ? SETTLED : "PART", lines));
    }

    private static boolean isRefused(Entry entry) {
        return entry.state() == State.REFUSED;
    }

    /** The refusals alone; a bank of {@link BankKind#REFUSALS_ONLY} counts the others. */
    Draft refused(List<Entry> file, List<Entry> refused) {
        List<Line> lines = new ArrayList<>();
        refused.forEach(one -> lines.add(new Line(one, REFUSED, one.reason())));
        Map<String, Integer> counts = new HashMap<>(Map.of(REFUSED, refused.size()));
        if (file.size() > refused.size()) {
            counts.put(SETTLED, file.size() - refused.size());
        }
        return new StatusReport(kind, file, "PART", null, lines, counts);
    }

    /** A status for the whole file. */
    Draft group(List<Entry> file, String status, String reason) {
        return new StatusReport(kind, file, status, reason, List.of(), Map.of());
    }

    private StatusReport report(List<Entry> file, String status, List<Line> lines) {
        return new StatusReport(kind, file, status, null, lines, Map.of());
    }

    private static List<Line> lines(List<Entry> file, String status) {
        List<Line> lines = new ArrayList<>();
        file.forEach(one -> lines.add(new Line(one, status, null)));
        return lines;
    }

    Draft notice(List<Posting> postings) {
        return new Notice(kind, fundingAccount, List.copyOf(postings));
    }

    Draft statement(int number, int from) {
        return new AccountStatement(
                kind, fundingAccount, number, books.balanceBefore(from), books.postingsFrom(from));
    }

    /** A bank lists what its former list had as well; the post office does not. */
    Optional<Draft> table(List<Entry> refused, List<Posting> booked) {
        boolean isPost = kind == BankKind.POST_OFFICE;
        List<BankTable.Row> rows = new ArrayList<>();
        refused.forEach(
                one ->
                        rows.add(
                                row(
                                        one,
                                        isPost ? "DIKEMBALIKAN KE NEGARA" : "GAGAL",
                                        words(one.reason()),
                                        referenceOf(one))));
        for (Posting one : booked) {
            rows.add(
                    row(
                            one.entry(),
                            isPost ? "DIBAYAR" : one.back() ? "DIKEMBALIKAN" : "BERHASIL",
                            one.back() ? words(one.entry().reason()) : "",
                            one.reference()));
        }
        return rows.isEmpty() ? Optional.empty() : Optional.of(list(rows));
    }

    private Draft list(List<BankTable.Row> rows) {
        if (kind == BankKind.POST_OFFICE) {
            return new BankTable.OfPost(rows);
        }
        List<BankTable.Row> all = new ArrayList<>(former);
        all.addAll(rows);
        former = rows;
        return new BankTable.OfBank(all);
    }

    private static BankTable.Row row(Entry entry, String word, String reason, String reference) {
        return new BankTable.Row(entry.order(), word, reason, reference);
    }

    private String referenceOf(Entry entry) {
        return references.computeIfAbsent(entry, any -> "S" + (references.size() + 1));
    }

    private static String words(String reason) {
        return WORDS.getOrDefault(reason, "alasan lain");
    }

    /** The latest credit and, of what came back, the latest return. */
    List<Posting> bookingsOf(List<Entry> entries) {
        List<Posting> postings = new ArrayList<>();
        for (Entry one : entries) {
            if (one.everCredited()) {
                books.latest(one, false).ifPresent(postings::add);
                if (one.state() == State.RETURNED) {
                    books.latest(one, true).ifPresent(postings::add);
                }
            }
        }
        return postings;
    }
}
