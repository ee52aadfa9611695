package id.pkh.meeting.p2k2.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The modules and sessions that apply from a day on, in their order.
 *
 * @param sessions by position
 */
public record Curriculum(String policyCode, LocalDate validFrom, List<P2k2Session> sessions) {

    /** The material of a day: the latest that has begun. */
    public static Curriculum on(Collection<Curriculum> known, LocalDate day) {
        return known.stream()
                .filter(curriculum -> !curriculum.validFrom().isAfter(day))
                .max(Comparator.comparing(Curriculum::validFrom))
                .orElseThrow(() -> new IllegalStateException("no material of P2K2 on " + day));
    }

    public Optional<P2k2Session> byCode(String code) {
        return one(session -> session.code().equals(code));
    }

    /**
     * The session that a sheet means. It names the module by its code or title, and the session by
     * its number in the module, its code or its title. What it does not name exactly is not
     * guessed.
     */
    public Optional<P2k2Session> named(String module, String session) {
        String wantedModule = plain(module);
        String wanted = plain(session).replaceFirst("^SESI(?=\\d)", "");
        Optional<P2k2Session> byCode = one(each -> plain(each.code()).equals(wanted));
        return byCode.isPresent()
                ? byCode
                : one(
                        each ->
                                isNamed(each.module(), each.moduleTitle(), wantedModule)
                                        && isNamed(
                                                Integer.toString(each.number()),
                                                each.title(),
                                                wanted));
    }

    private static boolean isNamed(String code, String title, String wanted) {
        return plain(code).equals(wanted) || plain(title).equals(wanted);
    }

    private Optional<P2k2Session> one(Predicate<P2k2Session> which) {
        return sessions.stream().filter(which).findFirst();
    }

    /** Capital letters and digits, so that signs and blanks make no difference. */
    private static String plain(String text) {
        return text == null
                ? ""
                : text.toUpperCase(Locale.ROOT).replace("&", "DAN").replaceAll("[^A-Z0-9]", "");
    }
}
