package id.pkh.disbursement.support;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/** The published schemas of ISO 20022. */
public final class Xsd {

    private Xsd() {}

    /** Throws an exception with the position and the rule when the bytes are not valid. */
    public static void validate(String message, byte[] xml) throws SAXException, IOException {
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        Schema schema = factory.newSchema(Xsd.class.getResource("/" + message + ".xsd"));
        schema.newValidator().validate(new StreamSource(new ByteArrayInputStream(xml)));
    }
}
