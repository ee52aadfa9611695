package id.pkh.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The limit of a file to a bank: the same bytes over the same kind of connection, written with the
 * platform's own writer from rows in memory. Argument: number of payments. It answers each order
 * with the port on which it serves the file.
 */
public final class PaymentFileWorker {

    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";
    private static final int BUFFER_BYTES = 8 * 1024;

    private final XMLStreamWriter xml;
    private final int payments;

    private PaymentFileWorker(OutputStream out, int payments) throws XMLStreamException {
        this.xml =
                XMLOutputFactory.newDefaultFactory()
                        .createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
        this.payments = payments;
    }

    public static void main(String[] arguments) throws Exception {
        int payments = Integer.parseInt(arguments[0]);
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> give(exchange, payments));
        server.start();
        Orders.serve(order -> new double[] {server.getAddress().getPort()});
        server.stop(0);
    }

    private static void give(HttpExchange exchange, int payments) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out =
                new BufferedOutputStream(exchange.getResponseBody(), BUFFER_BYTES)) {
            write(out, payments);
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    static void write(OutputStream out, int payments) throws XMLStreamException {
        new PaymentFileWorker(out, payments).write();
    }

    private void write() throws XMLStreamException {
        xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        xml.setDefaultNamespace(NAMESPACE);
        xml.writeStartElement(NAMESPACE, "Document");
        xml.writeDefaultNamespace(NAMESPACE);
        start("CstmrCdtTrfInitn", "GrpHdr");
        element("MsgId", MadePayments.MESSAGE_ID);
        element("CreDtTm", "2026-04-11T10:00:00+07:00");
        totals();
        nested(MadePayments.DEBTOR, "InitgPty", "Nm");
        end(1);
        start("PmtInf");
        element("PmtInfId", MadePayments.MESSAGE_ID);
        element("PmtMtd", "TRF");
        element("BtchBookg", "true");
        totals();
        nested("GOVT", "PmtTpInf", "CtgyPurp", "Cd");
        nested("2026-04-11", "ReqdExctnDt", "Dt");
        nested(MadePayments.DEBTOR, "Dbtr", "Nm");
        start("DbtrAcct");
        nested(MadePayments.FUNDING_ACCOUNT, "Id", "Othr", "Id");
        element("Ccy", "IDR");
        end(1);
        nested(MadePayments.BIC, "DbtrAgt", "FinInstnId", "BICFI");
        for (int number = 0; number < payments; number++) {
            transaction(number);
        }
        xml.writeEndDocument();
        xml.close();
    }

    private void transaction(int number) throws XMLStreamException {
        start("CdtTrfTxInf", "PmtId");
        element("InstrId", MadePayments.reference(MadePayments.instruction(number)));
        element("EndToEndId", MadePayments.reference(MadePayments.payment(number)));
        end(1);
        start("Amt", "InstdAmt");
        xml.writeAttribute("Ccy", "IDR");
        xml.writeCharacters(MadePayments.amountIdr(number) + ".00");
        end(2);
        nested(MadePayments.BIC, "CdtrAgt", "FinInstnId", "BICFI");
        nested(MadePayments.name(number), "Cdtr", "Nm");
        nested(MadePayments.account(number), "CdtrAcct", "Id", "Othr", "Id");
        nested("SSBE", "Purp", "Cd");
        nested(MadePayments.REMITTANCE, "RmtInf", "Ustrd");
        end(1);
    }

    private void totals() throws XMLStreamException {
        element("NbOfTxs", Integer.toString(payments));
        element("CtrlSum", MadePayments.sumIdr(payments) + ".00");
    }

    private void nested(String text, String... names) throws XMLStreamException {
        start(names);
        xml.writeCharacters(text);
        end(names.length);
    }

    private void element(String name, String text) throws XMLStreamException {
        nested(text, name);
    }

    private void start(String... names) throws XMLStreamException {
        for (String name : names) {
            xml.writeStartElement(NAMESPACE, name);
        }
    }

    private void end(int elements) throws XMLStreamException {
        for (int i = 0; i < elements; i++) {
            xml.writeEndElement();
        }
    }
}
