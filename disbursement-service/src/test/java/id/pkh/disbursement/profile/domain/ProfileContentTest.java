package id.pkh.disbursement.profile.domain;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.disbursement.profile.domain.ProfileContent.Column;
import id.pkh.disbursement.profile.domain.ProfileContent.ReasonWord;
import id.pkh.disbursement.profile.domain.ProfileContent.StatusWord;
import id.pkh.disbursement.profile.domain.ProfileContent.TotalsRow;
import id.pkh.disbursement.support.SampleProfile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProfileContentTest {

    private final ProfileContent whole = SampleProfile.csv();

    @Test
    void aWholeProfileHasNoFault() {
        assertThat(whole.fault()).isEmpty();
        assertThat(SampleProfile.xlsx().fault()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = ProfileField.class,
            names = {"END_TO_END_REF", "STATUS", "AMOUNT", "DATE"})
    void aLineNeedsItsColumns(ProfileField field) {
        assertThat(
                        with(whole.columns().stream().filter(one -> one.field() != field).toList())
                                .fault())
                .contains("columns " + field);
    }

    @Test
    void aColumnIsStatedOnceAndHasAPlace() {
        List<Column> twice = new ArrayList<>(whole.columns());
        twice.add(new Column(ProfileField.AMOUNT, null, 9));
        List<Column> nowhere = new ArrayList<>(whole.columns());
        nowhere.add(new Column(ProfileField.NAME, null, null));

        assertThat(with(twice).fault()).contains("columns AMOUNT");
        assertThat(with(nowhere).fault()).contains("columns NAME");
    }

    @Test
    void aNameNeedsAHeader() {
        assertThat(
                        new ProfileContent(
                                        whole.format(),
                                        whole.encoding(),
                                        whole.separator(),
                                        whole.quote(),
                                        0,
                                        whole.columns(),
                                        whole.numberForm(),
                                        whole.dateForm(),
                                        whole.words(),
                                        whole.reasons(),
                                        whole.totals(),
                                        whole.leftOut())
                                .fault())
                .contains("columns END_TO_END_REF");
    }

    @Test
    void onlyATextFileHasAnEncoding() {
        ProfileContent xlsx = SampleProfile.xlsx();

        assertThat(as(ProfileFormat.XLSX, whole).fault()).contains("encoding, separator, quote");
        assertThat(as(ProfileFormat.CSV, xlsx).fault()).contains("encoding, separator, quote");
    }

    @Test
    void aWordMeansOneThing() {
        List<StatusWord> words = new ArrayList<>(whole.words());
        words.add(new StatusWord(" berhasil ", ListedStatus.RETUR));

        assertThat(with(words, whole.reasons(), whole.totals()).fault()).contains("words");
        assertThat(
                        with(
                                        whole.words(),
                                        List.of(
                                                new ReasonWord("Tutup", "AC04"),
                                                new ReasonWord("TUTUP", "AC06")),
                                        whole.totals())
                                .fault())
                .contains("reasons");
    }

    @Test
    void totalsStateSomething() {
        assertThat(
                        with(
                                        whole.words(),
                                        whole.reasons(),
                                        new TotalsRow(whole.totals().row(), null, null))
                                .fault())
                .contains("totals");
    }

    @Test
    void wordsAreComparedWithoutCaseAndSpaces() {
        assertThat(whole.statusOf(" Berhasil")).contains(ListedStatus.SALUR);
        assertThat(whole.statusOf("DI  KEMBALIKAN")).contains(ListedStatus.RETUR);
        assertThat(whole.statusOf("berhasil sebagian")).isEmpty();
        assertThat(whole.reasonOf("rekening  tutup")).isEqualTo("AC04");
        assertThat(whole.reasonOf("lain")).isEqualTo("lain");
    }

    private ProfileContent with(List<Column> columns) {
        return new ProfileContent(
                whole.format(),
                whole.encoding(),
                whole.separator(),
                whole.quote(),
                whole.headerRows(),
                columns,
                whole.numberForm(),
                whole.dateForm(),
                whole.words(),
                whole.reasons(),
                whole.totals(),
                whole.leftOut());
    }

    private ProfileContent with(
            List<StatusWord> words, List<ReasonWord> reasons, TotalsRow totals) {
        return new ProfileContent(
                whole.format(),
                whole.encoding(),
                whole.separator(),
                whole.quote(),
                whole.headerRows(),
                whole.columns(),
                whole.numberForm(),
                whole.dateForm(),
                words,
                reasons,
                totals,
                whole.leftOut());
    }

    private static ProfileContent as(ProfileFormat format, ProfileContent other) {
        return new ProfileContent(
                format,
                other.encoding(),
                other.separator(),
                other.quote(),
                other.headerRows(),
                other.columns(),
                other.numberForm(),
                other.dateForm(),
                other.words(),
                other.reasons(),
                other.totals(),
                other.leftOut());
    }
}
