package id.pkh.systemtests;

import id.pkh.client.PkhClient;
import id.pkh.client.meeting.GroupsApi;
import id.pkh.client.registry.FacilitatorsApi;
import id.pkh.client.registry.FamiliesApi;
import id.pkh.client.registry.model.FacilitatorPage;
import id.pkh.client.registry.model.Member;
import id.pkh.district.story.Cast;
import id.pkh.district.story.Identities;
import id.pkh.district.story.Stage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One of two villages that are alike: a facilitator, a group, and the families A to D with the same
 * children. What is about one of them has a name that is the same in both.
 */
final class TwinVillage {

    static final List<String> FAMILIES = List.of("A", "B", "C", "D");

    private static final Map<String, Integer> CHILDREN = Map.of("A", 1, "B", 2, "C", 1, "D", 3);
    static final String SCHOOL = "10702345";

    private final int number;
    private final Map<String, UUID> ids = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();

    TwinVillage(int number) {
        this.number = number;
        names.put(code(), "village");
        names.put(group(), "group");
        names.put(facilitator(), "facilitator");
    }

    String code() {
        return "17.71.08.100" + number;
    }

    String group() {
        return code() + "-01";
    }

    String facilitator() {
        return "PDP-" + number;
    }

    UUID idOf(String name) {
        return ids.get(name);
    }

    /** Of a family with one child. */
    UUID pupilOf(String family) {
        return idOf("child of " + family);
    }

    UUID paymentOf(String family) {
        return idOf("payment of " + family);
    }

    /** Ids and codes of this village, and what they are called in both. */
    Map<String, String> names() {
        return names;
    }

    static String nameOfCaretaker(String family) {
        return "IBU " + family;
    }

    static String nameOfChild(String family, int child) {
        return "ANAK " + family + child;
    }

    private String caretakerOf(String family) {
        return "1771084502850" + number + "%02d".formatted(1 + FAMILIES.indexOf(family));
    }

    private String cardOf(String family) {
        return "177108010320" + number + "%03d".formatted(1 + FAMILIES.indexOf(family));
    }

    List<String> facilitatorLines() {
        return List.of(
                "%s;PENDAMPING %d;177108410190000%d;PENDAMPING;%s;01/01/2024;"
                        .formatted(facilitator(), number, number, code()));
    }

    List<String> groupLines() {
        return List.of(group() + ",MAWAR," + code() + ",Balai,02/03/2021");
    }

    List<String> familyLines() {
        return FAMILIES.stream()
                .map(
                        family ->
                                String.join(
                                        ";",
                                        cardOf(family),
                                        caretakerOf(family),
                                        nameOfCaretaker(family),
                                        "JL. BALI",
                                        code(),
                                        group(),
                                        "BRI",
                                        "%015d".formatted(100 * number + FAMILIES.indexOf(family)),
                                        "AKTIF",
                                        "01/02/2020"))
                .toList();
    }

    List<String> memberLines() {
        List<String> lines = new ArrayList<>();
        for (String family : FAMILIES) {
            for (int child = 1; child <= CHILDREN.get(family); child++) {
                lines.add(
                        String.join(
                                ",",
                                cardOf(family),
                                "1771080505160" + number + FAMILIES.indexOf(family) + child,
                                nameOfChild(family, child),
                                "05/05/2016",
                                "L",
                                "SD",
                                SCHOOL,
                                "",
                                "3",
                                "01/07/2023",
                                ""));
            }
        }
        return lines;
    }

    void getAcquainted(Stage stage, Cast cast, Identities identities) {
        PkhClient registry = stage.registry(cast.facilitatorOf(code()));
        for (String family : FAMILIES) {
            know(family, UUID.fromString(identities.kpmOf(caretakerOf(family))));
            registry.call(
                            FamiliesApi::new,
                            families -> families.listMembers(idOf(family), null, null))
                    .getItems()
                    .forEach(member -> know(nameOf(family, member), member.getMemberId()));
        }
        stage.registry(cast.administrator())
                .each(
                        FacilitatorsApi::new,
                        (facilitators, after) ->
                                facilitators.listFacilitators(after, Stage.PAGE, code()),
                        FacilitatorPage::getItems,
                        FacilitatorPage::getNext,
                        one -> know("facilitator", one.getFacilitatorId()));
        stage.meeting(cast.administrator())
                .call(GroupsApi::new, groups -> groups.listGroups(null, 1, code()))
                .getItems()
                .forEach(group -> know("group", group.getGroupId()));
    }

    /** Children of one family are not told apart. */
    private static String nameOf(String family, Member member) {
        return (member.getIsCaretaker() ? "caretaker of " : "child of ") + family;
    }

    void findPayments(Stage stage, String cycle) {
        stage.payments(
                cycle,
                payment -> {
                    String family = names.get(payment.getKpmId().toString());
                    if (family != null) {
                        know("payment of " + family, payment.getPaymentId());
                    }
                });
    }

    private void know(String name, UUID id) {
        ids.put(name, id);
        names.put(id.toString(), name);
    }
}
