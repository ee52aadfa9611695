package id.pkh.disbursement.report;

import id.pkh.disbursement.report.Reports.Channel;
import java.nio.file.Path;

/** A file of a bank, as it is stored. */
public record ReceivedReport(
        Path path,
        String sha256,
        long bytes,
        String filename,
        String bank,
        Channel channel,
        String receivedBy) {}
