package id.pkh.launcher.stack;

import id.pkh.district.story.TokenMinter;
import java.util.List;

/** Tokens of the people of a story, and of another authority's system in it. */
final class StackTokens implements TokenMinter {

    private static final List<String> OUTSIDE = List.of("EXTERNAL_SYSTEM");

    private final Stack stack;

    StackTokens(Stack stack) {
        this.stack = stack;
    }

    @Override
    public String token(String subject, List<String> roles, List<String> areas, String bank) {
        return stack.token(subject, roles, areas, bank);
    }

    @Override
    public String ofSystem(String subject, List<String> areas, List<String> scopes) {
        return stack.token(subject, OUTSIDE, areas, null, scopes);
    }
}
