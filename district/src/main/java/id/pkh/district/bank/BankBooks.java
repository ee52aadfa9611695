package id.pkh.district.bank;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a bank really did with the money: each instruction that it has received, and each booking.
 * What it tells about that is another matter.
 */
public final class BankBooks {

    /** What became of an instruction. */
    public enum State {
        RECEIVED,
        /** Not paid; it may be paid nevertheless. */
        REFUSED,
        CREDITED,
        RETURNED
    }

    /** An instruction that the bank has received. */
    public static final class Entry {

        private final String messageId;
        private final Instructed order;
        private final int line;
        private State state = State.RECEIVED;
        private String reason;
        private int credits;
        private int returns;
        private boolean creditedAgainstItsWord;

        private Entry(String messageId, Instructed order, int line) {
            this.messageId = messageId;
            this.order = order;
            this.line = line;
        }

        public String messageId() {
            return messageId;
        }

        public Instructed order() {
            return order;
        }

        /** In its file, from 1. */
        public int line() {
            return line;
        }

        public State state() {
            return state;
        }

        /** The code of the refusal or of the return; null for none. */
        public String reason() {
            return reason;
        }

        /** How often the family has the money. */
        public int paid() {
            return credits - returns;
        }

        public boolean everCredited() {
            return credits > 0;
        }

        public boolean everReturned() {
            return returns > 0;
        }

        /** Credited after the bank had refused or returned it. */
        public boolean creditedAgainstItsWord() {
            return creditedAgainstItsWord;
        }
    }

    /**
     * A booking on the funding account.
     *
     * @param entry null for money of the treasury
     * @param back whether the money of the entry came back
     */
    public record Posting(String reference, boolean debit, long rupiah, Entry entry, boolean back) {

        /** Whether it is about a payment. */
        boolean isOfPayment() {
            return entry != null;
        }
    }

    private final String bank;
    private final Map<String, List<Entry>> byFile = new LinkedHashMap<>();
    private final Map<String, Entry> byInstruction = new HashMap<>();
    private final List<Posting> postings = new ArrayList<>();
    private long balance;
    private int bookings;

    BankBooks(String bank) {
        this.bank = bank;
    }

    /** The treasury gives money for payments. */
    void fund(long rupiah) {
        book(false, rupiah, null, false);
    }

    List<Entry> receive(String messageId, List<Instructed> orders) {
        List<Entry> entries = new ArrayList<>();
        for (Instructed order : orders) {
            Entry entry = new Entry(messageId, order, entries.size() + 1);
            entries.add(entry);
            byInstruction.put(order.instructionId(), entry);
        }
        byFile.put(messageId, entries);
        return entries;
    }

    Posting credit(Entry entry) {
        entry.creditedAgainstItsWord |=
                entry.state == State.REFUSED || entry.state == State.RETURNED;
        entry.state = State.CREDITED;
        entry.credits++;
        return book(true, entry.order.rupiah(), entry, false);
    }

    /** What comes back goes on to the treasury's account of returns. */
    Posting giveBack(Entry entry, String reason) {
        entry.state = State.RETURNED;
        entry.reason = reason;
        entry.returns++;
        Posting back = book(false, entry.order.rupiah(), entry, true);
        book(true, entry.order.rupiah(), null, false);
        return back;
    }

    /** Nothing is booked. */
    void refuse(Entry entry, String reason) {
        entry.state = State.REFUSED;
        entry.reason = reason;
    }

    private Posting book(boolean debit, long rupiah, Entry entry, boolean back) {
        balance += debit ? -rupiah : rupiah;
        Posting posting =
                new Posting(bank + String.format("%07d", ++bookings), debit, rupiah, entry, back);
        postings.add(posting);
        return posting;
    }

    public List<Entry> entries() {
        return byFile.values().stream().flatMap(List::stream).toList();
    }

    public List<Entry> ofFile(String messageId) {
        return byFile.getOrDefault(messageId, List.of());
    }

    public Optional<Entry> ofInstruction(String instructionId) {
        return Optional.ofNullable(byInstruction.get(instructionId));
    }

    /** The latest booking about an instruction, of a credit or of a return. */
    Optional<Posting> latest(Entry entry, boolean back) {
        for (int i = postings.size() - 1; i >= 0; i--) {
            if (postings.get(i).entry() == entry && postings.get(i).back() == back) {
                return Optional.of(postings.get(i));
            }
        }
        return Optional.empty();
    }

    List<Posting> postingsFrom(int index) {
        return List.copyOf(postings.subList(index, postings.size()));
    }

    int postings() {
        return postings.size();
    }

    /** Of the funding account; below zero the bank has paid what the treasury has not given. */
    public long balance() {
        return balance;
    }

    long balanceBefore(int index) {
        long before = 0;
        for (Posting one : postings.subList(0, index)) {
            before += one.debit() ? -one.rupiah() : one.rupiah();
        }
        return before;
    }
}
