package id.pkh.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FreeTextRuleTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12345678",
                "NIK 1771080101900001 sudah dicek",
                "1771 0801 0190 0001",
                "1771.0801.0190.0001",
                "1771-0801-0190-0001",
                "1771 - 0801 - 0190 - 0001",
                "1771_0801_0190_0001",
                "1771–0801—0190‑0001",
                "1 7 7 1 0 8 0 1",
                "1,771,080,101",
                "１７７１０８０１０１９００００１",
                "١٧٧١٠٨٠١٠١٩٠٠٠٠١",
                "१७७१०८०१०१९००००१",
                "①⑦⑦①⓪⑧⓪①",
                "¹⁷⁷¹⁰⁸⁰¹",
                "1771\u200b0801\u200b0190\u200b0001",
                "1\u20e37\u20e37\u20e31\u20e30\u20e38\u20e30\u20e31\u20e3",
                "1771\u00a00801\u202f0190\u30000001",
                "1771\n0801\n0190\n0001",
                "1771·0801·0190·0001",
                "hubungi 0812-3456-7890",
                "17.71.08.1001.0190.0001",
                "kartu 17.71.08.1001 900001",
                "17-71-08-01-01-90-00-01",
                "27-01-2026-0001",
                "No. 1771 0801 0190 0001",
                "1771/0801/0190/0001",
                "1771:0801:0190:0001",
                "(1771) (0801) (0190) (0001)",
                "17, 71, 08, 01, 01, 90, 00, 01",
                "RT 177 1080 1019 00001"
            })
    void aLongNumberIsRefusedHoweverItIsWritten(String text) {
        assertThat(FreeTextRule.faultOf(text)).contains("TEXT_HAS_LONG_NUMBER");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1234567",
                "RT 001 RW 002 No. 12",
                "Jl. Contoh No. 12 RT 003 RW 001 38119",
                "Jl. Contoh no 7 38119",
                "sakit 3 hari, surat nomor 12/PKM/2026",
                "12-03-2026",
                "12-03-2026 sampai 14-03-2026",
                "12-03-2026 - 14-03-2026",
                "2026-03-12",
                "12.03.2026 pukul 08.00 - 10.30",
                "tahun ajaran 2025-2026",
                "Keputusan 188.4/1234/2026",
                "desa 17.71.08.1001, kelompok 17.71.08.1001-02",
                "seen 01980a10-0000-7000-8000-000000000005",
                "kelas 1, 2, 3, 4, 5, 6, 7, 8",
                "baris pertama\r\nbaris\tkedua",
                "nama “Contoh” – 2 anak"
            })
    void whatIsStructuredOrShortIsAccepted(String text) {
        assertThat(FreeTextRule.faultOf(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a\u0000b", "a\u0007b", "a\u001b[31mb", "a\u0085b", "a\u202eb", "a\u2066b"})
    void aControlCharacterIsRefused(String text) {
        assertThat(FreeTextRule.faultOf(text)).contains("TEXT_HAS_CONTROL_CHARACTER");
    }

    @Test
    void theRefusalNamesTheFieldAndNotTheText() {
        assertThatThrownBy(() -> FreeTextRule.require("reason", "1771080101900001"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("reason")
                .hasMessageNotContaining("1771");
    }

    @Test
    void aLongTextIsCheckedQuickly() {
        String text = "1. ".repeat(5) + "a-1 ".repeat(50_000);
        assertThat(FreeTextRule.faultOf(text)).isEmpty();
    }
}
