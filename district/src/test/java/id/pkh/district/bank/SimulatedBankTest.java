package id.pkh.district.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatedBankTest {

    private static final long SEED = 2026;

    @TempDir Path folder;

    private Path file(int transactions) throws Exception {
        StringBuilder text = new StringBuilder();
        text.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Document xmlns=\"")
                .append(InstructionFile.NAMESPACE)
                .append("\"><CstmrCdtTrfInitn><GrpHdr><MsgId>PKH-2026T2-BRI-001</MsgId>")
                .append("<CreDtTm>2026-04-10T09:00:00+07:00</CreDtTm><NbOfTxs>")
                .append(transactions)
                .append("</NbOfTxs><CtrlSum>")
                .append(transactions * 225_000L)
                .append(".00</CtrlSum></GrpHdr><PmtInf><PmtInfId>PKH-2026T2-BRI-001</PmtInfId>");
        for (int i = 1; i <= transactions; i++) {
            text.append(
                    "<CdtTrfTxInf><PmtId><InstrId>a%031d</InstrId><EndToEndId>b%031d</EndToEndId></PmtId><Amt><InstdAmt Ccy=\"IDR\">225000.00</InstdAmt></Amt><Cdtr><Nm>SITI &amp; ANI</Nm></Cdtr></CdtTrfTxInf>"
                            .formatted(i, i));
        }
        text.append("</PmtInf></CstmrCdtTrfInitn></Document>");
        Path file = folder.resolve("file-" + transactions + ".xml");
        Files.writeString(file, text);
        return file;
    }

    private static byte[] answered(SimulatedBank bank, Path file) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        bank.answer(file, out);
        return out.toByteArray();
    }

    private static int count(byte[] answer, String regex) {
        return (int)
                Pattern.compile(regex)
                        .matcher(new String(answer, StandardCharsets.UTF_8))
                        .results()
                        .count();
    }

    @Test
    void creditsMostRefusesSomeRepeatsOneAndInventsOne() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BankAnswer answer = SimulatedBank.of(SEED).answer(file(1_000), out);
        byte[] bytes = out.toByteArray();

        assertThat(answer.transactions()).isEqualTo(1_000);
        assertThat(answer.rejected().size()).isBetween(20, 90);
        assertThat(answer.credited()).isEqualTo(1_000 - answer.rejected().size());
        assertThat(count(bytes, "<TxInfAndSts>")).isEqualTo(1_002);
        assertThat(count(bytes, "RJCT")).isEqualTo(answer.rejected().size());
        assertThat(count(bytes, answer.repeated())).isEqualTo(2);
        assertThat(answer.invented()).hasSize(32);
        assertThat(count(bytes, "<OrgnlEndToEndId>" + answer.invented())).isEqualTo(1);
        assertThat(count(bytes, "<OrgnlNbOfTxs>1000</OrgnlNbOfTxs>")).isEqualTo(1);
        assertThat(new String(bytes, StandardCharsets.UTF_8)).doesNotContain("SITI");
    }

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherOneOthers() throws Exception {
        Path file = file(300);
        assertThat(answered(SimulatedBank.of(SEED), file))
                .isEqualTo(answered(SimulatedBank.of(SEED), file));
        assertThat(answered(SimulatedBank.of(SEED), file))
                .isNotEqualTo(answered(SimulatedBank.of(SEED + 1), file));
    }

    @Test
    void whetherAPaymentIsRefusedDependsOnItsReferenceAlone() throws Exception {
        BankAnswer few = SimulatedBank.of(SEED).answer(file(200), OutputStream.nullOutputStream());
        BankAnswer more = SimulatedBank.of(SEED).answer(file(400), OutputStream.nullOutputStream());

        assertThat(more.rejected()).containsAllEntriesOf(few.rejected());
    }

    @Test
    void aFaultlessBankAnswersEachTransactionOnce() throws Exception {
        byte[] answer = answered(SimulatedBank.faultless(SEED), file(50));
        assertThat(count(answer, "<TxInfAndSts>")).isEqualTo(50);
    }

    @Test
    void theSchemaAcceptsTheAnswer() throws Exception {
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(getClass().getResource("/pain.002.001.10.xsd"))
                .newValidator()
                .validate(
                        new StreamSource(
                                new ByteArrayInputStream(
                                        answered(SimulatedBank.of(SEED), file(20)))));
    }

    @Test
    void anotherFileIsNotAnswered() throws Exception {
        Path other = folder.resolve("other.xml");
        Files.writeString(other, "<Document xmlns=\"urn:other\"/>");
        assertThatThrownBy(
                        () -> SimulatedBank.of(SEED).answer(other, OutputStream.nullOutputStream()))
                .isInstanceOf(XMLStreamException.class);
        Files.writeString(
                other,
                "<!DOCTYPE Document><Document xmlns=\"" + InstructionFile.NAMESPACE + "\"/>");
        assertThatThrownBy(
                        () -> SimulatedBank.of(SEED).answer(other, OutputStream.nullOutputStream()))
                .isInstanceOf(XMLStreamException.class);
    }

    @Test
    void aBankCanRefuseOneAmount() throws Exception {
        Path file = file(3);

        byte[] refused = answered(SimulatedBank.refusing(225_000, "AC04"), file);
        assertThat(count(refused, "<TxSts>RJCT</TxSts>.*?<Cd>AC04</Cd>")).isEqualTo(3);
        byte[] credited = answered(SimulatedBank.refusing(225_001, "AC04"), file);
        assertThat(count(credited, "<TxSts>ACCC</TxSts>")).isEqualTo(3);
    }
}
