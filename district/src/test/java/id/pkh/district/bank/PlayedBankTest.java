package id.pkh.district.bank;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.district.bank.BankBooks.Entry;
import id.pkh.district.bank.BankBooks.State;
import id.pkh.district.bank.BankDocument.Signature;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlayedBankTest {

    private static final LocalDate DAY = LocalDate.of(2026, 4, 20);
    private static final int DAYS = 12;

    private static PlayedBank bank(BankKind kind, Mischief mischief, long seed) {
        PlayedBank bank = new PlayedBank("BRI", kind, true, mischief, seed);
        bank.fund(200 * 225_000L);
        return bank;
    }

    static byte[] file(BankKind kind, int transactions) {
        StringBuilder text = new StringBuilder();
        if (kind == BankKind.POST_OFFICE) {
            text.append("\uFEFFNo;Referensi;Desa;Nama;Jumlah\r\n");
            for (int i = 1; i <= transactions; i++) {
                text.append("%d;a%031d;17.71.08.1001;\"SITI; ANI\";225000\r\n".formatted(i, i));
            }
            text.append("JUMLAH;PKH-2026T2-POS-001;;%d;1\r\n".formatted(transactions));
        } else {
            text.append("<Document xmlns=\"")
                    .append(InstructionFile.NAMESPACE)
                    .append("\"><CstmrCdtTrfInitn><GrpHdr><MsgId>PKH-2026T2-BRI-001</MsgId>")
                    .append("</GrpHdr><PmtInf><PmtInfId>PKH-2026T2-BRI-001</PmtInfId>")
                    .append("<DbtrAcct><Id><Othr><Id>0017</Id></Othr></Id></DbtrAcct>");
            for (int i = 1; i <= transactions; i++) {
                text.append(
                        "<CdtTrfTxInf><PmtId><InstrId>a%031d</InstrId><EndToEndId>b%031d</EndToEndId></PmtId><Amt><InstdAmt Ccy=\"IDR\">225000.00</InstdAmt></Amt><CdtrAcct><Id><Othr><Id>%015d</Id></Othr></Id></CdtrAcct></CdtTrfTxInf>"
                                .formatted(i, i, i));
            }
            text.append("</PmtInf></CstmrCdtTrfInitn></Document>");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<BankDocument> days(PlayedBank bank) {
        List<BankDocument> all = new ArrayList<>();
        for (int day = 0; day < DAYS; day++) {
            all.addAll(bank.nextDay(DAY.plusDays(day)));
        }
        return all;
    }

    private static String text(List<BankDocument> documents) {
        return documents.stream()
                .map(one -> one + "\n" + new String(one.bytes(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @EnumSource(BankKind.class)
    void aBankThatDoesWhatWasAgreedTellsTheEndOfEachPayment(BankKind kind) {
        PlayedBank bank = bank(kind, Mischief.none(), 7);
        List<Entry> entries = bank.receive(file(kind, 60));
        List<BankDocument> documents = days(bank);

        assertThat(bank.isDone()).isTrue();
        assertThat(documents).isNotEmpty().allMatch(BankDocument::whole);
        assertThat(documents).noneMatch(BankDocument::asked);
        assertThat(entries)
                .extracting(Entry::state)
                .containsOnly(State.CREDITED, State.REFUSED)
                .contains(State.CREDITED, State.REFUSED);
        String told = text(documents);
        for (Entry one : entries) {
            String reference =
                    kind == BankKind.POST_OFFICE || kind == BankKind.BLOCK_STATUS
                            ? one.order().instructionId()
                            : one.order().endToEndId();
            assertThat(told).contains(reference);
        }
        assertThat(told).doesNotContain("SITI");
        long paid = entries.stream().mapToLong(one -> one.paid() * one.order().rupiah()).sum();
        assertThat(bank.books().balance()).isEqualTo(200 * 225_000L - paid);
    }

    @ParameterizedTest
    @EnumSource(BankKind.class)
    void theSameSeedGivesTheSameDocumentsAndAnotherOneOthers(BankKind kind) {
        List<String> written = new ArrayList<>();
        for (long seed : new long[] {3, 3, 4}) {
            PlayedBank bank = bank(kind, everything(100), seed);
            bank.receive(file(kind, 40));
            written.add(text(days(bank)));
        }
        assertThat(written.get(0)).isEqualTo(written.get(1)).isNotEqualTo(written.get(2));
    }

    private static Mischief everything(int permille) {
        Mischief all = Mischief.none();
        for (Misbehaviour one : Misbehaviour.values()) {
            all = all.with(one, permille);
        }
        return all;
    }

    @ParameterizedTest
    @EnumSource(Misbehaviour.class)
    void eachMisbehaviourHasASwitchOfItsOwn(Misbehaviour misbehaviour) {
        Mischief mischief = Mischief.none().with(misbehaviour, 1_000);
        // what follows another misbehaviour needs it
        if (misbehaviour == Misbehaviour.CREDITS_AFTER_RETURN) {
            mischief = mischief.with(Misbehaviour.RETURNS_AFTER_CREDIT, 1_000);
        }
        PlayedBank bank = bank(BankKind.EVERY_LINE, mischief, 7);
        bank.receive(file(BankKind.EVERY_LINE, 60));
        days(bank);

        assertThat(mischief.seen()).contains(misbehaviour);
        assertThat(mischief.seen()).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void whatIsDamagedOrNotSignedComesAgainAsItShouldBe() {
        for (Misbehaviour one :
                List.of(
                        Misbehaviour.CUT,
                        Misbehaviour.WRONG_TOTALS,
                        Misbehaviour.NOT_SIGNED,
                        Misbehaviour.SIGNED_BY_OTHER)) {
            PlayedBank bank = bank(BankKind.EVERY_LINE, Mischief.none().with(one, 1_000), 7);
            bank.receive(file(BankKind.EVERY_LINE, 10));
            List<BankDocument> documents = days(bank);

            assertThat(documents)
                    .filteredOn(document -> isRight(document))
                    .hasSameSizeAs(
                            documents.stream().filter(document -> !isRight(document)).toList());
        }
    }

    private static boolean isRight(BankDocument document) {
        return document.whole() && document.signature() == Signature.OWN;
    }

    @Test
    void theBooksKnowWhatTheDocumentsHide() {
        PlayedBank bank = bank(BankKind.TABLE, Mischief.none().with(Misbehaviour.NEVER, 1_000), 7);
        List<Entry> entries = bank.receive(file(BankKind.TABLE, 10));

        assertThat(days(bank)).isEmpty();
        assertThat(entries).anyMatch(one -> one.paid() == 1);
        Set<String> all =
                entries.stream()
                        .map(one -> one.order().instructionId())
                        .collect(Collectors.toSet());
        List<BankDocument> asked = bank.handedOut(all, DAY);
        assertThat(asked).hasSize(1).allMatch(BankDocument::asked);
        assertThat(text(asked).lines().filter(line -> line.contains("BERHASIL")))
                .hasSize((int) entries.stream().filter(one -> one.paid() == 1).count());
    }

    @Test
    void anAnswerToAQuestionIsFinal() {
        PlayedBank bank = bank(BankKind.EVERY_LINE, Mischief.none(), 7);
        List<Entry> entries = bank.receive(file(BankKind.EVERY_LINE, 60));
        List<Boolean> said =
                entries.stream()
                        .map(one -> bank.paidWhenAsked(one.order().instructionId()))
                        .toList();

        days(bank);
        assertThat(entries.stream().map(one -> one.paid() == 1).toList()).isEqualTo(said);
        assertThat(said).contains(true, false);
    }

    @ParameterizedTest
    @EnumSource(names = {"EVERY_LINE", "REFUSALS_ONLY", "BLOCK_STATUS", "STATEMENTS"})
    void theSchemaAcceptsEachStatusReport(BankKind kind) throws Exception {
        PlayedBank bank = bank(kind, Mischief.none(), 7);
        bank.receive(file(kind, 60));
        var schema =
                SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                        .newSchema(getClass().getResource("/pain.002.001.10.xsd"));
        List<BankDocument> reports =
                days(bank).stream().filter(one -> one.name().contains("pain002")).toList();

        assertThat(reports).isNotEmpty();
        for (BankDocument report : reports) {
            schema.newValidator()
                    .validate(new StreamSource(new ByteArrayInputStream(report.bytes())));
        }
    }

    @Test
    void theSamplesHaveEachWordOfTheirProfiles() {
        for (String word : List.of("BERHASIL", "DIKEMBALIKAN", "GAGAL", "DITERIMA")) {
            assertThat(BankTable.PROFILE_OF_BANK).contains(word);
            assertThat(new String(BankTable.sampleOfBank(), StandardCharsets.UTF_8)).contains(word);
        }
        assertThat(new String(BankTable.sampleOfPost(), StandardCharsets.UTF_8).lines())
                .hasSize(5)
                .allMatch(line -> Arrays.asList(line.split(";")).size() > 1);
    }
}
