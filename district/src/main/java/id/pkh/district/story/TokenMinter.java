package id.pkh.district.story;

import java.util.List;

/** Makes the bearer token of a person in the story. */
@FunctionalInterface
public interface TokenMinter {

    /**
     * @param bank the bank that the person represents; null for most
     */
    String token(String subject, List<String> roles, List<String> areas, String bank);

    /**
     * A token of another authority's system; null where the story has none.
     *
     * @param scopes what it may do besides reading
     */
    default String ofSystem(String subject, List<String> areas, List<String> scopes) {
        return null;
    }
}
