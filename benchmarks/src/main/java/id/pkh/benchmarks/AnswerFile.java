package id.pkh.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A bank's report with one line for each payment: nearly all credited, some refused, and in every
 * thousand some that people have to look at. The expected result follows from the number of lines.
 */
final class AnswerFile {

    private static final int THOUSAND = 1_000;

    /** Lines of a thousand that are not as they should be, by their place. */
    enum Kind {
        CREDITED,
        REFUSED,
        STRANGER,
        AMOUNT_WRONG,
        STATUS_WRONG,
        TWICE;

        static Kind of(int number) {
            return switch (number % THOUSAND) {
                case 7 -> STRANGER;
                case 13 -> AMOUNT_WRONG;
                case 21 -> STATUS_WRONG;
                case 31 -> TWICE;
                default -> number % 50 == 3 ? REFUSED : CREDITED;
            };
        }
    }

    private AnswerFile() {}

    /** With the lines in the order of the payments. */
    static void write(Path file, int lines) throws IOException {
        write(file, lines, IntStream.range(0, lines).toArray());
    }

    /** With the same lines in no order. */
    static void writeUnordered(Path file, int lines) throws IOException {
        List<Integer> numbers = IntStream.range(0, lines).boxed().collect(Collectors.toList());
        Collections.shuffle(numbers, new Random(lines));
        write(file, lines, numbers.stream().mapToInt(Integer::intValue).toArray());
    }

    private static void write(Path file, int lines, int[] numbers) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(
                    """
                    <?xml version="1.0" encoding="UTF-8"?>
                    <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
                    <GrpHdr><MsgId>ANSWER-1</MsgId><CreDtTm>2026-04-20T10:00:00+07:00</CreDtTm></GrpHdr>
                    <OrgnlGrpInfAndSts><OrgnlMsgId>%1$s</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>\
                    <OrgnlNbOfTxs>%2$d</OrgnlNbOfTxs><OrgnlCtrlSum>%3$d.00</OrgnlCtrlSum><GrpSts>PART</GrpSts></OrgnlGrpInfAndSts>
                    <OrgnlPmtInfAndSts><OrgnlPmtInfId>%1$s</OrgnlPmtInfId>
                    """
                            .formatted(MadePayments.MESSAGE_ID, lines, MadePayments.sumIdr(lines)));
            for (int number : numbers) {
                out.write(line(number));
            }
            out.write("</OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>\n");
        }
    }

    private static String line(int number) {
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
        String status =
                switch (kind) {
                    case REFUSED -> "RJCT</TxSts><StsRsnInf><Rsn><Cd>AC04</Cd></Rsn></StsRsnInf>";
                    case STATUS_WRONG -> "DONE</TxSts>";
                    default -> "ACCC</TxSts>";
                };
        return "<TxInfAndSts><OrgnlInstrId>"
                + instruction
                + "</OrgnlInstrId><OrgnlEndToEndId>"
                + payment
                + "</OrgnlEndToEndId><TxSts>"
                + status
                + "<AcctSvcrRef>BRI"
                + (1_000_000_000L + number)
                + "</AcctSvcrRef><OrgnlTxRef><Amt><InstdAmt Ccy=\"IDR\">"
                + amount
                + ".00</InstdAmt></Amt></OrgnlTxRef></TxInfAndSts>\n";
    }

    static long count(int lines, Kind kind) {
        long count = 0;
        for (int number = 0; number < lines; number++) {
            count += Kind.of(number) == kind ? 1 : 0;
        }
        return count;
    }

    /** Payments by status: a line that states nothing certain leaves its payment as sent. */
    static Map<String, Long> statuses(int lines) {
        long credited = count(lines, Kind.CREDITED);
        long refused = count(lines, Kind.REFUSED);
        return withoutNone(
                Map.of(
                        "CREDITED", credited,
                        "REJECTED", refused,
                        "SENT", lines - credited - refused));
    }

    static Map<String, Long> outcomes(int lines) {
        return withoutNone(
                Map.of(
                        "MATCHED",
                        count(lines, Kind.CREDITED) + count(lines, Kind.REFUSED),
                        "UNKNOWN_REFERENCE",
                        count(lines, Kind.STRANGER),
                        "AMOUNT_DIFFERS",
                        count(lines, Kind.AMOUNT_WRONG),
                        "STATUS_UNKNOWN",
                        count(lines, Kind.STATUS_WRONG),
                        "DUPLICATE",
                        count(lines, Kind.TWICE)));
    }

    static Map<String, Long> exceptions(int lines) {
        return withoutNone(
                Map.of(
                        "UNMATCHED_LINE", count(lines, Kind.STRANGER),
                        "AMOUNT_MISMATCH", count(lines, Kind.AMOUNT_WRONG),
                        "STATUS_UNKNOWN", count(lines, Kind.STATUS_WRONG),
                        "DUPLICATE_CREDIT", count(lines, Kind.TWICE),
                        "CORRECTION_PENDING", count(lines, Kind.REFUSED)));
    }

    /** Events by type. */
    static Map<String, Long> events(int lines) {
        return withoutNone(
                Map.of(
                        "id.pkh.disbursement.payment-credited.v1", count(lines, Kind.CREDITED),
                        "id.pkh.disbursement.payment-rejected.v1", count(lines, Kind.REFUSED)));
    }

    static PostedReport.Expected expected(int lines) {
        return new PostedReport.Expected(
                statuses(lines), outcomes(lines), exceptions(lines), events(lines), 0);
    }

    static Map<String, Long> withoutNone(Map<String, Long> counts) {
        Map<String, Long> some = new TreeMap<>(counts);
        some.values().removeIf(count -> count == 0);
        return some;
    }
}
