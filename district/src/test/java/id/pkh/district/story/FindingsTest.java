package id.pkh.district.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FindingsTest {

    @Test
    void saysWhatWasExpectedAndWhatWasFound() {
        Findings findings = new Findings();
        findings.equal("payments", 3, 3);
        findings.equal("warnings", 3, 4);
        findings.isTrue("something is wrong", false);
        assertThat(findings.lines())
                .containsExactly("warnings: expected 3, found 4", "something is wrong");
    }

    @Test
    void cutsALongListAndSaysSo() {
        Findings findings = new Findings();
        for (int i = 0; i < 1_000; i++) {
            findings.add("line " + i);
        }
        assertThat(findings.count()).isEqualTo(1_000);
        assertThat(findings.lines()).hasSize(301).last().isEqualTo("… and 700 more");
    }
}
