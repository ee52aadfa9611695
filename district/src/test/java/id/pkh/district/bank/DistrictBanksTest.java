package id.pkh.district.bank;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.district.bank.BankBooks.Entry;
import id.pkh.district.bank.BankBooks.State;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The banks as the demo and the scenario of the quarter play them. */
class DistrictBanksTest {

    private static final LocalDate DAY = LocalDate.of(2026, 4, 20);
    private static final int ENDINGS = 100;

    private static List<BankDocument> played(PlayedBank bank) {
        List<BankDocument> all = new ArrayList<>();
        while (!bank.isDone()) {
            all.addAll(bank.nextDay(DAY));
        }
        return all;
    }

    private static String text(List<BankDocument> documents) {
        return documents.stream()
                .map(one -> one.name() + "\n" + new String(one.bytes(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("\n"));
    }

    private static PlayedBank opened(String code) {
        PlayedBank bank = DistrictBanks.open(code);
        bank.fund(ENDINGS * 225_000L);
        bank.receive(PlayedBankTest.file(DistrictBanks.KINDS.get(code), ENDINGS));
        return bank;
    }

    @ParameterizedTest
    @ValueSource(strings = {"BRI", "BNI", "MANDIRI", "BTN", "BSI"})
    void fiveOfAHundredAccountsAreRefusedAndTwoReturned(String code) {
        PlayedBank bank = opened(code);
        String told = text(played(bank));

        assertThat(bank.books().entries())
                .filteredOn(one -> one.state() == State.REFUSED)
                .extracting(Entry::reason)
                .containsExactly("AC01", "AC04", "AC06", "BE01", "MD07");
        assertThat(bank.books().entries())
                .filteredOn(one -> one.state() == State.RETURNED)
                .extracting(Entry::reason)
                .containsExactly("AC04", "AC06");
        assertThat(bank.books().entries())
                .filteredOn(one -> one.state() == State.CREDITED)
                .hasSize(93);
        assertThat(told).doesNotContain("ACCC");
    }

    @Test
    void everyEighthFamilyOfAListDoesNotCollect() {
        PlayedBank post = opened(DistrictBanks.POST);
        String told = text(played(post));

        assertThat(post.books().entries())
                .filteredOn(one -> one.state() == State.REFUSED)
                .extracting(Entry::line)
                .containsExactly(8, 16, 24, 32, 40, 48, 56, 64, 72, 80, 88, 96);
        assertThat(told.lines().filter(line -> line.contains("DIBAYAR"))).hasSize(88);
        assertThat(told.lines().filter(line -> line.contains("DIKEMBALIKAN KE NEGARA")))
                .hasSize(12);
    }

    @ParameterizedTest
    @CsvSource({
        "BRI, ACSC, camt054",
        "MANDIRI, ACSC, mt940",
        "BNI, ACSC, camt054",
        "BSI, ACSP, camt053",
        "BTN, DITERIMA, csv"
    })
    void acceptingIsOneDocumentAndTheCreditAnother(String code, String accepted, String credits) {
        List<BankDocument> documents = played(opened(code));

        assertThat(text(documents)).contains(accepted);
        assertThat(documents)
                .extracting(BankDocument::name)
                .anyMatch(name -> name.contains(credits));
    }

    @Test
    void onlyOneBankInventsLines() {
        List<String> inventing =
                DistrictBanks.KINDS.keySet().stream()
                        .filter(code -> text(played(opened(code))).contains("100000"))
                        .toList();

        assertThat(inventing).containsExactly("BRI");
    }
}
