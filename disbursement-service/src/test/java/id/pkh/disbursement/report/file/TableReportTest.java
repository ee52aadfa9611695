package id.pkh.disbursement.report.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pkh.disbursement.profile.domain.ListedStatus;
import id.pkh.disbursement.profile.domain.ProfileContent;
import id.pkh.disbursement.profile.domain.ProfileContent.StatusWord;
import id.pkh.disbursement.profile.domain.ProfileField;
import id.pkh.disbursement.report.domain.BankStatus;
import id.pkh.disbursement.report.domain.Booking;
import id.pkh.disbursement.report.domain.Booking.Meaning;
import id.pkh.disbursement.report.domain.ReportTotals.Fault;
import id.pkh.disbursement.report.file.ReportParts.Block;
import id.pkh.disbursement.report.file.ReportParts.Group;
import id.pkh.disbursement.report.file.ReportParts.Listener;
import id.pkh.disbursement.report.file.ReportParts.ParsedLine;
import id.pkh.disbursement.support.SampleProfile;
import id.pkh.platform.web.Refused;
import id.pkh.testsupport.RuleTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TableReportTest {

    private static final UUID PROFILE = new UUID(1, 1);
    private static final String PAYMENT = "01983f2a6c107b3e9d517d1f3a5c8e01";
    private static final String ACCOUNT_OF_PROGRAMME = "99";

    @TempDir Path folder;

    private final List<Group> groups = new ArrayList<>();
    private final List<ParsedLine> lines = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    static List<List<String>> words() {
        return RuleTable.rows(SampleProfile.PAGE, "meaning", "is judged as");
    }

    private void read(ProfileContent content, List<List<String>> rows)
            throws UnreadableReport, IOException {
        Path file = Files.write(folder.resolve("file"), SampleProfile.csv(rows));
        TableReport.read(
                file,
                "ab".repeat(32),
                PROFILE,
                content,
                new Listener() {
                    @Override
                    public void group(Group group) {
                        groups.add(group);
                    }

                    @Override
                    public void line(ParsedLine line) {
                        lines.add(line);
                    }

                    @Override
                    public void block(Block block) {}

                    @Override
                    public void fault(Fault fault) {
                        faults.add(fault);
                    }
                });
    }

    private static List<String> line(String status, String reason) {
        return SampleProfile.line(PAYMENT, "225.000", status, reason, "R1");
    }

    @ParameterizedTest
    @MethodSource("words")
    void aWordIsJudgedAsThePageStates(List<String> row) throws Exception {
        ListedStatus status = ListedStatus.valueOf(row.get(0));
        ProfileContent sample = SampleProfile.csv();
        read(
                new ProfileContent(
                        sample.format(),
                        sample.encoding(),
                        sample.separator(),
                        sample.quote(),
                        sample.headerRows(),
                        sample.columns(),
                        sample.numberForm(),
                        sample.dateForm(),
                        List.of(new StatusWord("kata", status)),
                        sample.reasons(),
                        null,
                        sample.leftOut()),
                SampleProfile.rows(line("KATA", "")));

        ParsedLine line = lines.get(0);
        String[] expected = row.get(1).split(" ");
        assertThat(line.status()).isEqualTo(expected[1]);
        assertThat(line.booking() != null).isEqualTo(expected[0].equals("booking"));
        if (line.booking() == null) {
            assertThat(
                            BankStatus.trigger(line.status()).isPresent()
                                    || BankStatus.isWaiting(line.status()))
                    .isTrue();
        } else {
            assertThat(line.booking().meaning(ACCOUNT_OF_PROGRAMME, SampleProfile.ACCOUNT))
                    .isEqualTo(Meaning.valueOf(expected[1]));
        }
    }

    @Test
    void everyMeaningIsOnThePage() {
        assertThat(words())
                .extracting(row -> ListedStatus.valueOf(row.get(0)))
                .containsExactlyInAnyOrder(ListedStatus.values());
    }

    @Test
    void theFileIsNamedByItsBytesAndItsProfile() throws Exception {
        read(
                SampleProfile.csv(),
                SampleProfile.rows(line("BERHASIL", ""), SampleProfile.totals(1, "225.000")));

        assertThat(groups.get(0).messageId()).isEqualTo("LIST-" + "ab".repeat(8));
        assertThat(groups.get(0).namespace()).isEqualTo("urn:pkh:bank-profile:" + PROFILE);
        assertThat(groups.get(0).originalMessageId()).isNull();
        assertThat(faults).isEmpty();
    }

    @Test
    void aReasonHasItsCodeAndTheBanksWordsWithoutNumbers() throws Exception {
        read(
                SampleProfile.csv(),
                SampleProfile.rows(
                        line("GAGAL", "Rekening Tutup"),
                        line("GAGAL", "NIK 1771080101900001 salah"),
                        SampleProfile.totals(2, "450.000")));

        assertThat(lines.get(0).reason()).isEqualTo("AC04");
        assertThat(lines.get(0).reasonText()).isEqualTo("Rekening Tutup");
        assertThat(lines.get(1).reason()).doesNotContain("1771");
        assertThat(lines.get(1).reasonText()).doesNotContain("1771");
    }

    @Test
    void anUnknownWordIsNotKeptAndHasNoStatusEvenIfItIsOneOfIso() throws Exception {
        read(
                SampleProfile.csv(),
                SampleProfile.rows(line("ACCC", ""), SampleProfile.totals(1, "225.000")));

        assertThat(lines.get(0).status()).isNull();
        assertThat(lines.get(0).reasonText()).isNull();
    }

    @Test
    void withoutAColumnOfAccountsTheBookingIsOnThatOfThePayee() throws Exception {
        ProfileContent sample = SampleProfile.csv();
        read(
                new ProfileContent(
                        sample.format(),
                        sample.encoding(),
                        sample.separator(),
                        sample.quote(),
                        sample.headerRows(),
                        sample.columns().stream()
                                .filter(one -> one.field() != ProfileField.ACCOUNT)
                                .toList(),
                        sample.numberForm(),
                        sample.dateForm(),
                        sample.words(),
                        sample.reasons(),
                        null,
                        sample.leftOut()),
                SampleProfile.rows(line("BERHASIL", "")));

        Booking booking = lines.get(0).booking();
        assertThat(booking.meaning(ACCOUNT_OF_PROGRAMME, "12345")).isEqualTo(Meaning.CREDIT);
    }

    @Test
    void totalsThatLieAreAFault() throws Exception {
        read(
                SampleProfile.csv(),
                SampleProfile.rows(line("BERHASIL", ""), SampleProfile.totals(2, "225.000")));
        read(
                SampleProfile.csv(),
                SampleProfile.rows(line("BERHASIL", ""), SampleProfile.totals(1, "225.001")));

        assertThat(faults)
                .extracting(Fault::code)
                .containsExactly("COUNT_NOT_OF_ENTRIES", "SUM_NOT_OF_ENTRIES");
    }

    @Test
    void aFileWithoutItsTotalsIsCut() {
        assertThatThrownBy(
                        () -> read(SampleProfile.csv(), SampleProfile.rows(line("BERHASIL", ""))))
                .isInstanceOfSatisfying(
                        UnreadableReport.class, cut -> assertThat(cut.isCut()).isTrue());
    }

    @Test
    void anUnreadableCellRefusesTheFileAndNamesThePlace() {
        assertThatThrownBy(
                        () ->
                                read(
                                        SampleProfile.csv(),
                                        SampleProfile.rows(
                                                line("BERHASIL", ""),
                                                SampleProfile.line(
                                                        PAYMENT, "225,000", "BERHASIL", "", ""))))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> {
                            assertThat(refused.code()).isEqualTo("REPORT_CELL_UNREADABLE");
                            assertThat(refused.details())
                                    .containsEntry("line", 4)
                                    .containsEntry("column", "4 Nominal")
                                    .containsEntry("expected", "1.000.000,00");
                        });
    }
}
