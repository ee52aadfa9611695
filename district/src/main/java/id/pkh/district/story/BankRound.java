package id.pkh.district.story;

import id.pkh.client.PkhClient;
import id.pkh.client.disbursement.BanksApi;
import id.pkh.client.disbursement.model.BankReport;
import id.pkh.client.disbursement.model.PaymentBatch;
import id.pkh.client.http.ApiResponse;
import id.pkh.district.bank.BankDocument;
import id.pkh.district.bank.DistrictBanks;
import id.pkh.district.bank.PlayedBank;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

/**
 * Banks fetch their files, work for some days, and send what they did in the documents of their
 * kind, each as the bank's own word.
 */
public final class BankRound implements AutoCloseable {

    /** Hears of each document that was sent. */
    public interface Listener {

        /**
         * @param again sends the same bytes once more, and returns the status of the answer
         */
        void told(BankReport report, IntSupplier again);
    }

    private final Stage stage;
    private final Cast cast;
    private final Function<String, PlayedBank> opened;
    private final Map<String, PlayedBank> banks = new TreeMap<>();
    private final Path folder;

    /**
     * @param opened the bank with a code, when it gets its first file
     */
    public BankRound(Stage stage, Cast cast, Function<String, PlayedBank> opened) {
        this.stage = stage;
        this.cast = cast;
        this.opened = opened;
        try {
            this.folder = Files.createTempDirectory("pkh-banks-");
        } catch (IOException failed) {
            throw new StoryFailure("cannot make a folder for documents of banks", failed);
        }
    }

    /** The bank fetches a file that was sent; the treasury has given its money. */
    public void receive(PaymentBatch batch) {
        PlayedBank bank = banks.computeIfAbsent(batch.getBank(), opened);
        bank.fund(batch.getAmountIdr());
        bank.receive(fetched(batch));
    }

    /** The bytes that the bank gets. */
    byte[] fetched(PaymentBatch batch) {
        UUID id = batch.getBatchId();
        PkhClient asBank = stage.disbursement(cast.bank(batch.getBank()));
        boolean isPost = batch.getBank().equals(DistrictBanks.POST);
        File file =
                asBank.call(
                        BanksApi::new,
                        api -> isPost ? api.getPayOutList(id) : api.getPaymentBatchFile(id));
        try {
            byte[] bytes = Files.readAllBytes(file.toPath());
            Files.delete(file.toPath());
            return bytes;
        } catch (IOException failed) {
            throw new StoryFailure("the file of " + batch.getBank() + " cannot be read", failed);
        }
    }

    public boolean isDone() {
        return banks.values().stream().allMatch(PlayedBank::isDone);
    }

    /** All banks work for a day, in which each sends its documents. */
    public void nextDay(LocalDate date, Listener listener) {
        banks.forEach(
                (code, bank) ->
                        bank.nextDay(date).forEach(document -> deliver(code, document, listener)));
    }

    private void deliver(String bank, BankDocument document, Listener listener) {
        Path file = folder.resolve(document.name());
        try {
            Files.write(file, document.bytes());
        } catch (IOException failed) {
            throw new StoryFailure("cannot write " + file, failed);
        }
        PkhClient asBank = stage.disbursement(cast.bank(bank));
        BankReport report = send(asBank, file).getData();
        if (isWaiting(report)) {
            stage.await(document + " is applied", () -> !isWaiting(read(asBank, report)));
        }
        listener.told(read(asBank, report), () -> send(asBank, file).getStatusCode());
    }

    private static ApiResponse<BankReport> send(PkhClient asBank, Path file) {
        String name = file.getFileName().toString();
        return asBank.call(
                BanksApi::new,
                banks -> banks.sendBankReportWithHttpInfo(file.toFile(), null, name, null));
    }

    private static boolean isWaiting(BankReport report) {
        return report.getStatus() == BankReport.StatusEnum.STAGED;
    }

    private static BankReport read(PkhClient asBank, BankReport report) {
        return asBank.call(BanksApi::new, banks -> banks.getBankReport(report.getReportId()));
    }

    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        } catch (IOException failed) {
            throw new StoryFailure("cannot delete " + folder, failed);
        }
    }
}
