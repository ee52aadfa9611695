package id.pkh.testsupport.access;

import id.pkh.localstack.TestTokens;
import id.pkh.testsupport.description.DescribedOperation;
import id.pkh.testsupport.description.contract.ExampleCall;
import id.pkh.testsupport.rest.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Calls every operation with every role, and with tokens that are not valid. */
final class RoleAttack {

    private static final String FORBIDDEN = "FORBIDDEN";

    private final List<DescribedOperation> operations;
    private final List<DescribedOperation> withRow;
    private final AccessTable table;
    private final ExampleCall calls;
    private final Map<String, Caller> callers = new TreeMap<>();
    private final Map<String, Caller> invalid;

    /**
     * @param roles every role that there is
     */
    RoleAttack(
            List<DescribedOperation> operations,
            AccessTable table,
            ExampleCall calls,
            Set<String> roles) {
        this.operations = operations;
        this.withRow = operations.stream().filter(table::hasRow).toList();
        this.table = table;
        this.calls = calls;
        roles.forEach(role -> callers.put(role, callerOf(role)));
        this.invalid = invalid(List.copyOf(roles));
    }

    /** The roles that are not listed, each with the complete example and all areas. */
    List<String> findingsOfOtherRoles() {
        List<String> findings = new ArrayList<>();
        for (DescribedOperation operation : withRow) {
            Set<String> permitted = table.row(operation).roles();
            if (table.row(operation).needsNoToken()) {
                continue;
            }
            for (String role : callers.keySet()) {
                if (!permitted.contains(role)) {
                    Answer answer = example(operation, callers.get(role));
                    if (answer.isWrong() || !answer.isRefusedWith(403, FORBIDDEN)) {
                        findings.add(finding(operation, role, answer));
                    }
                }
            }
        }
        return findings;
    }

    /** The roles that are listed, with requests that are refused for another reason, if at all. */
    List<String> findingsOfListedRoles() {
        List<String> findings = new ArrayList<>();
        for (DescribedOperation operation : withRow) {
            for (String role : table.row(operation).roles()) {
                Answer answer = Answer.to(() -> calls.aboutNothing(operation, callers.get(role)));
                if (answer.isWrong()
                        || answer.status() == 401
                        || answer.isRefusedWith(403, FORBIDDEN)) {
                    findings.add(finding(operation, role, answer));
                }
            }
        }
        return findings;
    }

    /** Callers without a token, and with tokens of every role that do not count. */
    List<String> findingsOfInvalidTokens() {
        List<String> findings = new ArrayList<>();
        for (DescribedOperation operation : operations) {
            if (table.hasRow(operation) && table.row(operation).needsNoToken()) {
                continue;
            }
            invalid.forEach(
                    (what, caller) -> {
                        Answer answer = example(operation, caller);
                        if (answer.isWrong() || !answer.isRefusedWith(401, "UNAUTHENTICATED")) {
                            findings.add(finding(operation, what, answer));
                        }
                    });
        }
        return findings;
    }

    private static Map<String, Caller> invalid(List<String> roles) {
        Map<String, Caller> callers = new TreeMap<>();
        callers.put("no token", Caller.anonymous());
        callers.put("a token that is none", Caller.withToken("x.y.z"));
        callers.put(
                "an expired token",
                Caller.withToken(TestTokens.expired("attacker-1", roles, List.of("*"))));
        callers.put(
                "a token of another issuer", withClaim(roles, "iss", "\"https://other.example\""));
        callers.put("a token for another audience", withClaim(roles, "aud", "\"other\""));
        callers.put("a changed token", Caller.withToken(changed(roles)));
        return callers;
    }

    private static Caller withClaim(List<String> roles, String claim, String json) {
        return Caller.withToken(TestTokens.withClaims(roles, Map.of(claim, json)));
    }

    /** The signature belongs to a token without roles. */
    private static String changed(List<String> roles) {
        String[] permitted = TestTokens.token("attacker-1", roles, List.of("*")).split("\\.");
        String[] signed = TestTokens.token("attacker-1", List.of(), List.of("*")).split("\\.");
        return permitted[0] + "." + permitted[1] + "." + signed[2];
    }

    private Answer example(DescribedOperation operation, Caller caller) {
        return Answer.to(() -> calls.answer(operation, caller));
    }

    private static Caller callerOf(String role) {
        return role.equals(AccessRow.BANK)
                ? Caller.ofBank(CallersOfAreas.BANK)
                : Caller.named("attacker-1", role, "*");
    }

    private static String finding(DescribedOperation operation, String who, Answer answer) {
        return "%s, %s: %s".formatted(AccessTable.nameOf(operation), who, answer);
    }
}
