package id.pkh.disbursement.batch.file;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import id.pkh.disbursement.batch.Instructions.PayOutLine;
import id.pkh.disbursement.batch.domain.Batch;
import id.pkh.disbursement.batch.domain.MessageId;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Writes a batch as a list by which families are paid in cash, one line at a time. It has the same
 * bytes each time it is written. A name that a spreadsheet would compute is in no batch.
 */
final class PayOutList {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final char SEPARATOR = ';';

    private final Writer text;
    private final CsvWriter csv;
    private final Batch batch;
    private int lines;

    PayOutList(OutputStream out, Batch batch) {
        this.text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        this.csv =
                CsvWriter.builder()
                        .fieldSeparator(SEPARATOR)
                        .lineDelimiter(LineDelimiter.CRLF)
                        .build(text);
        this.batch = batch;
    }

    void begin() throws IOException {
        text.write(BYTE_ORDER_MARK);
        csv.writeRecord("No", "Referensi", "Desa", "Nama", "Jumlah");
    }

    void line(PayOutLine line) {
        csv.writeRecord(
                Integer.toString(++lines),
                MessageId.reference(line.instructionId()),
                line.villageCode(),
                line.payeeName(),
                Long.toString(line.amountIdr()));
    }

    /** The totals are those that were approved. */
    void finish() throws IOException {
        csv.writeRecord(
                "JUMLAH",
                batch.messageId(),
                "",
                Long.toString(batch.figures().payments()),
                Long.toString(batch.figures().amountIdr()));
        csv.flush();
    }
}
