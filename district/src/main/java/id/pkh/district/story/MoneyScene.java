package id.pkh.district.story;

import id.pkh.client.disbursement.model.BankReport;
import id.pkh.client.disbursement.model.PaymentBatch;
import id.pkh.client.disbursement.model.Preparation;
import id.pkh.district.bank.BankTable;
import id.pkh.district.bank.DistrictBanks;
import id.pkh.district.manifest.Manifest.Act;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;

/**
 * The money of the cycles, from the sealed lists to the end of every payment: at four banks by
 * messages of ISO 20022 or statements, at one by tables, and in cash at the post office. In the end
 * every rupiah is in exactly one state.
 */
final class MoneyScene {

    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
    private static final int REPEATED = 200;
    private static final int MOST_DAYS = 12;

    private static final int ACCEPTED_ON = 2;
    private static final Map<Integer, String> OF_DAY =
            Map.of(
                    1,
                    "Some banks confirm that they have the file:",
                    ACCEPTED_ON,
                    "The banks accept payments for settlement (ACSC), which moves no money to a"
                            + " family, and refuse others:",
                    3,
                    "The credits are told by notices (camt.054), statements (MT940, camt.053) and"
                            + " tables, each in the way of that bank:",
                    4,
                    "The banks have nothing to tell.");

    private final StoryContext context;
    private final Stage stage;
    private final Findings findings;
    private final Narrator narrator;
    private final AccountScene accounts;
    private final PaymentFiles files;
    private final MoneyFigures figures;
    private final SituationScene situations;
    private final Set<String> repeated = new HashSet<>();

    MoneyScene(
            StoryContext context,
            Identities identities,
            Narrator narrator,
            boolean areSuspensionsInEffect) {
        this.context = context;
        this.stage = context.stage();
        this.findings = context.findings();
        this.narrator = narrator;
        this.accounts = new AccountScene(context, identities, narrator);
        this.files = new PaymentFiles(context, narrator);
        this.figures =
                new MoneyFigures(
                        context,
                        new BankComparison(context, identities::kpmOf, areSuspensionsInEffect),
                        narrator);
        this.situations = new SituationScene(context, narrator);
    }

    /** Plays this part for the calculated cycles, and returns its figures by name. */
    Map<String, Object> play() {
        List<Act> opened = context.manifest().acts("OPEN_CYCLE").toList();
        List<String> cycles = opened.stream().map(Act::cycle).toList();
        if (cycles.isEmpty()) {
            return Map.of();
        }
        narrator.chapter("The lists are sealed, and the files leave");
        LocalDate day = null;
        for (String cycle : cycles) {
            day = dayOf(files.seal(cycle).getProposedAt());
        }
        ProfileDesk profiles = new ProfileDesk(context, narrator);
        profiles.introduce("BTN", BankTable.PROFILE_OF_BANK, BankTable.sampleOfBank(), day);
        profiles.introduce(
                DistrictBanks.POST, BankTable.PROFILE_OF_POST, BankTable.sampleOfPost(), day);
        try (BankRound round = new BankRound(stage, context.cast(), DistrictBanks::open)) {
            for (Act cycle : opened) {
                prepare(cycle);
                for (PaymentBatch batch : files.prepared(cycle.cycle())) {
                    day = send(round, batch);
                }
            }
            narrator.chapter("The banks and the post office answer");
            play(round, day, cycles);
            narrator.say("Each of them sent its first document twice; the second changed nothing.");
        }
        stage.awaitQuiet("the banks' answers");
        Map<String, Object> all = figures.compare(cycles);
        situations.play(figures.payments());
        return all;
    }

    /** Nobody has an account at the post office. */
    private void prepare(Act opened) {
        String cycle = opened.cycle();
        Optional<String> changed =
                opened.channel().equals(DistrictBanks.POST)
                        ? Optional.empty()
                        : accounts.changeOne(cycle);
        Preparation run = files.prepare(cycle);
        changed.ifPresent(
                kpm -> {
                    accounts.confirm(kpm, run);
                    files.prepare(cycle);
                });
    }

    /** Returns the day on which the file left. */
    private LocalDate send(BankRound round, PaymentBatch batch) {
        PaymentBatch sent = files.send(batch);
        findings.isTrue(
                "a file of " + batch.getBank() + " that is fetched twice has other bytes",
                Arrays.equals(round.fetched(batch), round.fetched(batch)));
        round.receive(batch);
        return dayOf(sent.getSending().getAt());
    }

    private static LocalDate dayOf(OffsetDateTime moment) {
        return moment.atZoneSameInstant(ZONE).toLocalDate();
    }

    /** The days of the banks are short: all of them are one day of the services. */
    private void play(BankRound round, LocalDate date, List<String> cycles) {
        for (int day = 1; !round.isDone(); day++) {
            if (day > MOST_DAYS) {
                throw new StoryFailure("the banks do not come to an end");
            }
            narrator.say(
                    "Day %d. %s",
                    day, OF_DAY.getOrDefault(day, "What came back, and what nobody collected:"));
            round.nextDay(date, this::told);
            figures.soFar(cycles);
            if (day == ACCEPTED_ON) {
                figures.nobodyIsCredited(cycles);
            }
        }
    }

    private void told(BankReport report, IntSupplier again) {
        figures.told(report);
        findings.equal(
                "a document of " + report.getBank() + " is applied",
                BankReport.StatusEnum.APPLIED,
                report.getStatus());
        if (repeated.add(report.getBank())) {
            findings.equal(
                    "the same document of " + report.getBank() + " again",
                    REPEATED,
                    again.getAsInt());
        }
    }
}
