package id.pkh.district.story;

import id.pkh.client.PkhClient;
import id.pkh.client.registry.FamiliesApi;
import id.pkh.client.registry.model.Kpm;
import id.pkh.client.registry.model.KpmPage;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Maps identifiers to NIKs: the registry shows a data administrator the NIK of a member, and logs
 * the access. NIKs stay in this class; all output uses identifiers.
 */
public final class Identities {

    private static final String REVEAL = "identifiers";
    private static final String PURPOSE = "comparison of the story with its files";

    private final Map<String, String> kpmOfCaretaker = new LinkedHashMap<>();
    private final Map<String, String> caretakerOfKpm = new HashMap<>();
    private final Map<String, String> villageOfKpm = new HashMap<>();
    private final Map<String, String> statusOfKpm = new HashMap<>();
    private final PkhClient registry;

    /**
     * @param registry the connection of every person
     */
    public Identities(PkhClient registry, Cast cast) {
        this.registry = registry.as(cast::administrator);
        this.registry.each(
                FamiliesApi::new,
                (families, after) ->
                        families.listFamilies(after, null, Stage.PAGE, PURPOSE, REVEAL, null, null),
                KpmPage::getItems,
                KpmPage::getNext,
                this::family);
    }

    private void family(Kpm family) {
        String kpm = family.getKpmId().toString();
        String nik = family.getCaretaker().getNik();
        kpmOfCaretaker.put(nik, kpm);
        caretakerOfKpm.put(kpm, nik);
        villageOfKpm.put(kpm, family.getVillageCode());
        statusOfKpm.put(kpm, family.getStatus().toString());
    }

    int families() {
        return kpmOfCaretaker.size();
    }

    public String kpmOf(String caretakerNik) {
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

    String villageOf(String kpm) {
        return villageOfKpm.get(kpm);
    }

    String statusOf(String kpm) {
        return statusOfKpm.get(kpm);
    }

    /** NIK by member of one family. */
    Map<String, String> membersOf(String kpm) {
        Map<String, String> niks = new HashMap<>();
        registry.call(
                        FamiliesApi::new,
                        families -> families.listMembers(UUID.fromString(kpm), PURPOSE, REVEAL))
                .getItems()
                .forEach(member -> niks.put(member.getMemberId().toString(), member.getNik()));
        return niks;
    }
}
