package id.pkh.disbursement.report;

import java.nio.file.Path;

/** A file that a bank sent, as it is stored. */
public record ReceivedReport(
        Path path, String sha256, long bytes, String filename, String bank, String receivedBy) {}
