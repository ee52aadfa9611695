package id.pkh.disbursement.batch.file;

import id.pkh.disbursement.batch.Instructions.InstructionLine;
import id.pkh.disbursement.batch.domain.Batch;
import id.pkh.disbursement.batch.domain.MessageId;
import id.pkh.platform.web.BusinessDates;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes a batch as pain.001.001.09, one transaction at a time. All contents come from the approved
 * batch, so the file has the same bytes each time it is written.
 */
final class Pain001 {

    static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";

    private static final String CURRENCY = "IDR";

    private final XMLStreamWriter xml;
    private final Batch batch;

    Pain001(OutputStream out, Batch batch) throws XMLStreamException {
        this.xml =
                XMLOutputFactory.newDefaultFactory()
                        .createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
        this.batch = batch;
    }

    void begin() throws XMLStreamException {
        xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        xml.setDefaultNamespace(NAMESPACE);
        xml.writeStartElement(NAMESPACE, "Document");
        xml.writeDefaultNamespace(NAMESPACE);
        start("CstmrCdtTrfInitn");
        groupHeader();
        start("PmtInf");
        paymentInformation();
    }

    private void groupHeader() throws XMLStreamException {
        start("GrpHdr");
        element("MsgId", batch.messageId());
        element(
                "CreDtTm",
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        batch.approval()
                                .at()
                                .atZone(BusinessDates.ZONE)
                                .toOffsetDateTime()
                                .withNano(0)));
        totals();
        start("InitgPty");
        element("Nm", batch.debtorName());
        end();
        end();
    }

    private void paymentInformation() throws XMLStreamException {
        element("PmtInfId", batch.messageId());
        element("PmtMtd", "TRF");
        element("BtchBookg", "true");
        totals();
        nested("GOVT", "PmtTpInf", "CtgyPurp", "Cd");
        nested(BusinessDates.on(batch.approval().at()).toString(), "ReqdExctnDt", "Dt");
        nested(batch.debtorName(), "Dbtr", "Nm");
        start("DbtrAcct");
        nested(batch.fundingAccount(), "Id", "Othr", "Id");
        element("Ccy", CURRENCY);
        end();
        nested(batch.bic(), "DbtrAgt", "FinInstnId", "BICFI");
    }

    private void totals() throws XMLStreamException {
        element("NbOfTxs", Long.toString(batch.figures().payments()));
        element("CtrlSum", rupiah(batch.figures().amountIdr()));
    }

    void transaction(InstructionLine line) throws XMLStreamException {
        start("CdtTrfTxInf");
        start("PmtId");
        element("InstrId", MessageId.reference(line.instructionId()));
        element("EndToEndId", MessageId.reference(line.paymentId()));
        end();
        start("Amt");
        xml.writeStartElement(NAMESPACE, "InstdAmt");
        xml.writeAttribute("Ccy", CURRENCY);
        xml.writeCharacters(rupiah(line.amountIdr()));
        end();
        end();
        nested(batch.bic(), "CdtrAgt", "FinInstnId", "BICFI");
        nested(line.payeeName(), "Cdtr", "Nm");
        nested(line.account(), "CdtrAcct", "Id", "Othr", "Id");
        nested("SSBE", "Purp", "Cd");
        nested(MessageId.remittanceOf(batch.cycleCode()), "RmtInf", "Ustrd");
        end();
    }

    void finish() throws XMLStreamException {
        xml.writeEndDocument();
        xml.flush();
        xml.close();
    }

    /** Whole rupiah, with the decimals that banks require. */
    private static String rupiah(long amount) {
        return amount + ".00";
    }

    private void nested(String text, String... names) throws XMLStreamException {
        for (int i = 0; i < names.length - 1; i++) {
            start(names[i]);
        }
        element(names[names.length - 1], text);
        for (int i = 0; i < names.length - 1; i++) {
            end();
        }
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
