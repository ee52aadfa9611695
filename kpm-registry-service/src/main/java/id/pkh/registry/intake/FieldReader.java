package id.pkh.registry.intake;

import id.pkh.platform.files.Dates;
import id.pkh.platform.security.Nik;
import id.pkh.platform.security.NikCheck;
import id.pkh.platform.web.FreeTextRule;
import id.pkh.registry.contact.domain.ContactRoute;
import id.pkh.registry.contact.domain.Telephone;
import id.pkh.registry.facilitator.domain.EmploymentKind;
import id.pkh.registry.family.domain.ComponentType;
import id.pkh.registry.family.domain.GroupCode;
import id.pkh.registry.family.domain.KpmStatus;
import id.pkh.registry.family.domain.PayingBank;
import id.pkh.registry.family.domain.Sex;
import id.pkh.registry.notification.domain.ReceiverRole;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the values of one row or request one by one and collects their errors, so that the sender
 * sees all errors at once. A value that was refused reads as null.
 */
public final class FieldReader {

    public static final String WORK_AREA = "code of a regency or sub-district of yours";

    private static final Pattern FAMILY_CARD = Pattern.compile("[0-9]{16}");
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{5,20}");
    private static final Pattern ACCOUNT_SEPARATORS = Pattern.compile("[ .-]");
    private static final Pattern NPSN = Pattern.compile("[0-9]{8}");
    private static final Pattern NISN = Pattern.compile("[0-9]{1,10}");
    private static final Pattern FACILITATOR_CODE =
            Pattern.compile("(?!.*(?:[0-9]-?){16})[A-Z0-9][A-Z0-9-]{2,29}");
    private static final Pattern VILLAGE =
            Pattern.compile("[0-9]{2}\\.[0-9]{2}\\.[0-9]{2}\\.[0-9]{4}");
    private static final Pattern WORK_AREA_CODE =
            Pattern.compile("[0-9]{2}\\.[0-9]{2}(\\.[0-9]{2})?");
    private static final Pattern HAS_LETTER = Pattern.compile(".*\\p{L}.*");
    private static final String DATE = "DATE_UNREADABLE";
    private static final String DATE_FORMATS = "dd/MM/yyyy, dd-MM-yyyy, yyyy-MM-dd";
    private static final String COMPONENTS =
            "HAMIL/NIFAS, ANAK USIA DINI, SD, SMP, SMA, DISABILITAS BERAT, LANSIA";
    private static final int MAX_NAME_CHARS = 100;
    private static final int MAX_ADDRESS_CHARS = 300;
    private static final int MAX_GRADE_CHARS = 30;
    private static final int MAX_DECREE_CHARS = 60;

    private final List<FieldError> errors;
    private final String prefix;

    public FieldReader() {
        this(new ArrayList<>(), "");
    }

    private FieldReader(List<FieldError> errors, String prefix) {
        this.errors = errors;
        this.prefix = prefix;
    }

    /** Returns this reader for a part of the request such as {@code caretaker}. */
    public FieldReader in(String part) {
        return new FieldReader(errors, prefix + part + ".");
    }

    public List<FieldError> errors() {
        return List.copyOf(errors);
    }

    public boolean isClean() {
        return errors.isEmpty();
    }

    public String nik(String field, String raw) {
        NikCheck check = Nik.check(raw);
        if (check.isValid()) {
            return check.normalised();
        }
        return refuse(field, raw, check.code(), check.expected());
    }

    /** Adds an error if the NIK contradicts the birth date or the sex of the same record. */
    public void agreement(String nik, LocalDate birthDate, Sex sex) {
        if (nik == null) {
            return;
        }
        if (birthDate != null && !Nik.birthDateAgrees(nik, birthDate)) {
            refuse("nik", nik, "NIK_DISAGREES_WITH_BIRTH_DATE", "digits 7 to 12 as the birth date");
        }
        if (sex != null && sex != sexOf(nik)) {
            refuse("nik", nik, "NIK_DISAGREES_WITH_SEX", "day of birth + 40 for women only");
        }
    }

    public static Sex sexOf(String nik) {
        return Nik.isWoman(nik) ? Sex.FEMALE : Sex.MALE;
    }

    public String familyCard(String field, String raw) {
        String digits = withoutApostrophe(raw);
        boolean zeros = digits.chars().allMatch(c -> c == '0');
        if (FAMILY_CARD.matcher(digits).matches() && !zeros) {
            return digits;
        }
        return refuse(field, raw, "FAMILY_CARD_INVALID", "16 digits");
    }

    public String name(String field, String raw) {
        String name = text(raw).replaceAll("\\s+", " ");
        if (HAS_LETTER.matcher(name).matches() && name.length() <= MAX_NAME_CHARS) {
            return written(field, raw, name);
        }
        return refuse(
                field, raw, "NAME_MISSING", "a name of 1 to " + MAX_NAME_CHARS + " characters");
    }

    public String address(String field, String raw) {
        String address = text(raw).replaceAll("\\s+", " ");
        if (address.length() <= MAX_ADDRESS_CHARS) {
            return emptyAsNull(written(field, raw, address));
        }
        return refuse(field, raw, "TEXT_TOO_LONG", "up to " + MAX_ADDRESS_CHARS + " characters");
    }

    /** Checks only the form of the code. The use case checks whether the village exists. */
    public String village(String field, String raw) {
        String code = text(raw);
        return VILLAGE.matcher(code).matches()
                ? code
                : refuse(field, raw, "VILLAGE_UNKNOWN", "code of a known village, PP.KK.CC.VVVV");
    }

    public String group(String field, String raw, String village) {
        String code = text(raw);
        if (code.isEmpty()) {
            return null;
        }
        if (village != null && !GroupCode.belongsTo(code, village)) {
            return refuse(field, raw, "GROUP_CODE_INVALID", village + "-NN");
        }
        return code;
    }

    public PayingBank bank(String field, String raw) {
        String word = text(raw);
        if (word.isEmpty()) {
            return null;
        }
        return PayingBank.of(word.toUpperCase(Locale.ROOT))
                .orElseGet(
                        () ->
                                refuse(
                                        field,
                                        raw,
                                        "BANK_UNKNOWN",
                                        "BRI, BNI, MANDIRI, BTN, BSI, POS"));
    }

    public String account(String field, String raw) {
        String digits = ACCOUNT_SEPARATORS.matcher(withoutApostrophe(raw)).replaceAll("");
        if (digits.isEmpty()) {
            return null;
        }
        return ACCOUNT.matcher(digits).matches()
                ? digits
                : refuse(field, raw, "ACCOUNT_NOT_DIGITS", "5 to 20 digits");
    }

    public KpmStatus status(String field, String raw) {
        return FormVocabulary.status(text(raw))
                .orElseGet(() -> refuse(field, raw, "STATUS_UNKNOWN", "a status of the programme"));
    }

    /** Reads a status with which a family may enter the registry. */
    public KpmStatus initialStatus(String field, String raw) {
        KpmStatus status = status(field, raw);
        if (status == null || status.canBeRegistered()) {
            return status;
        }
        return refuse(field, raw, "STATUS_NEEDS_DECISION", "CANDIDATE");
    }

    public Sex sex(String field, String raw) {
        return FormVocabulary.sex(text(raw))
                .orElseGet(() -> refuse(field, raw, "SEX_UNKNOWN", "L, P"));
    }

    /** Reads a component, which is required. */
    public ComponentType component(String field, String raw) {
        if (text(raw).isEmpty()) {
            return refuse(field, raw, "MEMBER_WITHOUT_COMPONENT", COMPONENTS);
        }
        return optionalComponent(field, raw).orElse(null);
    }

    public Optional<ComponentType> optionalComponent(String field, String raw) {
        String word = text(raw);
        if (word.isEmpty()) {
            return Optional.empty();
        }
        Optional<ComponentType> component = FormVocabulary.component(word);
        if (component.isEmpty()) {
            refuse(field, raw, "COMPONENT_UNKNOWN", COMPONENTS);
        }
        return component;
    }

    /** Adds an error if the person cannot carry the component. */
    public void plausible(String field, ComponentType component, Sex sex) {
        if (component != null && sex != null && !component.canBeCarriedBy(sex)) {
            refuse(field, component.name(), "COMPONENT_DISAGREES_WITH_SEX", "a woman");
        }
    }

    public String npsn(String field, String raw) {
        return matching(NPSN, field, raw, "NPSN_INVALID", "8 digits");
    }

    public String nisn(String field, String raw) {
        return matching(NISN, field, raw, "NISN_INVALID", "up to 10 digits");
    }

    public String grade(String field, String raw) {
        String grade = text(raw);
        return grade.length() <= MAX_GRADE_CHARS
                ? emptyAsNull(written(field, raw, grade))
                : refuse(field, raw, "TEXT_TOO_LONG", "up to " + MAX_GRADE_CHARS + " characters");
    }

    public String facilitatorCode(String field, String raw) {
        String code = text(raw).toUpperCase(Locale.ROOT);
        return FACILITATOR_CODE.matcher(code).matches()
                ? code
                : refuse(
                        field,
                        raw,
                        "FACILITATOR_CODE_INVALID",
                        "3 to 30 letters, digits or hyphens");
    }

    public String decree(String field, String raw) {
        String number = text(raw).replaceAll("\\s+", " ");
        return !number.isEmpty() && number.length() <= MAX_DECREE_CHARS
                ? written(field, raw, number)
                : refuse(field, raw, "DECREE_MISSING", "1 to " + MAX_DECREE_CHARS + " characters");
    }

    /** Checks only the form of the code of a regency or sub-district. */
    public String workArea(String field, String raw) {
        String code = text(raw);
        return WORK_AREA_CODE.matcher(code).matches()
                ? code
                : refuse(field, raw, "AREA_UNKNOWN", WORK_AREA);
    }

    public EmploymentKind employment(String field, String raw) {
        return FormVocabulary.employment(text(raw))
                .orElseGet(() -> refuse(field, raw, "EMPLOYMENT_UNKNOWN", "KONTRAK, PPPK, PNS"));
    }

    public String role(String field, String raw) {
        return FormVocabulary.role(text(raw))
                .orElseGet(() -> refuse(field, raw, "ROLE_UNKNOWN", "PENDAMPING, KOORDINATOR"));
    }

    /** Reads a telephone number; none reads as null. */
    public Telephone telephone(String field, String raw) {
        String written = withoutApostrophe(raw);
        if (written.isEmpty()) {
            return null;
        }
        return Telephone.read(written)
                .orElseGet(() -> refuse(field, raw, "TELEPHONE_INVALID", Telephone.EXPECTED));
    }

    public ReceiverRole receiverRole(String field, String raw) {
        return FormVocabulary.receiverRole(text(raw))
                .orElseGet(() -> refuse(field, raw, "RECEIVER_ROLE_UNKNOWN", ReceiverRole.KNOWN));
    }

    /** Reads how somebody wants to be notified: by message if there is a number. */
    public ContactRoute contactRoute(String field, String raw, Telephone number) {
        if (text(raw).isEmpty()) {
            return number == null ? ContactRoute.PRINTED : ContactRoute.MESSAGE;
        }
        ContactRoute route =
                FormVocabulary.contactRoute(text(raw))
                        .orElseGet(
                                () ->
                                        refuse(
                                                field,
                                                raw,
                                                "CONTACT_ROUTE_UNKNOWN",
                                                ContactRoute.KNOWN));
        return route == ContactRoute.MESSAGE && number == null && isClean()
                ? refuse(field, raw, "TELEPHONE_INVALID", Telephone.EXPECTED)
                : route;
    }

    public LocalDate date(String field, String raw) {
        return Dates.parse(text(raw)).orElseGet(() -> refuse(field, raw, DATE, DATE_FORMATS));
    }

    public LocalDate optionalDate(String field, String raw) {
        return text(raw).isEmpty() ? null : date(field, raw);
    }

    /** Returns whether the range is valid; adds an error if it ends before it begins. */
    public boolean range(String untilField, LocalDate since, LocalDate until) {
        if (since != null && until != null && until.isBefore(since)) {
            refuse(untilField, until.toString(), "DATE_RANGE_INVALID", since + " or later");
            return false;
        }
        return true;
    }

    /** Adds an error that the caller found; returns null. */
    public <T> T refuse(String field, String value, String code, String expected) {
        errors.add(new FieldError(prefix + field, value == null ? "" : value, code, expected));
        return null;
    }

    private String written(String field, String raw, String text) {
        return FreeTextRule.faultOf(text)
                .<String>map(code -> refuse(field, raw, code, "a text without a long number"))
                .orElse(text);
    }

    private String matching(Pattern form, String field, String raw, String code, String expected) {
        String digits = withoutApostrophe(raw);
        if (digits.isEmpty()) {
            return null;
        }
        return form.matcher(digits).matches() ? digits : refuse(field, raw, code, expected);
    }

    private static String text(String raw) {
        return raw == null ? "" : raw.replace('\u00A0', ' ').strip();
    }

    /** Spreadsheets mark text cells with a leading apostrophe. */
    private static String withoutApostrophe(String raw) {
        String text = text(raw);
        return text.startsWith("'") ? text.substring(1).strip() : text;
    }

    private static String emptyAsNull(String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
