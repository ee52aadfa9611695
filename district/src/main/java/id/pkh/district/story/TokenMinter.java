package id.pkh.district.story;

import java.util.List;

/** Makes the bearer token of a person in the story. */
@FunctionalInterface
public interface TokenMinter {

    /**
     * @param bank the bank that the person represents; null for most
     */
    String token(String subject, List<String> roles, List<String> areas, String bank);
}
