package id.pkh.disbursement.report;

import id.pkh.disbursement.report.Reports.Channel;
import java.nio.file.Path;

/**
 * A file of a bank, as it is stored.
 *
 * @param signature detached signature of the bytes; null where there is none
 */
public record ReceivedReport(
        Path path,
        String sha256,
        long bytes,
        String filename,
        String bank,
        Channel channel,
        String receivedBy,
        byte[] signature) {}
