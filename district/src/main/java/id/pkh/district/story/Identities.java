package id.pkh.district.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Maps identifiers to NIKs: the registry shows a data administrator the NIK of a member, and logs
 * the access. NIKs stay in this class; all output uses identifiers.
 */
final class Identities {

    private static final String REVEAL =
            "reveal=identifiers&purpose=" + Api.encoded("comparison of the story with its files");

    private final Map<String, String> kpmOfCaretaker = new LinkedHashMap<>();
    private final Map<String, String> caretakerOfKpm = new HashMap<>();
    private final Map<String, String> villageOfKpm = new HashMap<>();
    private final Map<String, String> statusOfKpm = new HashMap<>();
    private final Api registry;
    private final Cast cast;

    Identities(Api registry, Cast cast) {
        this.registry = registry;
        this.cast = cast;
        registry.each("/kpm?" + REVEAL, cast.administrator(), this::family);
    }

    private void family(JsonNode family) {
        String kpm = family.path("kpm_id").asText();
        String nik = family.path("caretaker").path("nik").asText();
        kpmOfCaretaker.put(nik, kpm);
        caretakerOfKpm.put(kpm, nik);
        villageOfKpm.put(kpm, family.path("village_code").asText());
        statusOfKpm.put(kpm, family.path("status").asText());
    }

    int families() {
        return kpmOfCaretaker.size();
    }

    String kpmOf(String caretakerNik) {
        return kpmOfCaretaker.get(caretakerNik);
    }

    String caretakerOf(String kpm) {
        return caretakerOfKpm.get(kpm);
    }

    /** A family outside these villages; null when there is none. */
    String firstOutside(List<String> villages) {
        return villageOfKpm.entrySet().stream()
                .filter(family -> !villages.contains(family.getValue()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    String statusOf(String kpm) {
        return statusOfKpm.get(kpm);
    }

    /** NIK by member of one family. */
    Map<String, String> membersOf(String kpm) {
        Map<String, String> niks = new HashMap<>();
        registry.each(
                "/kpm/" + kpm + "/members?" + REVEAL,
                cast.administrator(),
                member -> niks.put(member.path("member_id").asText(), member.path("nik").asText()));
        return niks;
    }
}
