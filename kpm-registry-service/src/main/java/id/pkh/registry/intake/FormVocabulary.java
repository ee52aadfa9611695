package id.pkh.registry.intake;

import id.pkh.registry.contact.domain.ContactRoute;
import id.pkh.registry.facilitator.domain.EmploymentKind;
import id.pkh.registry.family.domain.ComponentType;
import id.pkh.registry.family.domain.KpmStatus;
import id.pkh.registry.family.domain.Sex;
import id.pkh.registry.notification.domain.ReceiverRole;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The words of the Indonesian forms and the codes of the API; both are accepted. */
final class FormVocabulary {

    private static final Map<String, KpmStatus> STATUSES =
            Map.ofEntries(
                    Map.entry("CALON", KpmStatus.CANDIDATE),
                    Map.entry("DIUNDANG", KpmStatus.INVITED),
                    Map.entry("DIKUNJUNGI", KpmStatus.VISITED),
                    Map.entry("TERVALIDASI", KpmStatus.VALIDATED),
                    Map.entry("LAYAK", KpmStatus.ELIGIBLE),
                    Map.entry("TIDAKLAYAK", KpmStatus.INELIGIBLE),
                    Map.entry("AKTIF", KpmStatus.ACTIVE),
                    Map.entry("DITANGGUHKAN", KpmStatus.SUSPENDED),
                    Map.entry("GRADUASI", KpmStatus.GRADUATED),
                    Map.entry("PINDAH", KpmStatus.MOVED),
                    Map.entry("MENINGGAL", KpmStatus.DECEASED),
                    Map.entry("DIHENTIKAN", KpmStatus.TERMINATED));

    private static final Map<String, ComponentType> COMPONENTS =
            Map.ofEntries(
                    Map.entry("HAMIL", ComponentType.PREGNANT_POSTPARTUM),
                    Map.entry("NIFAS", ComponentType.PREGNANT_POSTPARTUM),
                    Map.entry("HAMILNIFAS", ComponentType.PREGNANT_POSTPARTUM),
                    Map.entry("IBUHAMIL", ComponentType.PREGNANT_POSTPARTUM),
                    Map.entry("IBUHAMILNIFAS", ComponentType.PREGNANT_POSTPARTUM),
                    Map.entry("ANAKUSIADINI", ComponentType.EARLY_CHILD),
                    Map.entry("DISABILITASBERAT", ComponentType.SEVERE_DISABILITY),
                    Map.entry("LANSIA", ComponentType.ELDERLY),
                    Map.entry("LANJUTUSIA", ComponentType.ELDERLY));

    private static final Map<String, Sex> SEXES =
            Map.of(
                    "L", Sex.MALE,
                    "LAKILAKI", Sex.MALE,
                    "MALE", Sex.MALE,
                    "P", Sex.FEMALE,
                    "PEREMPUAN", Sex.FEMALE,
                    "FEMALE", Sex.FEMALE);

    private static final Map<String, String> ROLES =
            Map.of(
                    "PENDAMPING", "FACILITATOR",
                    "FACILITATOR", "FACILITATOR",
                    "KOORDINATOR", "COORDINATOR",
                    "COORDINATOR", "COORDINATOR");

    private static final Map<String, EmploymentKind> EMPLOYMENTS =
            Map.of(
                    "KONTRAK", EmploymentKind.CONTRACT,
                    "CONTRACT", EmploymentKind.CONTRACT,
                    "PPPK", EmploymentKind.GOVERNMENT_CONTRACT,
                    "GOVERNMENTCONTRACT", EmploymentKind.GOVERNMENT_CONTRACT,
                    "PNS", EmploymentKind.CIVIL_SERVANT,
                    "CIVILSERVANT", EmploymentKind.CIVIL_SERVANT);

    private static final Map<String, ReceiverRole> RECEIVERS =
            Map.of(
                    "PENGURUS", ReceiverRole.FAMILY,
                    "KETUA", ReceiverRole.GROUP_CHAIR,
                    "PENDAMPING", ReceiverRole.FACILITATOR,
                    "KOORDINATOR", ReceiverRole.COORDINATOR,
                    "KORKAB", ReceiverRole.REGENCY_COORDINATOR,
                    "APD", ReceiverRole.DATA_ADMINISTRATOR);

    private static final Map<String, ContactRoute> CONTACT_ROUTES =
            Map.of("PESAN", ContactRoute.MESSAGE, "CETAK", ContactRoute.PRINTED);

    private FormVocabulary() {}

    static Optional<KpmStatus> status(String word) {
        return known(STATUSES, word).or(() -> KpmStatus.of(code(word)));
    }

    static Optional<ComponentType> component(String word) {
        return known(COMPONENTS, word).or(() -> ComponentType.of(code(word)));
    }

    static Optional<Sex> sex(String word) {
        return known(SEXES, word);
    }

    static Optional<EmploymentKind> employment(String word) {
        return known(EMPLOYMENTS, word);
    }

    static Optional<String> role(String word) {
        return known(ROLES, word);
    }

    static Optional<ReceiverRole> receiverRole(String word) {
        return known(RECEIVERS, word).or(() -> ReceiverRole.of(code(word)));
    }

    static Optional<ContactRoute> contactRoute(String word) {
        return known(CONTACT_ROUTES, word).or(() -> ContactRoute.of(code(word)));
    }

    private static <T> Optional<T> known(Map<String, T> words, String word) {
        return Optional.ofNullable(
                words.get(word.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "")));
    }

    private static String code(String word) {
        return word.toUpperCase(Locale.ROOT);
    }
}
