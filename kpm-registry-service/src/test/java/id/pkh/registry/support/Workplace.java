package id.pkh.registry.support;

import static id.pkh.testsupport.time.Days.today;

import id.pkh.platform.security.Roles;
import id.pkh.testsupport.rest.Caller;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** A sub-district of its own for one test, with four villages and the people who work there. */
public final class Workplace {

    private static final int FIRST_REGENCY = 73;
    private static final int FIRST_NUMBER = 10;
    private static final int IN_A_REGENCY = 90;
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final String subDistrict;
    private final Map<UUID, String> codes = new HashMap<>();

    private Workplace(String subDistrict) {
        this.subDistrict = subDistrict;
    }

    public static Workplace another() {
        int number = NEXT.getAndIncrement();
        String regency = "17." + (FIRST_REGENCY + number / IN_A_REGENCY);
        Workplace place = new Workplace(regency + "." + (FIRST_NUMBER + number % IN_A_REGENCY));
        StringBuilder areas = new StringBuilder("kode;nama\n" + regency + ";Kota Kerja\n");
        areas.append(place.subDistrict).append(";Kecamatan Kerja\n");
        for (int village = 1; village <= 4; village++) {
            areas.append(place.village(village)).append(";Desa Kerja\n");
        }
        Caller.as(Roles.DATA_ADMINISTRATOR, "17").send("/imports/areas", areas.toString());
        return place;
    }

    public String regency() {
        return subDistrict.substring(0, subDistrict.lastIndexOf('.'));
    }

    public String subDistrict() {
        return subDistrict;
    }

    public String village(int number) {
        return subDistrict + ".100" + number;
    }

    public Caller administrator() {
        return Caller.as(Roles.DATA_ADMINISTRATOR, subDistrict);
    }

    public Caller coordinator() {
        return Caller.as(Roles.COORDINATOR, subDistrict);
    }

    /** The facilitator as a user, by staff code. */
    public Caller signedIn(UUID facilitator) {
        return Caller.named(codes.get(facilitator), Roles.FACILITATOR, subDistrict);
    }

    /** A facilitator who answers for these villages since last year. */
    public UUID facilitator(int... villages) {
        return facilitator(today().minusYears(1), villages);
    }

    public UUID facilitator(LocalDate since, int... villages) {
        String code = "W-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();
        UUID id =
                UUID.fromString(
                        administrator()
                                .post(
                                        "/facilitators",
                                        Map.of(
                                                "code",
                                                code,
                                                "name",
                                                "Pendamping Contoh",
                                                "nik",
                                                TestPeople.man("1990-06-15"),
                                                "assignments",
                                                assignments(since, villages)))
                                .statusCode(201)
                                .extract()
                                .path("facilitator_id"));
        codes.put(id, code);
        return id;
    }

    private List<Map<String, String>> assignments(LocalDate since, int... villages) {
        return IntStream.of(villages)
                .mapToObj(
                        village ->
                                Map.of(
                                        "role", "FACILITATOR",
                                        "village_code", village(village),
                                        "valid_from", since.toString()))
                .toList();
    }

    public Map<String, Object> appointment(LocalDate from, LocalDate until) {
        Map<String, Object> appointment = new HashMap<>();
        appointment.put("decree_number", "SK 12/PKH");
        appointment.put("decree_date", from.minusDays(15).toString());
        appointment.put("area_code", subDistrict);
        appointment.put("employment", "CONTRACT");
        appointment.put("valid_from", from.toString());
        appointment.put("valid_until", until == null ? null : until.toString());
        return appointment;
    }
}
