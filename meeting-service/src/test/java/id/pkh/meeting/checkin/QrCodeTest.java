package id.pkh.meeting.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.qrcode.decoder.Decoder;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What is drawn can be read again. */
class QrCodeTest {

    private static final String CODE = "8F4K2M7Q9X3VABCD";

    @Test
    void theSquaresSayTheCode() throws Exception {
        assertThat(new Decoder().decode(QrCode.squares(CODE)).getText()).isEqualTo(CODE);
    }

    @Test
    void aWornCardCanStillBeRead() throws Exception {
        boolean[][] worn = QrCode.squares(CODE);
        for (int i = 9; i < 12; i++) {
            worn[worn.length - 4][worn.length - i] ^= true;
        }
        assertThat(new Decoder().decode(worn).getText()).isEqualTo(CODE);
    }

    @Test
    void thePictureIsWellFormedAndHasAQuietBorder() throws Exception {
        Document svg =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(
                                new ByteArrayInputStream(
                                        QrCode.svg(CODE).getBytes(StandardCharsets.UTF_8)));
        int side = QrCode.squares(CODE).length + 8;
        assertThat(svg.getDocumentElement().getAttribute("viewBox"))
                .isEqualTo("0 0 " + side + " " + side);
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isEqualTo(CODE);
        assertThat(((Element) svg.getElementsByTagName("path").item(0)).getAttribute("d"))
                .startsWith("M4 4h1v1h-1z")
                .doesNotContain("M3 ");
    }
}
