package id.pkh.district.bank;

import static org.assertj.core.api.Assertions.assertThat;

import com.prowidesoftware.swift.model.mx.MxCamt05300108;
import com.prowidesoftware.swift.model.mx.MxCamt05400108;
import com.prowidesoftware.swift.model.mx.dic.AccountNotification17;
import com.prowidesoftware.swift.model.mx.dic.AccountStatement9;
import com.prowidesoftware.swift.model.mx.dic.CreditDebitCode;
import com.prowidesoftware.swift.model.mx.dic.ReportEntry10;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A reader of ISO 20022 that others have written reads what the played banks write, and finds in it
 * what is in their books.
 */
class SecondReaderTest {

    private static final LocalDate DAY = LocalDate.of(2026, 4, 20);
    private static final int DAYS = 12;
    private static final int PAYMENTS = 60;
    private static final long FUNDS = 200 * 225_000L;

    private final PlayedBank bank =
            new PlayedBank("BRI", BankKind.EVERY_LINE, true, Mischief.none(), 7);

    private List<String> documents(String message) {
        bank.fund(FUNDS);
        bank.receive(PlayedBankTest.file(BankKind.EVERY_LINE, PAYMENTS));
        List<String> texts = new ArrayList<>();
        for (int day = 0; day < DAYS; day++) {
            bank.nextDay(DAY.plusDays(day)).stream()
                    .map(one -> new String(one.bytes(), StandardCharsets.UTF_8))
                    .filter(text -> text.contains(message + ".001.08"))
                    .forEach(texts::add);
        }
        assertThat(texts).isNotEmpty();
        return texts;
    }

    private long paid() {
        return FUNDS - bank.books().balance();
    }

    private static long debits(List<ReportEntry10> entries) {
        return entries.stream()
                .filter(entry -> entry.getCdtDbtInd() == CreditDebitCode.DBIT)
                .map(entry -> entry.getAmt().getValue())
                .mapToLong(BigDecimal::longValueExact)
                .sum();
    }

    @Test
    void notificationsHaveTheBookingsOfTheBooks() {
        long debits = 0;
        for (String text : documents("camt.054")) {
            for (AccountNotification17 account :
                    MxCamt05400108.parse(text).getBkToCstmrDbtCdtNtfctn().getNtfctn()) {
                List<ReportEntry10> entries = account.getNtry();
                assertThat(account.getTxsSummry().getTtlNtries().getNbOfNtries())
                        .isEqualTo(Integer.toString(entries.size()));
                assertThat(entries)
                        .flatExtracting(ReportEntry10::getNtryDtls)
                        .flatExtracting("txDtls")
                        .extracting("refs.endToEndId", String.class)
                        .allMatch(reference -> reference.matches("[0-9a-f]{32}"));
                debits += debits(entries);
            }
        }
        assertThat(debits).isPositive().isEqualTo(paid());
    }

    @Test
    void statementsLeadFromTheFundsToTheBalanceOfTheBooks() {
        BigDecimal closing = null;
        for (String text : documents("camt.053")) {
            for (AccountStatement9 statement :
                    MxCamt05300108.parse(text).getBkToCstmrStmt().getStmt()) {
                assertThat(statement.getBal()).hasSize(2);
                closing = statement.getBal().get(1).getAmt().getValue();
                assertThat(closing.longValueExact())
                        .isEqualTo(
                                statement.getBal().get(0).getAmt().getValue().longValueExact()
                                        - debits(statement.getNtry())
                                        + credits(statement.getNtry()));
            }
        }
        assertThat(closing).isNotNull();
        assertThat(closing.longValueExact()).isEqualTo(bank.books().balance());
    }

    private static long credits(List<ReportEntry10> entries) {
        return entries.stream()
                .filter(entry -> entry.getCdtDbtInd() == CreditDebitCode.CRDT)
                .map(entry -> entry.getAmt().getValue())
                .mapToLong(BigDecimal::longValueExact)
                .sum();
    }
}
