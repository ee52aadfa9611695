package id.pkh.registry.complementary;

import id.pkh.platform.web.area.AreaNames;
import id.pkh.registry.complementary.ComplementaryViews.AdvocacyView;
import java.util.Arrays;
import java.util.List;

/** The columns of the list of advocacies as a file, named as its fields. */
final class AdvocacyColumns {

    static final List<String> HEADER =
            List.of(
                    "advocacy_id",
                    "kpm_id",
                    "village_code",
                    "village_name",
                    "programme",
                    "member_id",
                    "gap",
                    "since",
                    "state",
                    "period",
                    "refusal",
                    "listed_by",
                    "listed_at");

    private AdvocacyColumns() {}

    static List<?> cells(AdvocacyView advocacy, AreaNames areas) {
        return Arrays.asList(
                advocacy.advocacyId(),
                advocacy.kpmId(),
                advocacy.villageCode(),
                areas.of(advocacy.villageCode()).orElse(""),
                advocacy.programme(),
                advocacy.memberId(),
                advocacy.gap(),
                advocacy.since(),
                advocacy.state(),
                advocacy.period(),
                advocacy.refusal(),
                advocacy.listedBy(),
                advocacy.listedAt());
    }
}
