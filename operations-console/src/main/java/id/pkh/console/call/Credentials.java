package id.pkh.console.call;

/** The user on whose behalf a service is called, and the user's language. */
public record Credentials(String token, String language) {

    @Override
    public String toString() {
        return "Credentials[" + language + "]"; // a token must not be logged
    }
}
