package id.pkh.district.bank;

import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads pain.001.001.09, one transaction at a time. */
final class InstructionFile {

    static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";

    private static final String REPORT = "Document/CstmrCdtTrfInitn/";
    private static final String HEADER = REPORT + "GrpHdr";
    private static final String BLOCK = REPORT + "PmtInf";
    private static final String TRANSACTION = BLOCK + "/CdtTrfTxInf";

    /** The head of the file. */
    record Head(
            String messageId,
            String paymentInformationId,
            String count,
            String sum,
            String fundingAccount) {}

    /** Receives the transactions, in the order of the file. */
    interface Reader {

        default void head(Head head) throws XMLStreamException {}

        default void transaction(Instructed instructed) throws XMLStreamException {}
    }

    private final Reader reader;
    private final StringBuilder path = new StringBuilder();
    private final Map<String, String> values = new HashMap<>();
    private boolean headTold;

    private InstructionFile(Reader reader) {
        this.reader = reader;
    }

    static void read(InputStream in, Reader reader) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader xml = factory.createXMLStreamReader(in);
        InstructionFile file = new InstructionFile(reader);
        StringBuilder text = new StringBuilder();
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    text.setLength(0);
                    file.open(xml);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                        text.append(xml.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    file.close(text.toString().strip());
                    text.setLength(0);
                }
                case XMLStreamConstants.DTD -> throw new XMLStreamException("a document type");
                default -> {
                    // comments have no meaning
                }
            }
        }
    }

    private void open(XMLStreamReader xml) throws XMLStreamException {
        if (!NAMESPACE.equals(xml.getNamespaceURI())) {
            throw new XMLStreamException("not a pain.001.001.09");
        }
        path.append(path.length() == 0 ? "" : "/").append(xml.getLocalName());
        String here = path.toString();
        if (here.equals(TRANSACTION)) {
            tellHead();
        } else if (here.equals(TRANSACTION + "/Amt/InstdAmt")) {
            values.put("currency", xml.getAttributeValue(null, "Ccy"));
        }
    }

    private void close(String text) throws XMLStreamException {
        String here = path.toString();
        path.setLength(Math.max(0, path.lastIndexOf("/")));
        if (here.equals(TRANSACTION)) {
            reader.transaction(
                    new Instructed(
                            values.remove("PmtId/InstrId"),
                            values.remove("PmtId/EndToEndId"),
                            values.remove("Amt/InstdAmt"),
                            values.remove("currency"),
                            values.remove("CdtrAcct/Id/Othr/Id")));
            values.clear();
        } else if (here.startsWith(TRANSACTION + "/")) {
            values.put(here.substring(TRANSACTION.length() + 1), text);
        } else if (here.startsWith(HEADER + "/")) {
            values.put("head:" + here.substring(HEADER.length() + 1), text);
        } else if (here.equals(BLOCK + "/PmtInfId")) {
            values.put("block", text);
        } else if (here.equals(BLOCK + "/DbtrAcct/Id/Othr/Id")) {
            values.put("funding", text);
        }
    }

    private void tellHead() throws XMLStreamException {
        if (!headTold) {
            headTold = true;
            reader.head(
                    new Head(
                            values.get("head:MsgId"),
                            values.get("block"),
                            values.get("head:NbOfTxs"),
                            values.get("head:CtrlSum"),
                            values.get("funding")));
            values.clear();
        }
    }
}
