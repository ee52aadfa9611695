package id.pkh.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The limit of a bank's answer: the platform's parser goes through the file and nobody keeps
 * anything of it. Argument: the file. It answers any order with the number of lines and the seconds
 * it took.
 */
public final class AnswerParseWorker {

    private static final String LIMITS = "http://www.oracle.com/xml/jaxp/properties/";

    private AnswerParseWorker() {}

    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[0]);
        Orders.serve(order -> parse(file));
    }

    static double[] parse(Path file) throws IOException, XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(LIMITS + "totalEntitySizeLimit", "0");
        factory.setProperty(LIMITS + "maxGeneralEntitySizeLimit", "0");
        long start = System.nanoTime();
        long lines = 0;
        long characters = 0;
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT ->
                            lines += "TxInfAndSts".equals(xml.getLocalName()) ? 1 : 0;
                    case XMLStreamConstants.CHARACTERS -> characters += xml.getTextLength();
                    default -> {
                        // nothing to count
                    }
                }
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new double[] {lines, seconds, characters};
    }
}
