package id.pkh.benchmarks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.zip.CRC32C;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The result of downloading a file to a bank.
 *
 * @param firstByteSeconds until the first byte arrived
 * @param seconds until the last byte arrived
 */
record PaymentFile(double firstByteSeconds, double seconds, long bytes, long checksum) {

    private static final int BUFFER_BYTES = 256 * 1024;
    private static final String LIMITS = "http://www.oracle.com/xml/jaxp/properties/";

    /** Compares the totals in the head of the file with its content. */
    record Contents(long transactions, long sumIdr, long saidTransactions, long saidSumIdr) {

        void require(long expected, long expectedIdr) {
            if (!equals(new Contents(expected, expectedIdr, expected, expectedIdr))) {
                throw new CannotRun(
                        "the file holds other payments than the batch: "
                                + this
                                + " instead of "
                                + expected
                                + " over "
                                + expectedIdr);
            }
        }
    }

    static PaymentFile read(InputStream in, long startNanos) throws IOException {
        CRC32C checksum = new CRC32C();
        byte[] buffer = new byte[BUFFER_BYTES];
        long bytes = 0;
        double firstByte = Double.NaN;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            if (bytes == 0) {
                firstByte = (System.nanoTime() - startNanos) / 1e9;
            }
            bytes += read;
            checksum.update(buffer, 0, read);
        }
        double seconds = (System.nanoTime() - startNanos) / 1e9;
        return new PaymentFile(firstByte, seconds, bytes, checksum.getValue());
    }

    /** Whether two files have the same bytes. */
    void requireSameAs(PaymentFile other) {
        if (bytes != other.bytes || checksum != other.checksum) {
            throw new CannotRun(
                    "the files differ: %d bytes (%x) and %d bytes (%x)"
                            .formatted(bytes, checksum, other.bytes, other.checksum));
        }
    }

    /** Adds up all transactions, and reads the totals in the head of the file. */
    static Contents contents(InputStream in) {
        try {
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(LIMITS + "totalEntitySizeLimit", "0");
            factory.setProperty(LIMITS + "maxGeneralEntitySizeLimit", "0");
            XMLStreamReader xml =
                    factory.createXMLStreamReader(new BufferedInputStream(in, BUFFER_BYTES));
            long transactions = 0;
            long sum = 0;
            long said = -1;
            long saidSum = -1;
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                switch (xml.getLocalName()) {
                    case "CdtTrfTxInf" -> transactions++;
                    case "InstdAmt" -> sum += rupiah(xml.getElementText());
                    case "NbOfTxs" -> said = Long.parseLong(xml.getElementText());
                    case "CtrlSum" -> saidSum = rupiah(xml.getElementText());
                    default -> {
                        // not added up
                    }
                }
            }
            return new Contents(transactions, sum, said, saidSum);
        } catch (XMLStreamException e) {
            throw new CannotRun("the file is no XML", e);
        }
    }

    private static long rupiah(String text) {
        return new BigDecimal(text).longValueExact();
    }
}
