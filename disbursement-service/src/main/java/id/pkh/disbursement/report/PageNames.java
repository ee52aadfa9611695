package id.pkh.disbursement.report;

import id.pkh.disbursement.batch.domain.MessageId;
import id.pkh.disbursement.money.domain.InstructionPage;
import java.nio.ByteBuffer;

/**
 * By what a bank names the instructions of a page: forty bytes each, the instruction's id, its
 * payment's and its amount in rupiah.
 */
public final class PageNames {

    private static final int BYTES = 40;

    private final int pageNo;
    private final ByteBuffer names;

    public PageNames(int pageNo, byte[] names) {
        if (names.length % BYTES != 0) {
            throw new IllegalArgumentException(names.length + " bytes are not some names");
        }
        this.pageNo = pageNo;
        this.names = ByteBuffer.wrap(names);
    }

    public int pageNo() {
        return pageNo;
    }

    /** Whether the references are exactly those of the instruction on this line of the batch. */
    boolean isNamed(int lineNo, String instructionRef, String endToEndRef) {
        int at = placeOf(lineNo);
        return at < names.limit()
                && MessageId.isReference(instructionRef, names.getLong(at), names.getLong(at + 8))
                && MessageId.isReference(
                        endToEndRef, names.getLong(at + 16), names.getLong(at + 24));
    }

    long amountIdr(int lineNo) {
        return names.getLong(placeOf(lineNo) + 32);
    }

    private int placeOf(int lineNo) {
        return (lineNo - 1 - pageNo * InstructionPage.INSTRUCTIONS) * BYTES;
    }
}
