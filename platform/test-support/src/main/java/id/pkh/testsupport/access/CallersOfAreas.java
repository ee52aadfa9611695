package id.pkh.testsupport.access;

import id.pkh.localstack.TestTokens;
import id.pkh.testsupport.description.contract.ExampleCall;
import id.pkh.testsupport.rest.Caller;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Callers in the areas of the examples, and outside them. */
final class CallersOfAreas {

    /** The bank of the examples. */
    static final String BANK = "BRI";

    /** The sub-districts of the examples. */
    static final List<String> EXAMPLE_AREAS = List.of("17.71.08", "17.71.09");

    private static final String OTHER_BANK = "MANDIRI";

    private final String[] own;

    /** Another sub-district of the same regency; no real one has this code. */
    private final String elsewhere;

    /** A sub-district of another regency. What outsiders have sent may be seen there. */
    private final String elsewhereForSenders;

    private final Map<String, Caller> known = new HashMap<>();

    CallersOfAreas(ExampleCall calls) {
        this.own = EXAMPLE_AREAS.stream().map(calls::actual).toArray(String[]::new);
        this.elsewhere = own[0].substring(0, 5) + ".00";
        this.elsewhereForSenders = own[0].substring(0, 2) + ".00.00";
    }

    /** The areas of the examples. */
    String[] own() {
        return own;
    }

    /** One who may read what the row is about. */
    Caller inside(AccessRow row, String role) {
        boolean needsAll = row.areas() == AreaRule.ALL || row.areas() == AreaRule.CONTENT;
        return needsAll ? caller("reader-2", role, "*") : caller("reader-2", role, own);
    }

    /**
     * Those who may call the operation, for other areas or none. They read under another name and
     * in another area than they send, because everyone sees the own files, and administrators those
     * of their areas.
     */
    Map<String, Caller> outside(AccessRow row, boolean reads) {
        String name = reads ? "reader-1" : "sender-1";
        Map<String, Caller> outsiders = new LinkedHashMap<>();
        for (String role : row.rolesWithAreas()) {
            outsiders.put(
                    role + " elsewhere",
                    caller(name, role, reads ? elsewhere : elsewhereForSenders));
            outsiders.put(role + " without areas", caller(name, role));
            outsiders.put(role + " without the claim", withoutClaim(name, role));
            if (row.areas() == AreaRule.ALL) {
                outsiders.put(role + " of some areas", caller(name, role, own));
            }
        }
        if (row.ofBank() && row.roles().contains(AccessRow.BANK)) {
            outsiders.put("another bank", Caller.ofBank(OTHER_BANK));
            outsiders.put("no bank", caller(name, AccessRow.BANK, "*"));
        }
        return outsiders;
    }

    private Caller caller(String name, String role, String... areas) {
        return once(role + name + List.of(areas), () -> Caller.named(name, role, areas));
    }

    private Caller withoutClaim(String name, String role) {
        Map<String, String> claims = Map.of("areas", "null", "sub", '"' + name + '"');
        return once(
                role + name, () -> Caller.withToken(TestTokens.withClaims(List.of(role), claims)));
    }

    /** Signing a token takes longer than most requests. */
    private Caller once(String key, Supplier<Caller> signed) {
        return known.computeIfAbsent(key, any -> signed.get());
    }
}
