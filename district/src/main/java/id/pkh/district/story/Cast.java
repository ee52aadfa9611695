package id.pkh.district.story;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The persons of the story, each with a token for only their role and areas. */
public final class Cast {

    static final String FACILITATOR = "FACILITATOR";
    static final String COORDINATOR = "COORDINATOR";
    static final String DATA_ADMINISTRATOR = "DATA_ADMINISTRATOR";
    static final String MINISTRY_OFFICER = "MINISTRY_OFFICER";
    static final String MINISTRY_APPROVER = "MINISTRY_APPROVER";
    static final String OPERATIONS = "OPERATIONS";
    static final String BANK = "BANK";
    private static final List<String> EVERYWHERE = List.of("*");
    private static final Duration KEPT_FOR = Duration.ofMinutes(1);

    private final TokenMinter tokens;
    private final Map<String, List<String>> villagesOfFacilitator;
    private final Map<String, String> facilitatorOfVillage;
    private final Map<Person, Token> made = new HashMap<>();

    public Cast(
            TokenMinter tokens,
            Map<String, List<String>> villagesOfFacilitator,
            Map<String, String> facilitatorOfVillage) {
        this.tokens = tokens;
        this.villagesOfFacilitator = villagesOfFacilitator;
        this.facilitatorOfVillage = facilitatorOfVillage;
    }

    String facilitator(String code) {
        return token(code, List.of(FACILITATOR), villagesOfFacilitator.get(code));
    }

    public String facilitatorOf(String village) {
        String code = facilitatorOfVillage.get(village);
        if (code == null) {
            throw new StoryFailure("no facilitator for " + village);
        }
        return facilitator(code);
    }

    /** With a village that another facilitator hands over. */
    String successor(String code, String village) {
        return token(
                code,
                List.of(FACILITATOR),
                Stream.concat(villagesOfFacilitator.get(code).stream(), Stream.of(village))
                        .toList());
    }

    public String coordinator(String area) {
        return token("coordinator-" + area, List.of(COORDINATOR), List.of(area));
    }

    public String administrator() {
        return token("data-administrator", List.of(DATA_ADMINISTRATOR), EVERYWHERE);
    }

    public String officer() {
        return token("ministry-officer", List.of(MINISTRY_OFFICER), EVERYWHERE);
    }

    /** Confirms the decisions that the officer prepared. */
    public String secondOfficer() {
        return token("ministry-second-officer", List.of(MINISTRY_OFFICER), EVERYWHERE);
    }

    /** Decides appeals and lifts decisions; had no part in them. */
    public String reviewer() {
        return token("ministry-reviewer", List.of(MINISTRY_OFFICER), EVERYWHERE);
    }

    public String operator() {
        return token("operator", List.of(OPERATIONS), EVERYWHERE);
    }

    /** Seals the list that the officer proposed; approves no batch of it. */
    public String sealer() {
        return token("ministry-sealer", List.of(MINISTRY_APPROVER), EVERYWHERE);
    }

    /** Approves the batches that the officer prepared. */
    public String approver() {
        return token("ministry-approver", List.of(MINISTRY_APPROVER), EVERYWHERE);
    }

    /** Sends the approved batches. */
    public String dispatcher() {
        return token("ministry-dispatcher", List.of(MINISTRY_OFFICER), EVERYWHERE);
    }

    public String bank(String code) {
        return token(new Person("bank-" + code, List.of(BANK), List.of(), code));
    }

    private String token(String subject, List<String> roles, List<String> areas) {
        return token(new Person(subject, roles, areas, null));
    }

    /** Signing costs more than many calls, so a person keeps a token for a while, as people do. */
    private synchronized String token(Person person) {
        Token token = made.get(person);
        if (token == null || System.nanoTime() - token.madeAt() > KEPT_FOR.toNanos()) {
            String text =
                    tokens.token(person.subject(), person.roles(), person.areas(), person.bank());
            token = new Token(text, System.nanoTime());
            made.put(person, token);
        }
        return token.text();
    }

    private record Person(String subject, List<String> roles, List<String> areas, String bank) {}

    private record Token(String text, long madeAt) {}

    /**
     * The person who sends the files of an area: a village's facilitator or a district's
     * coordinator.
     */
    String responsibleFor(String area) {
        return facilitatorOfVillage.containsKey(area) ? facilitatorOf(area) : coordinator(area);
    }

    String by(String role, String area) {
        return switch (role) {
            case FACILITATOR -> facilitatorOf(area);
            case COORDINATOR -> coordinator(area);
            case MINISTRY_OFFICER -> officer();
            case "AREA" -> responsibleFor(area);
            default -> administrator();
        };
    }
}
