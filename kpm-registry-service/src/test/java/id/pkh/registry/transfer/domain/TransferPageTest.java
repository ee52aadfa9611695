package id.pkh.registry.transfer.domain;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.registry.family.domain.ComponentSpan;
import id.pkh.registry.family.domain.ComponentType;
import id.pkh.registry.family.domain.Member;
import id.pkh.registry.family.domain.Person;
import id.pkh.registry.family.domain.Sex;
import id.pkh.registry.identity.domain.Sealed;
import id.pkh.registry.transfer.domain.TransferCodes.TransferReason;
import id.pkh.registry.transfer.domain.TransferCodes.TransferRejection;
import id.pkh.testsupport.RuleTable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables about transfers of {@code docs/rules/duplicates.md}. */
class TransferPageTest {

    private static final String PAGE = "duplicates.md";
    private static final String NONE = "–";
    private static final Pattern SPAN =
            Pattern.compile("(\\w+) ([0-9-]{10})\\.\\.([0-9-]{10})?(?: @(\\d{8}))?");

    static List<List<String>> days() {
        return RuleTable.rows(PAGE, "today", "first day", "verdict");
    }

    static List<List<String>> carried() {
        return RuleTable.rows(PAGE, "carried", "first day", "in the other family");
    }

    @ParameterizedTest
    @MethodSource("days")
    void theFirstDayIsThatOfAMonthOfThePresentQuarter(List<String> row) {
        assertThat(
                        TransferRule.faultOf(
                                        LocalDate.parse(row.get(1)), LocalDate.parse(row.get(0)))
                                .orElse(NONE))
                .isEqualTo(row.get(2));
    }

    @ParameterizedTest
    @MethodSource("carried")
    void whatAChildCarriesGoesOnFromThatDay(List<String> row) {
        Sealed sealed = new Sealed(new byte[0], "token");
        Person child =
                new Person(
                        sealed,
                        sealed,
                        LocalDate.parse("2016-05-10"),
                        Sex.MALE,
                        span(row.get(0)),
                        null,
                        null);
        Member member = Member.joining(new UUID(0, 1), child);
        assertThat(TransferRule.carriedFrom(member, LocalDate.parse(row.get(1))))
                .isEqualTo(span(row.get(2)));
    }

    private static ComponentSpan span(String text) {
        if (text.equals(NONE)) {
            return null;
        }
        Matcher read = SPAN.matcher(text);
        assertThat(read.matches()).as(text).isTrue();
        return new ComponentSpan(
                ComponentType.valueOf(read.group(1)),
                LocalDate.parse(read.group(2)),
                read.group(3) == null ? null : LocalDate.parse(read.group(3)),
                read.group(4));
    }

    @Test
    void theCodesAreThoseOfThePage() {
        assertThat(RuleTable.rows(PAGE, "reason", "when it is used"))
                .extracting(row -> row.get(0))
                .containsExactlyElementsOf(
                        List.of(TransferReason.values()).stream().map(Enum::name).toList());
        String rejections =
                RuleTable.rows(PAGE, "from", "to", "who").stream()
                        .filter(row -> row.get(1).equals("REJECTED"))
                        .map(row -> row.get(2))
                        .findFirst()
                        .orElseThrow();
        for (TransferRejection rejection : TransferRejection.values()) {
            assertThat(rejections).contains(rejection.name());
        }
    }
}
