package id.pkh.disbursement.report.persistence;

import id.pkh.disbursement.report.Reports.Channel;
import id.pkh.disbursement.report.Reports.Decision;
import id.pkh.disbursement.report.Reports.Report;
import id.pkh.disbursement.report.Reports.ReportStatus;
import id.pkh.disbursement.report.domain.LineOutcome;
import id.pkh.disbursement.report.domain.ReportKind;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
@Table(name = "bank_report")
class ReportEntity {

    @Id UUID reportId;
    String bank;
    String sha256;
    long bytes;
    String filename;

    @Enumerated(EnumType.STRING)
    ReportKind kind;

    String namespace;
    String messageId;
    UUID batchId;
    String groupStatus;

    @Enumerated(EnumType.STRING)
    ReportStatus status;

    int lines;
    int checkpoint;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<LineOutcome, Long> outcomes;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, String> fault;

    @Enumerated(EnumType.STRING)
    Channel channel;

    String receivedBy;
    Instant receivedAt;
    Instant finishedAt;
    String confirmedBy;
    Instant confirmedAt;
    String rejectedBy;
    Instant rejectedAt;
    String rejectionReason;
    UUID signedWith;
    boolean movesAll;
    String firstConfirmedBy;
    Instant firstConfirmedAt;
    UUID corrects;

    static ReportEntity of(Report report) {
        ReportEntity entity = new ReportEntity();
        entity.reportId = report.reportId();
        entity.bank = report.bank();
        entity.sha256 = report.sha256();
        entity.bytes = report.bytes();
        entity.filename = report.filename();
        entity.kind = report.kind();
        entity.namespace = report.namespace();
        entity.messageId = report.messageId();
        entity.batchId = report.batchId();
        entity.groupStatus = report.groupStatus();
        entity.status = report.status();
        entity.outcomes = report.outcomes();
        entity.fault = report.fault();
        entity.channel = report.channel();
        entity.receivedBy = report.receivedBy();
        entity.receivedAt = report.receivedAt();
        entity.signedWith = report.signedWith();
        entity.corrects = report.corrects();
        return entity;
    }

    Report toReport() {
        return new Report(
                reportId,
                bank,
                sha256,
                bytes,
                filename,
                kind,
                namespace,
                messageId,
                batchId,
                groupStatus,
                status,
                lines,
                checkpoint,
                Map.copyOf(outcomes),
                Map.copyOf(fault),
                channel,
                receivedBy,
                receivedAt,
                finishedAt,
                decision(confirmedBy, confirmedAt),
                decision(rejectedBy, rejectedAt),
                rejectionReason,
                signedWith,
                movesAll,
                decision(firstConfirmedBy, firstConfirmedAt),
                corrects);
    }

    private static Decision decision(String by, Instant at) {
        return by == null ? null : new Decision(by, at);
    }
}
