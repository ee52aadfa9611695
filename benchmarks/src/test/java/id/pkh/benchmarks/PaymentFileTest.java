package id.pkh.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pkh.benchmarks.PaymentFile.Contents;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;

class PaymentFileTest {

    private static final int PAYMENTS = 120;

    @Test
    void theFileFromMemoryHoldsWhatItSays() throws XMLStreamException {
        Contents contents = PaymentFile.contents(new ByteArrayInputStream(file(PAYMENTS)));

        contents.require(PAYMENTS, MadePayments.sumIdr(PAYMENTS));
        assertThat(contents.transactions()).isEqualTo(PAYMENTS);
    }

    @Test
    void aFileWithAnotherSumOrAnotherCountIsNotTakenForRight() throws XMLStreamException {
        String text = new String(file(PAYMENTS), StandardCharsets.UTF_8);
        String sum = MadePayments.sumIdr(PAYMENTS) + ".00";
        for (String wrong :
                new String[] {
                    text.replace(sum, "1.00"),
                    text.replace("<NbOfTxs>120</NbOfTxs>", "<NbOfTxs>119</NbOfTxs>"),
                    text.replaceFirst("Ccy=\"IDR\">25000.00", "Ccy=\"IDR\">25001.00")
                }) {
            Contents contents =
                    PaymentFile.contents(
                            new ByteArrayInputStream(wrong.getBytes(StandardCharsets.UTF_8)));
            assertThatThrownBy(() -> contents.require(PAYMENTS, MadePayments.sumIdr(PAYMENTS)))
                    .isInstanceOf(CannotRun.class);
        }
    }

    @Test
    void filesOfOtherBytesAreNotTheSame() throws XMLStreamException, IOException {
        PaymentFile one = read(file(PAYMENTS));
        byte[] changed = file(PAYMENTS);
        changed[changed.length / 2] ^= 1;

        one.requireSameAs(read(file(PAYMENTS)));
        assertThatThrownBy(() -> one.requireSameAs(read(changed))).isInstanceOf(CannotRun.class);
        assertThatThrownBy(() -> one.requireSameAs(read(file(PAYMENTS - 1))))
                .isInstanceOf(CannotRun.class);
    }

    private static byte[] file(int payments) throws XMLStreamException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PaymentFileWorker.write(out, payments);
        return out.toByteArray();
    }

    private static PaymentFile read(byte[] bytes) throws IOException {
        return PaymentFile.read(new ByteArrayInputStream(bytes), System.nanoTime());
    }
}
