package id.pkh.district.bank;

import id.pkh.district.bank.BankBooks.Entry;
import id.pkh.district.bank.BankBooks.Posting;
import id.pkh.district.bank.BankBooks.State;
import id.pkh.district.bank.Fates.Fate;
import id.pkh.district.bank.Fates.What;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * A bank, or the post office, over many days: it receives files, keeps its own books, and tells
 * what it did in the documents of its kind, with the mistakes that its {@link Mischief} allows. It
 * has no clock and no other input, so the same seed and the same calls give the same documents.
 */
public final class PlayedBank {

    private static final int DAYS_OF_A_STATEMENT = 3;

    /** A file, and how the bank speaks about it. */
    private record File(List<Entry> entries, int day, boolean silent, boolean never) {}

    private final BankKind kind;
    private final Mischief mischief;
    private final Random dice;
    private final BankBooks books;
    private final Fates fates;
    private final Outbox outbox;
    private final Teller teller;
    private final Map<String, File> files = new LinkedHashMap<>();
    private final List<Posting> untold = new ArrayList<>();
    private int today;
    private int stated;
    private int statements;

    public PlayedBank(String code, BankKind kind, boolean signs, Mischief mischief, long seed) {
        this(code, kind, signs, mischief, new Random(seed * 31 + code.hashCode()), Plan.DICE);
    }

    private PlayedBank(
            String code, BankKind kind, boolean signs, Mischief mischief, Random dice, Plan plan) {
        this.kind = kind;
        this.mischief = mischief;
        this.dice = dice;
        this.books = new BankBooks(code);
        this.fates = new Fates(kind, mischief, dice, plan);
        this.outbox = new Outbox(code, signs, mischief, dice);
        this.teller = new Teller(kind, books);
    }

    /** A bank without a key, of which a story has planned what it does. */
    public static PlayedBank planned(String code, BankKind kind, Mischief mischief, Plan plan) {
        return new PlayedBank(code, kind, false, mischief, new Random(code.hashCode()), plan);
    }

    public BankBooks books() {
        return books;
    }

    /** The treasury gives money to the funding account. */
    public void fund(long rupiah) {
        books.fund(rupiah);
    }

    /** Receives a pain.001 or, at the post office, a list. Returns what it contains. */
    public List<Entry> receive(byte[] bytes) {
        ReceivedFile file =
                kind == BankKind.POST_OFFICE
                        ? ReceivedFile.payOutList(bytes)
                        : ReceivedFile.pain001(bytes);
        teller.fundingAccount(file.fundingAccount());
        file.orders().forEach(this::forgetEarlier);
        List<Entry> entries = books.receive(file.messageId(), file.orders());
        boolean never = mischief.happens(Misbehaviour.NEVER, dice);
        boolean silent = never || mischief.happens(Misbehaviour.SILENT_UNTIL_PAID, dice);
        files.put(file.messageId(), new File(entries, today, silent, never));
        if (kind.sendsMessages() && mischief.happens(Misbehaviour.FILE_REFUSED, dice)) {
            fates.refuseAll(entries, today);
        } else {
            entries.forEach(entry -> fates.plan(entry, today));
        }
        return entries;
    }

    /** A payment that is instructed again is not besides credited from its former file. */
    private void forgetEarlier(Instructed order) {
        if (order.endToEndId() != null) {
            books.entries().stream()
                    .filter(entry -> order.endToEndId().equals(entry.order().endToEndId()))
                    .forEach(fates::takeAll);
        }
    }

    /** The bank works for a day. Returns the documents that it sends, in their order. */
    public List<BankDocument> nextDay(LocalDate date) {
        today++;
        outbox.day(today, date);
        List<Posting> prompt = new ArrayList<>();
        List<Entry> refused = new ArrayList<>();
        for (Fate fate : fates.due(today)) {
            Posting posting = happens(fate);
            if (posting == null) {
                refused.add(fate.entry());
            } else if (posting.entry().creditedAgainstItsWord() && !posting.back()) {
                prompt.add(posting);
            } else if (!files.get(posting.entry().messageId()).never()) {
                untold.add(posting);
            }
        }
        files.values().forEach(this::tellStatus);
        tellBookings(refused, prompt);
        return outbox.take();
    }

    /** Null for a refusal. */
    private Posting happens(Fate fate) {
        return switch (fate.what()) {
            case CREDIT -> books.credit(fate.entry());
            case GIVE_BACK -> books.giveBack(fate.entry(), fate.reason());
            case REFUSE -> {
                books.refuse(fate.entry(), fate.reason());
                yield null;
            }
        };
    }

    private void tellStatus(File file) {
        int age = today - file.day();
        if (file.silent()) {
            return;
        }
        if (age == 1) {
            teller.accepted(file.entries()).ifPresent(outbox::send);
        } else if (age == Fates.REFUSED_AFTER && kind.sendsMessages()) {
            if (file.entries().stream().allMatch(PlayedBank::isRefusedAsFile)) {
                outbox.send(teller.group(file.entries(), "RJCT", Fates.FILE_INVALID));
                return;
            }
            teller.settled(file.entries()).ifPresent(outbox::send);
            if (mischief.happens(Misbehaviour.FILE_AS_DUPLICATE, dice)) {
                outbox.send(teller.group(file.entries(), "RJCT", "DU01"));
            }
        }
    }

    private static boolean isRefusedAsFile(Entry entry) {
        return entry.state() == State.REFUSED && Fates.FILE_INVALID.equals(entry.reason());
    }

    private void tellBookings(List<Entry> refused, List<Posting> prompt) {
        if (!kind.sendsMessages()) {
            List<Entry> told =
                    refused.stream().filter(one -> !files.get(one.messageId()).silent()).toList();
            teller.table(told, untold).ifPresent(outbox::send);
            teller.table(List.of(), prompt).ifPresent(outbox::promptly);
            untold.clear();
        } else if (kind == BankKind.STATEMENTS) {
            untold.clear();
            if (books.postings() > stated) {
                state(!prompt.isEmpty());
            }
        } else {
            if (!untold.isEmpty()) {
                outbox.send(teller.notice(untold));
                untold.clear();
            }
            if (!prompt.isEmpty()) {
                outbox.promptly(teller.notice(prompt));
            }
            if (kind != BankKind.BLOCK_STATUS
                    && today % DAYS_OF_A_STATEMENT == 0
                    && books.postings() > stated) {
                state(false);
            }
        }
    }

    private void state(boolean prompt) {
        if (!teller.hasFundingAccount()) {
            return;
        }
        statements += mischief.happens(Misbehaviour.STATEMENT_GAP, dice) ? 2 : 1;
        Draft statement = teller.statement(statements, stated);
        stated = books.postings();
        if (prompt) {
            outbox.promptly(statement);
        } else {
            outbox.send(statement);
        }
    }

    /**
     * Two people ask whether a payment was paid. The bank ends what is still to come for it, and
     * its word is final.
     */
    public boolean paidWhenAsked(String instructionId) {
        Entry entry = books.ofInstruction(instructionId).orElseThrow();
        List<Fate> open = fates.takeAll(entry);
        boolean first = entry.state() == State.RECEIVED;
        for (Fate fate : open) {
            boolean pays = fate.what() == What.CREDIT && entry.state() != State.RETURNED;
            boolean decides = first || dice.nextBoolean();
            if (fate.what() == What.REFUSE && first) {
                books.refuse(entry, fate.reason());
                first = false;
            } else if (pays && entry.paid() == 0 && decides) {
                untold.add(books.credit(entry));
            }
        }
        return entry.paid() > 0;
    }

    /** People ask for the bank's word about instructions; what it has booked it tells again. */
    public List<BankDocument> handedOut(Set<String> instructionIds, LocalDate date) {
        outbox.day(today, date);
        Map<String, List<Entry>> byFile = new TreeMap<>();
        List<Entry> asked =
                books.entries().stream()
                        .filter(one -> instructionIds.contains(one.order().instructionId()))
                        .toList();
        asked.stream()
                .filter(one -> one.state() == State.REFUSED)
                .forEach(
                        one ->
                                byFile.computeIfAbsent(one.messageId(), any -> new ArrayList<>())
                                        .add(one));
        List<BankDocument> documents = new ArrayList<>();
        List<Posting> postings = teller.bookingsOf(asked);
        if (!kind.sendsMessages()) {
            teller.table(byFile.values().stream().flatMap(List::stream).toList(), postings)
                    .ifPresent(draft -> documents.add(outbox.asked(draft)));
            return documents;
        }
        byFile.forEach(
                (file, refused) ->
                        documents.add(outbox.asked(teller.refused(books.ofFile(file), refused))));
        if (!postings.isEmpty()) {
            documents.add(outbox.asked(teller.notice(postings)));
        }
        return documents;
    }

    /** The receiver asked for a document later; it comes again on the next day. */
    public void sendAgain(BankDocument document) {
        outbox.again(document);
    }

    /** Whether nothing more happens without a new file. */
    public boolean isDone() {
        return fates.isEmpty() && outbox.isEmpty() && untold.isEmpty();
    }
}
