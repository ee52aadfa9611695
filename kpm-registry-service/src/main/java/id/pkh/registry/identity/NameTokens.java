package id.pkh.registry.identity;

import id.pkh.registry.identity.NameKeys.NameKey;
import id.pkh.registry.identity.domain.PersonName;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tokens by which a person is found by name. Each is a keyed hash of one part of the name together
 * with a day of birth or with a sub-district. So the same name has another token for another day
 * and in another place, and nobody who reads the table can count how often a name occurs.
 */
@ApplicationScoped
public class NameTokens {

    /** As a NIK states it: without the century. */
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("ddMMyy");

    private static final char SEPARATOR = 0x1F;
    private static final int SUB_DISTRICT_CHARS = 8;

    private final NameKeys keys;

    NameTokens(NameKeys keys) {
        this.keys = keys;
    }

    /** The id of the key that {@link #ofPerson} uses. */
    public int keyId() {
        return keys.present().id();
    }

    /** Everything under which a person is found. */
    public List<Integer> ofPerson(PersonName name, LocalDate born, String villageCode) {
        return tokens(keys.present(), name, List.of(ofDay(born), ofSubDistrict(villageCode)));
    }

    /** What a search looks for: under each key, the name with any of these days and places. */
    public List<Integer> wanted(
            PersonName name, Collection<LocalDate> days, Collection<String> areaCodes) {
        List<String> contexts =
                Stream.concat(
                                days.stream().map(NameTokens::ofDay),
                                areaCodes.stream().map(NameTokens::ofSubDistrict))
                        .toList();
        return keys.all().stream().flatMap(key -> tokens(key, name, contexts).stream()).toList();
    }

    private static List<Integer> tokens(NameKey key, PersonName name, List<String> contexts) {
        return name.keys().stream()
                .flatMap(
                        part ->
                                contexts.stream()
                                        .map(context -> key.token(context + SEPARATOR + part)))
                .distinct()
                .toList();
    }

    private static String ofDay(LocalDate day) {
        return "day " + DAY.format(day);
    }

    private static String ofSubDistrict(String areaCode) {
        return "area " + areaCode.substring(0, SUB_DISTRICT_CHARS);
    }
}
