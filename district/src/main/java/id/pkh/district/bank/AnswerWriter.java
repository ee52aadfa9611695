package id.pkh.district.bank;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes pain.002.001.10, one transaction at a time. */
final class AnswerWriter {

    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.002.001.10";
    private static final String ANSWERED_AT = "2026-01-31T10:00:00+07:00";
    private static final int MAX_ID_CHARS = 35;

    private final XMLStreamWriter xml;
    private final InstructionFile.Head head;
    private final long transactions;

    AnswerWriter(OutputStream out, InstructionFile.Head head, long transactions)
            throws XMLStreamException {
        this.xml =
                XMLOutputFactory.newDefaultFactory()
                        .createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
        this.head = head;
        this.transactions = transactions;
    }

    void begin() throws XMLStreamException {
        xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        xml.setDefaultNamespace(NAMESPACE);
        start("Document");
        xml.writeDefaultNamespace(NAMESPACE);
        start("CstmrPmtStsRpt");
        start("GrpHdr");
        element("MsgId", cut("A-" + head.messageId()));
        element("CreDtTm", ANSWERED_AT);
        end();
        start("OrgnlGrpInfAndSts");
        element("OrgnlMsgId", head.messageId());
        element("OrgnlMsgNmId", "pain.001.001.09");
        element("OrgnlNbOfTxs", Long.toString(transactions));
        element("OrgnlCtrlSum", head.sum());
        element("GrpSts", "PART");
        end();
        start("OrgnlPmtInfAndSts");
        element("OrgnlPmtInfId", head.paymentInformationId());
    }

    /** Credits the transaction unless there is a reason against it. */
    void line(Instructed instructed, String reason) throws XMLStreamException {
        start("TxInfAndSts");
        element("OrgnlInstrId", instructed.instructionId());
        element("OrgnlEndToEndId", instructed.endToEndId());
        element("TxSts", reason == null ? "ACCC" : "RJCT");
        if (reason != null) {
            start("StsRsnInf");
            start("Rsn");
            element("Cd", reason);
            end();
            end();
        }
        start("OrgnlTxRef");
        start("Amt");
        start("InstdAmt");
        xml.writeAttribute("Ccy", instructed.currency());
        xml.writeCharacters(instructed.amount());
        end();
        end();
        end();
        end();
        xml.writeCharacters("\n");
    }

    void finish() throws XMLStreamException {
        xml.writeEndDocument();
        xml.flush();
        xml.close();
    }

    private static String cut(String id) {
        return id.length() <= MAX_ID_CHARS ? id : id.substring(0, MAX_ID_CHARS);
    }

    private void element(String name, String text) throws XMLStreamException {
        start(name);
        xml.writeCharacters(text);
        end();
    }

    private void start(String name) throws XMLStreamException {
        xml.writeStartElement(NAMESPACE, name);
    }

    private void end() throws XMLStreamException {
        xml.writeEndElement();
    }
}
