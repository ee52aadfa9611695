package id.pkh.disbursement.year;

import id.pkh.disbursement.entitlement.domain.ComponentSpell;
import id.pkh.disbursement.intake.ReceivedFact;
import id.pkh.disbursement.intake.RecordKpmStates;
import id.pkh.disbursement.kpm.KpmSnapshot;
import id.pkh.disbursement.kpm.domain.KpmFacts;
import id.pkh.disbursement.kpm.domain.KpmStatus;
import id.pkh.disbursement.payment.Trigger;
import id.pkh.disbursement.support.Api;
import id.pkh.disbursement.support.FactEvents;
import id.pkh.disbursement.support.StubRegistry;
import id.pkh.disbursement.support.Tables;
import id.pkh.district.bank.BankDocument;
import id.pkh.district.bank.Mischief;
import id.pkh.platform.messaging.trace.Causation;
import id.pkh.testsupport.time.Days;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Four cycles with five banks and the post office, from one seed, checked after every step. */
final class BankYear {

    private static final int FAMILIES_OF_A_BANK = 10;
    private static final int DAYS = 8;
    private static final int MOST_DAYS = 40;
    private static final int OVERDUE_ON = 4;
    private static final int ASKED_ON = 5;
    private static final List<Integer> PREPARED_ON = List.of(4, 6);
    private static final List<Integer> SENT_ON = List.of(4, 7);
    private static final List<String> COMPONENTS = List.of("SD", "SMP", "SMA");

    private final long seed;
    private final Tables tables;
    private final RecordKpmStates recordStates;
    private final Random dice;
    private final Random doubts;
    private final YearBanks banks;
    private final YearMoney money;
    private final YearOfficers officers;
    private final YearLedger ledger;
    private int steps;
    private int filesSent;

    /**
     * @param planted faults beside the usual ones
     */
    BankYear(
            long seed,
            Tables tables,
            RecordKpmStates recordStates,
            YearSituations service,
            UnaryOperator<Mischief> planted) {
        this.seed = seed;
        this.tables = tables;
        this.recordStates = recordStates;
        this.dice = new Random(seed);
        this.doubts = new Random(~seed);
        this.banks = new YearBanks(seed, planted);
        this.money = new YearMoney(tables, banks);
        this.officers = new YearOfficers(tables, banks, dice);
        this.ledger = new YearLedger(tables, banks, money, service);
    }

    /** All four cycles. */
    void play() {
        for (int quarter = 1; quarter <= 4; quarter++) {
            playCycle(quarter);
        }
    }

    void begin() {
        banks.introduce();
        List<ReceivedFact<KpmSnapshot>> states = new ArrayList<>();
        banks.all()
                .keySet()
                .forEach(
                        bank -> {
                            for (int i = 0; i < FAMILIES_OF_A_BANK; i++) {
                                states.add(family(bank, states.size()));
                            }
                        });
        QuarkusTransaction.requiringNew().run(() -> recordStates.handle(states));
    }

    private ReceivedFact<KpmSnapshot> family(String bank, int number) {
        UUID kpm = new UUID(0x7000L + seed, 0x8000_0000_0000_0000L + number);
        boolean isPost = bank.equals(YearBanks.POST);
        StubRegistry.knows(
                kpm, bank, "SITI CONTOH", isPost ? null : "00123456%07d".formatted(number));
        ComponentSpell spell =
                new ComponentSpell(
                        new UUID(1, number),
                        COMPONENTS.get(dice.nextInt(COMPONENTS.size())),
                        LocalDate.parse("2025-07-14"),
                        null);
        KpmFacts facts =
                new KpmFacts(
                        kpm,
                        new KpmStatus("ACTIVE"),
                        null,
                        FactEvents.VILLAGE,
                        bank,
                        !isPost,
                        List.of(spell));
        return new ReceivedFact<>(
                new KpmSnapshot(facts, LocalDate.parse("2025-12-01"), Instant.now(), 1),
                new Trigger("TEST", UUID.randomUUID().toString(), Causation.root()));
    }

    void playCycle(int quarter) {
        List<String> cycles = cyclesOf(quarter);
        LocalDate first = LocalDate.of(2026, 3 * quarter - 2, 1);
        for (String cycle : cycles) {
            Api.open(
                            cycle,
                            first.toString(),
                            first.plusMonths(3).minusDays(1).toString(),
                            cycle.endsWith("POS") ? "POS" : "BANK",
                            "2025-Q4")
                    .statusCode(201);
            Api.calculate(cycle).statusCode(200);
            Api.seal(cycle).statusCode(200);
            money.prepare(cycle, false);
            money.takeSomeOut(cycle, doubts);
            money.approveAll(cycle);
            filesSent += money.sendAll(cycle);
        }
        check(cycles, "the files of the cycle");
        for (int day = 1; day <= DAYS; day++) {
            day(cycles, day);
            evening(cycles, day);
        }
        for (int day = DAYS + 1; !isQuiet(); day++) {
            if (day > MOST_DAYS) {
                throw new AssertionError("the banks do not come to an end");
            }
            day(cycles, day);
            confirm(cycles, day);
        }
        ending(cycles);
    }

    private static List<String> cyclesOf(int quarter) {
        return List.of("2026-T" + quarter, "2026-T" + quarter + "-POS");
    }

    /** Once more, after somebody has tampered with the tables. */
    void checkAgain(int quarter) {
        check(cyclesOf(quarter), "looked at again");
    }

    private boolean isQuiet() {
        return banks.all().values().stream().allMatch(bank -> bank.isDone());
    }

    private void day(List<String> cycles, int day) {
        banks.all()
                .forEach(
                        (code, bank) -> {
                            // the other cycle is looked at again when people act
                            String cycle = cycles.get(code.equals(YearBanks.POST) ? 1 : 0);
                            for (BankDocument document : bank.nextDay(today())) {
                                banks.deliver(code, document);
                                check(List.of(cycle), "day " + day + ": " + document);
                            }
                        });
    }

    private void evening(List<String> cycles, int day) {
        confirm(cycles, day);
        officers.settle(40, () -> check(cycles, "day " + day + ": settled"));
        if (day == OVERDUE_ON) {
            officers.overdue();
            check(cycles, "overdue");
        }
        if (day == ASKED_ON) {
            officers.ask(today(), () -> check(cycles, "asked"));
        }
        if (PREPARED_ON.contains(day) || SENT_ON.contains(day)) {
            cycles.forEach(cycle -> resend(cycle, day));
            check(cycles, "day " + day + ": sent again");
        }
    }

    /**
     * While a file waits for people, the bank sends the next one with its number again each day.
     */
    private void confirm(List<String> cycles, int day) {
        if (officers.confirmWaiting()) {
            check(cycles, "day " + day + ": confirmed");
        }
    }

    /** Some files wait a day for their sender, and the bank may contradict itself meanwhile. */
    private void resend(String cycle, int day) {
        if (PREPARED_ON.contains(day)) {
            money.prepare(cycle, true);
            money.takeSomeOut(cycle, doubts);
            money.approveAll(cycle);
        }
        if (SENT_ON.contains(day)) {
            filesSent += money.sendAll(cycle);
        }
    }

    private void ending(List<String> cycles) {
        officers.confirmWaiting();
        for (int round = 0; round < 2; round++) {
            officers.ask(today(), () -> check(cycles, "asked at the end"));
            officers.confirmWaiting();
            officers.settle(100, () -> check(cycles, "settled at the end"));
            day(cycles, MOST_DAYS + round);
        }
        ledger.checkEnd(words(cycles + " at the end"));
    }

    private void check(List<String> cycles, String done) {
        steps++;
        ledger.check(words(done), cycles);
    }

    private String words(String done) {
        return "seed " + seed + ", step " + steps + ", " + done;
    }

    /** Taken at each step, because the day may change while the test runs. */
    private static LocalDate today() {
        return Days.today();
    }

    int steps() {
        return steps;
    }

    int filesSent() {
        return filesSent;
    }

    YearBanks banks() {
        return banks;
    }
}
