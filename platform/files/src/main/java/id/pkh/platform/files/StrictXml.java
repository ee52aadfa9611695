package id.pkh.platform.files;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import javax.xml.stream.XMLInputFactory;
import org.codehaus.stax2.XMLInputFactory2;

/** The XML parser for files that others send, whatever other parsers are on the class path. */
public final class StrictXml {

    private StrictXml() {}

    /**
     * A factory whose readers give no contents of document types and fetch nothing. Callers refuse
     * a document type when the reader comes to it. Every fault is an {@link
     * javax.xml.stream.XMLStreamException}.
     */
    public static XMLInputFactory factory() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        // otherwise a fault in a text comes as an unchecked exception when the text is used
        factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        return factory;
    }
}
