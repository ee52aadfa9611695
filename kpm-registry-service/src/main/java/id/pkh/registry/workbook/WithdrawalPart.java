package id.pkh.registry.workbook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.pkh.platform.web.Refused;
import id.pkh.registry.client.OtherServices;
import id.pkh.registry.client.OtherServices.Owner;
import id.pkh.registry.workbook.ChangedRows.ChangedRow;
import id.pkh.registry.workbook.WorkbookFacts.RosterFamily;
import id.pkh.registry.workbook.WorkbookFacts.Withdrawal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Whether families withdrew the payments of the latest cycle; disbursement decides. */
@ApplicationScoped
class WithdrawalPart implements WorkbookPart.OfOneSheet {

    static final String NOT_LISTED = "WORKBOOK_PAYMENT_NOT_LISTED";

    private static final String CODE = "W";
    private static final int MAX_REPORTS = 100;
    private static final Set<String> SUCCESSES = Set.of("RECORDED", "UNCHANGED");

    private final OtherServices services;

    WithdrawalPart(OtherServices services) {
        this.services = services;
    }

    @Override
    public Set<FactSource> needs() {
        return Set.of(FactSource.WITHDRAWALS);
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String sheetName() {
        return "Pencairan";
    }

    @Override
    public List<SheetColumn> columns(WorkbookFacts facts) {
        return List.of(
                SheetColumn.shown("group", "Kelompok", 34),
                SheetColumn.shown("name", "Nama pengurus", 30),
                SheetColumn.shown("cycle", "Tahap", 14),
                SheetColumn.shown("paid", "Dibayarkan (Rp)", 16),
                SheetColumn.choice("outcome", "Ditarik?", Words.WITHDRAWN, 18),
                SheetColumn.of("occurred_on", "Tanggal", SheetColumn.Entry.DATE, 14),
                SheetColumn.of("amount_idr", "Jumlah (Rp)", SheetColumn.Entry.NUMBER, 14),
                SheetColumn.choice("channel", "Tempat", Words.CHANNELS, 16),
                SheetColumn.choice(
                        "reason_code", "Alasan belum", Words.reasons(facts.reasons()), 28),
                SheetColumn.choice("accompanied_by", "Didampingi", Words.COMPANIONS, 16));
    }

    @Override
    public List<String> expected() {
        return List.of("outcome");
    }

    @Override
    public List<SheetRow> rows(WorkbookFacts facts) {
        Map<UUID, RosterFamily> families = facts.familiesById();
        List<SheetRow> rows = new ArrayList<>();
        for (Withdrawal withdrawal : facts.withdrawals()) {
            RosterFamily family = families.get(withdrawal.kpmId());
            if (family == null) {
                continue;
            }
            Map<String, String> values = new HashMap<>(withdrawal.report());
            values.put("group", facts.groupName(family.groupCode()));
            values.put("name", family.caretaker());
            values.put("cycle", withdrawal.cycle());
            values.put("paid", Long.toString(withdrawal.paymentIdr()));
            rows.add(new SheetRow(List.of(withdrawal.paymentId().toString()), values, true));
        }
        return rows;
    }

    @Override
    public void apply(ChangedRows changed, WorkbookFacts facts, Outcomes outcomes) {
        Map<UUID, Withdrawal> listed =
                facts.withdrawals().stream()
                        .collect(Collectors.toMap(Withdrawal::paymentId, Function.identity()));
        List<ChangedRow> toSend = new ArrayList<>();
        for (ChangedRow row : changed.of(this)) {
            if (listed.containsKey(row.key().id(0))) {
                toSend.add(row);
            } else {
                outcomes.refused(row, Refused.because(NOT_LISTED));
            }
        }
        for (int from = 0; from < toSend.size(); from += MAX_REPORTS) {
            send(
                    toSend.subList(from, Math.min(toSend.size(), from + MAX_REPORTS)),
                    listed,
                    outcomes);
        }
    }

    private void send(List<ChangedRow> rows, Map<UUID, Withdrawal> listed, Outcomes outcomes) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode reports = body.putArray("reports");
        for (ChangedRow row : rows) {
            UUID payment = row.key().id(0);
            reports.addObject()
                    .put("payment_id", payment.toString())
                    .set("report", report(row, listed.get(payment)));
        }
        JsonNode items =
                services.post(Owner.DISBURSEMENT, "/withdrawal-reports", body).path("items");
        Map<Integer, JsonNode> byLine = new HashMap<>();
        items.forEach(item -> byLine.put(item.path("line").asInt(), item));
        for (int i = 0; i < rows.size(); i++) {
            JsonNode item = byLine.get(i + 1);
            String outcome = item == null ? "NOT_FOUND" : item.path("outcome").asText();
            if (SUCCESSES.contains(outcome)) {
                outcomes.applied(rows.get(i));
            } else {
                String expected = item == null ? "" : item.path("expected").asText("");
                outcomes.refused(rows.get(i), Refused.because(outcome).with("expected", expected));
            }
        }
    }

    /** What differs from a report on record is a correction, which names its revision. */
    private static JsonNode report(ChangedRow row, Withdrawal listed) {
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        for (String column :
                List.of("outcome", "occurred_on", "channel", "reason_code", "accompanied_by")) {
            optional(row, column).ifPresent(value -> report.put(column, value));
        }
        optional(row, "amount_idr")
                .ifPresent(value -> report.put("amount_idr", Long.parseLong(value)));
        if (listed.revision() > 0) {
            report.put("supersedes_revision", listed.revision());
        }
        return report;
    }

    private static Optional<String> optional(ChangedRow row, String column) {
        return Optional.of(row.value(column)).filter(value -> !value.isEmpty());
    }
}
