package id.pkh.disbursement.report.inbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.pkh.disbursement.bank.Banks;
import id.pkh.disbursement.bankkey.signature.Proof;
import id.pkh.disbursement.config.DisbursementConfig;
import id.pkh.disbursement.report.ReceiveReport;
import id.pkh.disbursement.report.ReceiveReport.Received;
import id.pkh.disbursement.report.ReceivedReport;
import id.pkh.disbursement.report.Reports.Channel;
import id.pkh.disbursement.report.Reports.ReportStatus;
import id.pkh.platform.messaging.metrics.LastGaugeValue;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Imports reports from a directory with one folder per bank; the folder identifies the bank. The
 * detached signature of a file lies beside it, with {@code .p7s}, {@code .sig} or {@code .asc}
 * after the name of the file. A file is moved to {@code done}, {@code refused}, or without the
 * signature that it needs to {@code quarantine} in its folder, with the result beside it. A file
 * that fails for another reason stays and is tried again. The gauge {@code bank_inbox_files_failed}
 * is the number of files that stayed at the last scan; it is unknown when the scan itself failed.
 */
@Startup
@ApplicationScoped
public class ScanInbox {

    private static final Logger LOG = Logger.getLogger(ScanInbox.class);
    private static final int FILES_AT_ONCE = 1_000;
    private static final List<String> UNFINISHED = List.of(".part", ".tmp", ".filepart");
    private static final List<String> SIGNATURES = List.of(".p7s", ".sig", ".asc");

    private final ReceiveReport receiveReport;
    private final Banks banks;
    private final DisbursementConfig config;
    private final ObjectMapper json;
    private final Clock clock;
    private final LastGaugeValue failedAtLastLook;

    ScanInbox(
            ReceiveReport receiveReport,
            Banks banks,
            DisbursementConfig config,
            ObjectMapper json,
            Clock clock,
            MeterRegistry meters) {
        this.receiveReport = receiveReport;
        this.banks = banks;
        this.config = config;
        this.json = json;
        this.clock = clock;
        this.failedAtLastLook = LastGaugeValue.of(meters, "bank_inbox_files_failed");
    }

    /** Returns the number of files that were processed. */
    public int handle() {
        if (config.bank().inbox().isEmpty()) {
            failedAtLastLook.set(0);
            return 0;
        }
        try {
            return lookInto(config.bank().inbox().get());
        } catch (RuntimeException notLooked) {
            failedAtLastLook.unknown();
            throw notLooked;
        }
    }

    private int lookInto(Path inbox) {
        int dealtWith = 0;
        int failed = 0;
        for (String bank : banks.on(BusinessDates.today(clock)).keySet()) {
            Path folder = inbox.resolve(bank);
            if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                for (Path file : filesOf(folder)) {
                    if (take(bank, file)) {
                        dealtWith++;
                    } else {
                        failed++;
                    }
                }
            }
        }
        failedAtLastLook.set(failed);
        return dealtWith;
    }

    /** A file that was changed a moment ago may not be complete yet. */
    private List<Path> filesOf(Path folder) {
        Instant settled = clock.instant().minus(config.bank().inboxSettle());
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !isSignature(file))
                    .filter(file -> isWhole(file, settled))
                    .filter(file -> signatureOf(file).stream().allMatch(s -> isWhole(s, settled)))
                    .sorted()
                    .limit(FILES_AT_ONCE)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the inbox cannot be read", unreadable);
        }
    }

    private static boolean isWhole(Path file, Instant settled) {
        String name = file.getFileName().toString();
        try {
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    && !name.startsWith(".")
                    && UNFINISHED.stream().noneMatch(name::endsWith)
                    && !Files.getLastModifiedTime(file).toInstant().isAfter(settled);
        } catch (IOException goneMeanwhile) {
            return false;
        }
    }

    private static boolean isSignature(Path file) {
        return SIGNATURES.stream().anyMatch(file.getFileName().toString()::endsWith);
    }

    private static Optional<Path> signatureOf(Path file) {
        return SIGNATURES.stream()
                .map(ending -> file.resolveSibling(file.getFileName() + ending))
                .filter(beside -> Files.exists(beside, LinkOption.NOFOLLOW_LINKS))
                .findFirst();
    }

    private boolean take(String bank, Path file) {
        try {
            try {
                Received received = receive(bank, file);
                if (received.report().status() == ReportStatus.STAGED) {
                    LOG.warnf(
                            "report %s in the inbox of %s is not applied yet; the file stays there",
                            received.report().reportId(), bank);
                    return false;
                }
                finish(file, "done", result(received));
            } catch (Refused refused) {
                finish(file, folderOf(refused), refusal(refused));
            }
            return true;
        } catch (RuntimeException failed) {
            LOG.errorf(failed, "a file in the inbox of %s stays there", bank);
            return false;
        }
    }

    private Received receive(String bank, Path file) {
        try {
            long bytes = Files.size(file);
            long maxBytes = config.bank().reportMaxSize().asLongValue();
            if (bytes == 0 || bytes > maxBytes) {
                throw bytes == 0
                        ? Refused.because("FILE_EMPTY")
                        : Refused.because("FILE_TOO_LARGE").with("max_bytes", maxBytes);
            }
            return receiveReport.handle(
                    new ReceivedReport(
                            file,
                            sha256(file),
                            bytes,
                            file.getFileName().toString(),
                            bank,
                            Channel.INBOX,
                            "inbox:" + bank,
                            signature(file)));
        } catch (IOException unread) {
            throw new UncheckedIOException("a file in the inbox could not be read", unread);
        }
    }

    /** Of a file that is too long to be a signature, only as much is read as shows that. */
    private static byte[] signature(Path file) throws IOException {
        Optional<Path> beside = signatureOf(file);
        if (beside.isEmpty()) {
            return null;
        }
        try (InputStream in = Files.newInputStream(beside.get(), LinkOption.NOFOLLOW_LINKS)) {
            return in.readNBytes(Proof.MAX_BYTES + 1);
        }
    }

    private static String folderOf(Refused refused) {
        return refused.code().equals(ReceiveReport.REPORT_SIGNATURE_NOT_VALID)
                ? "quarantine"
                : "refused";
    }

    private static Map<String, Object> result(Received received) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("report_id", received.report().reportId());
        result.put("status", received.report().status());
        result.put("lines", received.report().lines());
        result.put("repeated", received.repeated());
        return result;
    }

    private static Map<String, Object> refusal(Refused refused) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("code", refused.code());
        result.putAll(refused.details());
        return result;
    }

    /**
     * Writes the result before it moves the file, and moves its signature last. After a crash the
     * file is found again, and the same bytes change nothing.
     */
    private void finish(Path file, String folder, Map<String, Object> result) {
        try {
            Path target = Files.createDirectories(file.resolveSibling(folder));
            Path moved = free(target, file.getFileName().toString());
            Files.write(
                    moved.resolveSibling(moved.getFileName() + ".result.json"),
                    json.writerWithDefaultPrettyPrinter().writeValueAsBytes(result));
            Optional<Path> signature = signatureOf(file);
            Files.move(file, moved);
            if (signature.isPresent()) {
                String name = signature.get().getFileName().toString();
                String ending = name.substring(file.getFileName().toString().length());
                Files.move(
                        signature.get(),
                        moved.resolveSibling(moved.getFileName() + ending),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException stuck) {
            throw new UncheckedIOException("a file in the inbox could not be moved", stuck);
        }
    }

    private static Path free(Path folder, String name) {
        Path free = folder.resolve(name);
        for (int i = 2; Files.exists(free); i++) {
            free = folder.resolve(name + "." + i);
        }
        return free;
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digest =
                        new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digest.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
