package id.pkh.benchmarks;

import static id.pkh.benchmarks.AnswerFile.count;
import static id.pkh.benchmarks.AnswerFile.withoutNone;

import id.pkh.benchmarks.AnswerFile.Kind;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A bank's notification with one booking for each payment: nearly all left the funding account, and
 * in every thousand there are some that people have to look at. The expected result follows from
 * the number of lines.
 */
final class NoticeFile {

    private NoticeFile() {}

    static void write(Path file, int lines) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(
                    """
                    <?xml version="1.0" encoding="UTF-8"?>
                    <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"><BkToCstmrDbtCdtNtfctn>
                    <GrpHdr><MsgId>NOTICE-1</MsgId><CreDtTm>2026-04-20T10:00:00+07:00</CreDtTm></GrpHdr>
                    <Ntfctn><Id>N-1</Id><CreDtTm>2026-04-20T10:00:00+07:00</CreDtTm><Acct><Id><Othr><Id>%s</Id></Othr></Id></Acct>
                    """
                            .formatted(MadePayments.FUNDING_ACCOUNT));
            for (int number = 0; number < lines; number++) {
                out.write(entry(number));
            }
            out.write("</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>\n");
        }
    }

    private static String entry(int number) {
        Kind kind = Kind.of(number);
        int named = kind == Kind.TWICE ? number - 1 : number;
        boolean stranger = kind == Kind.STRANGER;
        String instruction =
                MadePayments.reference(
                        stranger
                                ? MadePayments.stranger(2 * number)
                                : MadePayments.instruction(named));
        String payment =
                MadePayments.reference(
                        stranger
                                ? MadePayments.stranger(2 * number + 1)
                                : MadePayments.payment(named));
        long amount = MadePayments.amountIdr(named) + (kind == Kind.AMOUNT_WRONG ? 1 : 0);
        return "<Ntry><Amt Ccy=\"IDR\">"
                + amount
                + ".00</Amt><CdtDbtInd>"
                + (kind == Kind.STATUS_WRONG ? "CRDT" : "DBIT")
                + "</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-04-20</Dt></BookgDt><NtryDtls><TxDtls><Refs><AcctSvcrRef>BRI"
                + (1_000_000_000L + number)
                + "</AcctSvcrRef><InstrId>"
                + instruction
                + "</InstrId><EndToEndId>"
                + payment
                + "</EndToEndId></Refs></TxDtls></NtryDtls></Ntry>\n";
    }

    static PostedReport.Expected expected(int lines) {
        long credited = count(lines, Kind.CREDITED) + count(lines, Kind.REFUSED);
        return new PostedReport.Expected(
                withoutNone(Map.of("CREDITED", credited, "SENT", lines - credited)),
                withoutNone(
                        Map.of(
                                "MATCHED", credited,
                                "UNKNOWN_REFERENCE", count(lines, Kind.STRANGER),
                                "AMOUNT_DIFFERS", count(lines, Kind.AMOUNT_WRONG),
                                "STATUS_UNKNOWN", count(lines, Kind.STATUS_WRONG),
                                "DUPLICATE", count(lines, Kind.TWICE))),
                withoutNone(
                        Map.of(
                                "UNMATCHED_LINE", count(lines, Kind.STRANGER),
                                "AMOUNT_MISMATCH", count(lines, Kind.AMOUNT_WRONG),
                                "STATUS_UNKNOWN", count(lines, Kind.STATUS_WRONG),
                                "DUPLICATE_CREDIT", count(lines, Kind.TWICE))),
                withoutNone(Map.of("id.pkh.disbursement.payment-credited.v1", credited)),
                credited);
    }
}
